package io.jenkins.plugins.gotoolchain.trust.openpgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.transfer.HttpGet;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The real key that Go's archives are signed with, as Google published it in 2023, two keys in one file; and a real
 * signature that one of its subkeys made in June 2019, over the {@code Release} file of another of Google's download
 * sites. That the key is authentic is seen by its fingerprint, and that the signature is, by the key.
 */
public class RealKeyTest {

    private static final String SUBKEY_OF_2017 = "3E50F6D3EC278FDEB655C8CA6494C6D6997C215E";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static String resource(String name) {
        try (var in = RealKeyTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private ClaimedSignature claimed() throws Exception {
        Path asc = Files.writeString(folder.newFile().toPath(), resource("Release.gpg"));
        SigningKeySettings key = SigningKeySettings.given(Fingerprint.GO, resource("linux_signing_key.pub"));
        return new SignatureCheck(key, new HttpGet(Network.direct(Profile.INTRANET)), folder.getRoot().toPath(), notice -> {})
                .claim(asc.toUri(), "Release");
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @Test
    public void aRealSignatureHoldsYearsAfterItsSubkeyExpired() throws Exception {
        Path file = Files.writeString(folder.newFile("Release").toPath(), resource("Release"));

        VerifiedSignature signature = claimed().verify(file, sha256(file));

        assertThat(signature.key()).isEqualTo(Fingerprint.GO);
        assertThat(signature.signer()).hasToString(SUBKEY_OF_2017);
        assertThat(signature.made()).isEqualTo("2019-06-27T19:03:52Z");
        assertThat(signature.hash()).isEqualTo("SHA-256");
    }

    @Test
    public void withOneByteChangedItDoesNot() throws Exception {
        Path file = Files.writeString(folder.newFile("Release").toPath(), resource("Release").replace("4428", "4429"));
        String sha256 = sha256(file);

        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> claimed().verify(file, sha256))
                .withMessageContaining("is of another file")
                .withMessageContaining(SUBKEY_OF_2017);
    }

    @Test
    public void allItsSigningSubkeysAreTakenEachForItsThreeYears() throws Exception {
        SigningKey key = SigningKey.read(
                resource("linux_signing_key.pub").getBytes(StandardCharsets.US_ASCII), Fingerprint.GO);
        SigningKey kept = SigningKey.decode(key.encoded(), Fingerprint.GO);

        List<String> validity = new ArrayList<>();
        for (KeyPart part : kept.parts()) {
            assertThat(kept.objection(part, Instant.parse("2015-01-01T00:00:00Z"))).contains("began to exist on 2016-04-12");
            assertThat(kept.objection(part, part.from().plusSeconds(60))).isNull();
            validity.add(part.fingerprint().hex().substring(24) + " " + (part.until() == null ? "" : part.until()));
        }
        assertThat(validity)
                .containsExactly(
                        "7721F63BD38B4796 ",
                        "1397BC53640DB551 2019-04-12T05:55:20Z",
                        "6494C6D6997C215E 2020-01-24T02:45:32Z",
                        "78BD65473CB3BD13 2022-07-21T18:13:02Z",
                        "4EB27DB2A3B88B8B 2024-10-25T14:11:43Z",
                        "E88979FB9B30ACF2 2026-02-14T15:25:12Z");
    }

    @Test
    public void theOlderKeyInTheSameFileIsNotTheOneThatIsPinned() {
        Fingerprint other = new Fingerprint("4CCA1EAF950CEE4AB83976DCA040830F7FAC5990");

        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() ->
                        SigningKey.read(resource("linux_signing_key.pub").getBytes(StandardCharsets.US_ASCII), other))
                .withMessageContaining(other + " is pinned")
                .withMessageContaining(Fingerprint.GO + " is there")
                .withMessageContaining("4CCA1EAF950CEE4AB83976DCA040830F7FAC5991 is there");
    }
}
