package io.jenkins.plugins.gotoolchain.diagnose.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.Test;

public class LogExplainerTest {

    private static final String TRUNCATED = "gzip: stdin: unexpected end of file";

    private static Explanation read(String log) throws Exception {
        return LogExplainer.read(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)));
    }

    private static Cause only(String log) throws Exception {
        List<Cause> causes = read(log).causes();
        assertThat(causes).hasSize(1);
        return causes.get(0);
    }

    @Test
    public void everyRuleIsForItsExamplesAndHasARecordedLogOrSaysWhyNot() throws Exception {
        Set<String> recorded = RecordedLogsTest.recorded();
        Set<String> names = new HashSet<>();
        for (CauseRule rule : CauseRules.all()) {
            assertThat(names.add(rule.id())).as(rule.id() + " twice").isTrue();
            assertThat(recorded.contains(rule.id()) || !rule.note().isEmpty()).as(rule.id() + " has neither log nor note").isTrue();
            assertThat(rule.problem()).containsOnlyKeys("en", "zh");
            assertThat(rule.todo()).containsOnlyKeys("en", "zh");
            assertThat(rule.examples()).isNotEmpty();
            for (String example : rule.examples()) {
                assertThat(read(example + "\n").causes()).as(example).extracting(Cause::rule).contains(rule.id());
            }
        }
    }

    @Test
    public void linesAreCountedAndAFewOfThemShown() throws Exception {
        Cause cause = only("a\nb\n" + (TRUNCATED + "\n").repeat(7) + "c");
        assertThat(cause.firstLine()).isEqualTo(3);
        assertThat(cause.count()).isEqualTo(7);
        assertThat(cause.lines()).extracting(Cause.Line::number).containsExactly(3L, 4L, 5L);
        assertThat(read("a\nb\nc").lines()).isEqualTo(3);
        assertThat(read("a\nb\n").lines()).isEqualTo(2);
        assertThat(read("").lines()).isZero();
    }

    @Test
    public void whatIsNearerToTheRootComesFirstWhereverItStands() throws Exception {
        assertThat(read("sh: 1: go: not found\n" + TRUNCATED + "\nmkdir x: no space left on device\n").causes())
                .extracting(Cause::rule).containsExactly("disk-full", "archive-truncated", "no-go");
    }

    @Test
    public void eachHostIsACauseOfItsOwnAndAThousandAreNotShown() throws Exception {
        assertThat(read("lookup a.example.com: no such host\nlookup b.example.com: no such host\n").causes())
                .extracting(cause -> cause.values().get("host")).containsExactly("a.example.com", "b.example.com");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            many.append("lookup h").append(i).append(".example.com: no such host\n");
        }
        assertThat(read(many.toString()).causes()).hasSize(10);
    }

    @Test
    public void coloursStampsAndLastLinesWithoutAnEndAreRead() throws Exception {
        assertThat(only("[2026-01-31T23:59:59.123Z] \u001B[31m" + TRUNCATED + "\u001B[0m\r\n").lines().get(0).text())
                .isEqualTo(TRUNCATED);
        only("12:34:56  " + TRUNCATED);
        only("progress 10%\rprogress 20%\r" + TRUNCATED);
    }

    @Test
    public void itDoesNotMatterWhereTheLogIsCut() throws Exception {
        byte[] log = ("x".repeat(50) + "\n" + TRUNCATED + "\n" + "y".repeat(20) + "\n").getBytes(StandardCharsets.UTF_8);
        for (int filler = 0; filler < 130; filler++) {
            byte[] before = ("z".repeat(63) + "\n").repeat(256 * 1024 / 64 - 1).concat("w".repeat(filler)).concat("\n")
                    .getBytes(StandardCharsets.UTF_8);
            Explanation explanation = LogExplainer.read(
                    new SequenceInputStream(new ByteArrayInputStream(before), new ByteArrayInputStream(log)));
            assertThat(explanation.causes()).as("after " + filler).hasSize(1);
            assertThat(explanation.causes().get(0).firstLine()).isEqualTo(256 * 1024 / 64 - 1 + 1 + 2);
        }
    }

    @Test
    public void aLineOfManyMegabytesCostsNoMemoryAndSpoilsNoOther() throws Exception {
        byte[] piece = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        InputStream line = new SequenceInputStream(Collections.enumeration(
                Collections.nCopies(20, piece).stream().map(ByteArrayInputStream::new).toList()));
        InputStream rest = new ByteArrayInputStream(("\n" + TRUNCATED + "\n").getBytes(StandardCharsets.UTF_8));
        Explanation explanation = LogExplainer.read(new SequenceInputStream(line, rest));
        assertThat(explanation.causes()).hasSize(1);
        assertThat(explanation.causes().get(0).firstLine()).isEqualTo(2);
        assertThat(explanation.lines()).isEqualTo(2);
        Cause cause = only(TRUNCATED + " " + "x".repeat(600_000) + "\n");
        assertThat(cause.lines().get(0).text()).hasSizeLessThan(600);
    }

    @Test
    public void bytesThatAreNoTextAreNoTrouble() throws Exception {
        byte[] noise = new byte[300_000];
        new java.util.Random(7).nextBytes(noise);
        Explanation explanation = LogExplainer.read(new SequenceInputStream(
                new ByteArrayInputStream(noise),
                new ByteArrayInputStream(("\n" + TRUNCATED + "\n").getBytes(StandardCharsets.UTF_8))));
        assertThat(explanation.causes()).extracting(Cause::rule).contains("archive-truncated");
    }

    @Test
    public void aModuleThatIsRefusedIsSaidToBePrivateOrForbidden() throws Exception {
        assertThat(read("go: git.example.com/x@v1.0.0: reading https://proxy.example.com/x/@v/v1.0.0.mod: 403 Forbidden\n"
                        + "\tserver response: This module version is not available.\n").causes())
                .as("where it fits two causes it says both").extracting(Cause::rule)
                .containsExactly("private-module", "http-403");
    }

    @Test
    public void whatAShellOnlyShowsBeforeItRunsItHasNotHappened() throws Exception {
        assertThat(read("+ echo '" + TRUNCATED + "'\n").causes()).isEmpty();
        assertThat(only("+ echo '" + TRUNCATED + "'\n" + TRUNCATED + "\n").firstLine()).isEqualTo(2);
    }

    @Test
    public void anInterruptEndsIt() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> read("a\n")).isInstanceOf(InterruptedException.class);
    }
}
