package io.jenkins.plugins.gotoolchain.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class IndexCacheTest {

    private static final URI INDEX = URI.create("https://mirror.example/go/?mode=json&include=all");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path folder;
    private IndexCache cache;

    @Before
    public void open() {
        folder = temporary.getRoot().toPath().resolve("cache");
        cache = new IndexCache(folder, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static StoredAnswer answer(String body) {
        return new StoredAnswer(INDEX.toString(), 200, "\"tag\"", NOW.minusSeconds(60), body.getBytes());
    }

    private Path onlyFile() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.reduce((a, b) -> {
                throw new AssertionError("two files: " + a + ", " + b);
            }).orElseThrow();
        }
    }

    @Test
    public void whatIsKeptIsFound() {
        cache.keep(answer("[]"));
        StoredAnswer found = cache.find(INDEX);

        assertThat(found.body()).asString().isEqualTo("[]");
        assertThat(found.etag()).isEqualTo("\"tag\"");
        assertThat(cache.age(found)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    public void nothingIsFoundOfWhatWasNeverKept() {
        assertThat(cache.find(INDEX)).isNull();
    }

    @Test
    public void theAnswerToAnotherAddressIsNotTaken() throws Exception {
        cache.keep(answer("[]"));
        StoredAnswer other = new StoredAnswer("https://other.example/", 200, null, NOW, "[1]".getBytes());
        Files.write(onlyFile(), other.bytes());

        assertThat(cache.find(INDEX)).isNull();
    }

    @Test
    public void oneFlippedBitAnywhereMakesItAbsentOrLeavesItRight() throws Exception {
        cache.keep(answer("[{\"version\":\"go1.24.1\"}]"));
        byte[] whole = Files.readAllBytes(onlyFile());
        int body = new String(whole).indexOf("\n\n");
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 1;
            Files.write(onlyFile(), damaged);
            StoredAnswer found = cache.find(INDEX);
            if (found != null) {
                assertThat(i).isLessThan(body);
                assertThat(found.body()).isEqualTo(answer("[{\"version\":\"go1.24.1\"}]").body());
            }
        }
    }

    @Test
    public void aTruncatedOneIsAbsentAtEveryLength() throws Exception {
        cache.keep(answer("[]"));
        byte[] whole = Files.readAllBytes(onlyFile());
        for (int length = 0; length < whole.length; length++) {
            Files.write(onlyFile(), java.util.Arrays.copyOf(whole, length));
            assertThat(cache.find(INDEX)).isNull();
        }
    }

    @Test
    public void aTimeInTheFutureIsAsOldAsCanBe() {
        StoredAnswer tomorrow = answer("[]").confirmed(NOW.plus(Duration.ofDays(1)));

        assertThat(cache.age(tomorrow)).isGreaterThan(Duration.ofDays(1000));
    }

    @Test
    public void readersNeverSeeHalfOfOneWhileWritersReplaceIt() throws Exception {
        cache.keep(answer("0".repeat(100_000)));
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> writers = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            String body = String.valueOf(i).repeat(100_000 + i);
            Thread writer = new Thread(() -> {
                while (!stop.get()) {
                    cache.keep(answer(body));
                }
            });
            writers.add(writer);
            writer.start();
        }
        try {
            for (int i = 0; i < 200; i++) {
                assertThat(cache.find(INDEX)).isNotNull();
            }
        } finally {
            stop.set(true);
            for (Thread writer : writers) {
                writer.join();
            }
        }
        onlyFile();
    }

    @Test
    public void aFolderThatCannotBeWrittenCostsNothingButTheCache() throws Exception {
        Files.writeString(folder, "a file in its place");
        cache.keep(answer("[]"));

        assertThat(cache.find(INDEX)).isNull();
    }
}
