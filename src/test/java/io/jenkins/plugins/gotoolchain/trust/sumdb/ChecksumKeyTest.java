package io.jenkins.plugins.gotoolchain.trust.sumdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.pholser.junit.quickcheck.Property;
import com.pholser.junit.quickcheck.runner.JUnitQuickcheck;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.nio.charset.StandardCharsets;
import org.junit.Test;
import org.junit.runner.RunWith;

@RunWith(JUnitQuickcheck.class)
public class ChecksumKeyTest {

    private static final String REAL = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";
    /** The example of golang.org/x/mod/sumdb/note. */
    private static final String EXAMPLE = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    @Test
    public void nameAndHashAreRead() throws Exception {
        ChecksumKey key = ChecksumKey.parse(REAL);

        assertThat(key.name()).isEqualTo("sum.golang.org");
        assertThat(key.id()).isEqualTo("sum.golang.org+033de0ae");
    }

    @Test
    public void theNoteFromGosOwnDocumentationIsVerified() throws Exception {
        String text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        String note = text + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

        assertThat(SignedNote.open(note, ChecksumKey.parse(EXAMPLE))).isEqualTo(text);
    }

    @Test
    public void hexDigitsMayBeUpperCase() throws Exception {
        assertThat(ChecksumKey.parse(REAL.replace("033de0ae", "033DE0AE")).id()).isEqualTo("sum.golang.org+033de0ae");
    }

    @Test
    public void aHashOfAnotherNameOrKeyIsRefused() {
        for (String text : new String[] {
            REAL.replace("sum.golang.org", "sum.golang.com"), REAL.replace("033de0ae", "033de0af"), REAL.replace("Ac4z", "Ac4y")
        }) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .as(text)
                    .isThrownBy(() -> ChecksumKey.parse(text))
                    .withMessageContaining("its hash should be");
        }
    }

    @Test
    public void whatIsNoKeyIsRefused() {
        for (String text : new String[] {
            "", "+", "++", "sum.golang.org", "sum.golang.org+033de0ae", "sum.golang.org+033de0ae+",
            "+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8", REAL + "=", REAL.substring(0, REAL.length() - 1),
            REAL.replace("033de0ae", "33de0ae"), REAL.replace("033de0ae", "+33de0ae"), REAL + " ",
            REAL.replace("sum.golang.org", "sum golang.org"),
        }) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .as(text)
                    .isThrownBy(() -> ChecksumKey.parse(text))
                    .withMessageContaining("GOSUMDB");
        }
    }

    @Test
    public void anotherAlgorithmIsRefused() throws Exception {
        byte[] key = new byte[33];
        key[0] = 2;
        String text = keyText("sum.example.com", key);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ChecksumKey.parse(text))
                .withMessageContaining("not Ed25519");
    }

    private static String keyText(String name, byte[] key) throws Exception {
        java.security.MessageDigest digest = java.security.MessageDigest.getInstance("SHA-256");
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        byte[] hash = digest.digest(key);
        return String.format(
                "%s+%02x%02x%02x%02x+%s",
                name, hash[0], hash[1], hash[2], hash[3], java.util.Base64.getEncoder().encodeToString(key));
    }

    @Property(trials = 300)
    public void anyTextIsAKeyOrAConfigurationError(String text) {
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> ChecksumKey.parse(text));
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> ChecksumKey.parse("a+" + text + "+AAAA"));
    }
}
