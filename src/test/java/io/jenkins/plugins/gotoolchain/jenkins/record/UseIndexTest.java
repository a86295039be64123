package io.jenkins.plugins.gotoolchain.jenkins.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The index's files. */
public class UseIndexTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static final IndexedUse USE =
            new IndexedUse("team/app", 7, 1_700_000_000_000L, "agent 1", "1.24.1", "linux/amd64", "https://go.dev/dl/", "sumdb ab cd");

    @Test
    public void aLineComesBackAsItWas() {
        assertThat(IndexedUse.parse(USE.line())).isEqualTo(USE);
    }

    @Test
    public void whatIsNoLineIsPassedOver() {
        assertThat(IndexedUse.parse("")).isNull();
        assertThat(IndexedUse.parse(USE.line().substring(0, 30))).isNull();
        assertThat(IndexedUse.parse(USE.line().replace("\t7\t", "\tseven\t"))).isNull();
        assertThat(IndexedUse.parse(USE.line().replaceFirst("1", "2"))).isNull();
    }

    @Test
    public void eachMonthHasAFileAndTheNewestComesFirst() throws Exception {
        at("2026-01-31T23:59:59Z").append(USE);
        at("2026-02-01T00:00:00Z").append(USE);
        assertThat(at("2026-02-01T00:00:00Z").files()).extracting(file -> file.getFileName().toString())
                .containsExactly("2026-02.tsv", "2026-01.tsv");
    }

    @Test
    public void aTornLineSpoilsNoOther() throws Exception {
        UseIndex index = at("2026-01-01T00:00:00Z");
        index.append(USE);
        Path file = index.files().get(0);
        Files.writeString(file, Files.readString(file) + USE.line().substring(0, 40));
        index.append(USE);
        assertThat(backward(file)).containsExactly(USE.line(), USE.line().substring(0, 40), USE.line());
    }

    @Test
    public void linesComeBackwardsHoweverLongTheFile() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            lines.add(i + "é".repeat(i % 40));
        }
        Path file = folder.newFile().toPath();
        Files.write(file, lines, StandardCharsets.UTF_8);
        Collections.reverse(lines);
        assertThat(backward(file)).isEqualTo(lines);
    }

    @Test
    public void aLineWithoutEndIsReadInPieces() throws Exception {
        Path file = folder.newFile().toPath();
        Files.writeString(file, "first\n" + "x".repeat(200_000) + "\nlast\n");
        List<String> lines = backward(file);
        assertThat(lines.get(0)).isEqualTo("last");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("first");
        assertThat(lines).allMatch(line -> line.length() <= 1 << 13);
    }

    @Test
    public void goesOnFromAPlaceInIt() throws Exception {
        Path file = folder.newFile().toPath();
        Files.writeString(file, "one\ntwo\nthree\n");
        long place;
        try (BackwardLines lines = new BackwardLines(file, Long.MAX_VALUE)) {
            assertThat(lines.next()).isEqualTo("three");
            place = lines.position();
        }
        try (BackwardLines lines = new BackwardLines(file, place)) {
            assertThat(lines.next()).isEqualTo("two");
        }
    }

    private UseIndex at(String time) {
        return new UseIndex(folder.getRoot().toPath(), Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
    }

    private static List<String> backward(Path file) throws Exception {
        List<String> lines = new ArrayList<>();
        try (BackwardLines backward = new BackwardLines(file, Long.MAX_VALUE)) {
            for (String line = backward.next(); line != null; line = backward.next()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
