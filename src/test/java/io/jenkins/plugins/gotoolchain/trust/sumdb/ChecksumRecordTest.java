package io.jenkins.plugins.gotoolchain.trust.sumdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.pholser.junit.quickcheck.Property;
import com.pholser.junit.quickcheck.runner.JUnitQuickcheck;
import java.nio.charset.StandardCharsets;
import org.junit.Test;
import org.junit.runner.RunWith;

@RunWith(JUnitQuickcheck.class)
public class ChecksumRecordTest {

    private static final String MODULE = "golang.org/toolchain";
    private static final String VERSION = "v0.0.1-go1.24.1.linux-amd64";
    private static final String HASH = "h1:+AbJFFR/Yl0P7OUo47KYyCkJGQwVW2QsKjfJalHZRnM=";
    private static final String OTHER = "h1:8wlg68NqwW7eMnI1aABk/C2pDYXj8mrMY4TyRfiLeS0=";

    private static ChecksumRecord parse(String answer) throws MalformedException {
        return ChecksumRecord.parse(answer.getBytes(StandardCharsets.UTF_8));
    }

    private static String hashIn(String... lines) throws MalformedException {
        return parse("7\n" + String.join("\n", lines) + "\n\nthe note\n").hashOf(MODULE, VERSION);
    }

    @Test
    public void numberTextAndNoteAreTakenApart() throws Exception {
        ChecksumRecord record = parse("35045657\nline 1\nline 2\n\nthe\n\nnote\n");

        assertThat(record).isEqualTo(new ChecksumRecord(35_045_657, "line 1\nline 2\n", "the\n\nnote\n"));
    }

    @Test
    public void theHashOfTheModuleAndVersionAskedForIsFound() throws Exception {
        assertThat(hashIn(MODULE + " " + VERSION + " " + HASH, MODULE + " " + VERSION + "/go.mod " + OTHER))
                .isEqualTo(HASH);
    }

    @Test
    public void theOrderOfLinesDoesNotMatter() throws Exception {
        assertThat(hashIn(MODULE + " " + VERSION + "/go.mod " + OTHER, MODULE + " " + VERSION + " " + HASH))
                .isEqualTo(HASH);
    }

    @Test
    public void hashesOfAnotherKindAreIgnored() throws Exception {
        assertThat(hashIn(MODULE + " " + VERSION + " h2:whatever", MODULE + " " + VERSION + " " + HASH)).isEqualTo(HASH);
    }

    @Test
    public void linesOfOtherModulesAndVersionsAreNotIt() throws Exception {
        assertThat(hashIn(
                        MODULE + " v0.0.1-go1.24.1.linux-amd64x " + HASH,
                        MODULE + " v0.0.1-go1.24.2.linux-amd64 " + HASH,
                        MODULE + " " + VERSION + "/go.mod " + HASH,
                        "x" + MODULE + " " + VERSION + " " + HASH,
                        "x " + MODULE + " " + VERSION + " " + HASH,
                        MODULE + "  " + VERSION + " " + HASH))
                .isNull();
    }

    @Test
    public void twoDifferentHashesAreMalformed() {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> hashIn(MODULE + " " + VERSION + " " + HASH, MODULE + " " + VERSION + " " + OTHER))
                .withMessageContaining("two different hashes");
    }

    @Test
    public void aHashThatIsNoneIsMalformed() {
        for (String hash : new String[] {"h1:", "h1:AAAA", HASH + " ", HASH + "=", HASH.replace("=", ""), HASH + " " + HASH}) {
            assertThatExceptionOfType(MalformedException.class)
                    .as(hash)
                    .isThrownBy(() -> hashIn(MODULE + " " + VERSION + " " + hash));
        }
    }

    /** CVE-2026-56864: what follows the record, the note included, is not covered by the record's hash. */
    @Test
    public void linesOutsideOfTheRecordAreNeverLookedAt() throws Exception {
        String line = MODULE + " " + VERSION + " " + HASH + "\n";

        ChecksumRecord record = parse("7\nsomething else\n\n" + line + "\nthe note\n");

        assertThat(record.text()).isEqualTo("something else\n");
        assertThat(record.hashOf(MODULE, VERSION)).isNull();
    }

    @Test
    public void whatIsNoRecordIsMalformed() {
        String[] malformed = {
            "", "7", "7\n", "7\n\n", "7\nline\n", "7\nline", "\nline\n\nnote\n", "x\nline\n\nnote\n", "-1\nline\n\nnote\n",
            "+7\nline\n\nnote\n", "07\nline\n\nnote\n", "7 \nline\n\nnote\n", "7\n\nline\n\nnote\n", "7\r\nline\r\n\r\nnote\r\n",
            "99999999999999999999\nline\n\nnote\n", "7\nli\tne\n\nnote\n", "<!DOCTYPE html>\n<html>\n\n</html>\n",
        };
        for (String answer : malformed) {
            assertThatExceptionOfType(MalformedException.class).as(answer).isThrownBy(() -> parse(answer));
        }
    }

    @Property(trials = 300)
    public void anyBytesAreARecordOrMalformed(byte[] bytes) {
        try {
            assertThat(ChecksumRecord.parse(bytes).text()).endsWith("\n").doesNotContain("\n\n");
        } catch (MalformedException expected) {
            assertThat(expected).hasMessageNotContaining("\n");
        }
    }
}
