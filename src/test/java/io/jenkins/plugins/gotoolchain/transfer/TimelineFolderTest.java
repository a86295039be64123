package io.jenkins.plugins.gotoolchain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.transfer.Timeline.Kind;
import io.jenkins.plugins.gotoolchain.transfer.Timeline.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TimelineFolderTest {

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path folder;
    private TimelineFolder kept;

    @Before
    public void setUp() {
        folder = temporary.getRoot().toPath().resolve(".timelines");
        kept = new TimelineFolder(folder);
    }

    static Timeline timeline(int number) {
        return new Timeline("file " + number, "https://example.com/", 1_741_000_000_000L + number,
                List.of(new Point(Kind.FAILED, 0, 0, -1, 0, "it broke")), 0);
    }

    private List<String> names() {
        return kept.last().stream().map(Timeline::what).toList();
    }

    @Test
    public void beforeTheFirstThereIsNone() {
        assertThat(kept.last()).isEmpty();
        assertThat(folder).doesNotExist();
    }

    @Test
    public void theLastTwentyAreKeptYoungestFirst() throws Exception {
        for (int i = 0; i < 25; i++) {
            kept.keep(timeline(i));
        }
        assertThat(kept.last()).hasSize(20).startsWith(timeline(24)).endsWith(timeline(5));
        assertThat(folder.toFile().list()).hasSize(20);
    }

    @Test
    public void manyAtOnceLoseNothing() throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Timeline mine = timeline(i);
            threads.add(new Thread(() -> {
                try {
                    new TimelineFolder(folder).keep(mine);
                } catch (IOException e) {
                    // then it is missing below
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(kept.last()).hasSize(20);
    }

    @Test
    public void whatIsTornOrOfAnotherFormatOrNoFileIsSkipped() throws Exception {
        kept.keep(timeline(1));
        Path whole = folder.resolve(folder.toFile().list()[0]);
        String text = Files.readString(whole);
        String name = "001741000000999-000000000000000";
        Files.writeString(folder.resolve(name + "1.json"), text.substring(0, text.length() / 2));
        Files.writeString(folder.resolve(name + "2.json"), text.replace("\"format\":1", "\"format\":2"));
        Files.writeString(folder.resolve(name + "3.json"), text.replace("\"bytes\":0", "\"bytes\":-7"));
        Files.writeString(folder.resolve(name + "4.json"), "[".repeat(100_000));
        Files.createDirectory(folder.resolve(name + "5.json"));
        Files.createSymbolicLink(folder.resolve(name + "6.json"), whole);
        Files.write(folder.resolve(name + "7.json"), new byte[TimelineJson.LIMIT + 1]);
        Files.writeString(folder.resolve("something.json"), text);
        assertThat(names()).containsExactly("file 1");
    }

    @Test
    public void namesOfTheFutureKeepNoRealOneOut() throws Exception {
        for (int i = 0; i < 30; i++) {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(String.format("999999999999999-%016x.json", i)), "{}");
        }
        kept.keep(timeline(1));
        assertThat(names()).containsExactly("file 1");
    }

    @Test
    public void whatAKilledProcessLeftGoesAfterAnHour() throws Exception {
        Files.createDirectories(folder);
        Path left = Files.createFile(folder.resolve("001741000000999-0000000000000001.json.tmp"));
        kept.keep(timeline(1));
        assertThat(left).exists();
        Files.setLastModifiedTime(left, FileTime.fromMillis(System.currentTimeMillis() - TimeUnit.HOURS.toMillis(2)));
        kept.keep(timeline(2));
        assertThat(left).doesNotExist();
    }

    @Test
    public void aLinkInPlaceOfTheFolderIsNotFollowed() throws Exception {
        Path precious = temporary.newFolder().toPath();
        Files.createSymbolicLink(folder, precious);
        assertThatThrownBy(() -> kept.keep(timeline(1))).isInstanceOf(IOException.class);
        assertThat(precious).isEmptyDirectory();
        assertThat(kept.last()).isEmpty();
    }

    @Test
    public void whoIsInterruptedKeepsItAllTheSame() throws Exception {
        Thread.currentThread().interrupt();
        kept.keep(timeline(1));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(names()).containsExactly("file 1");
    }
}
