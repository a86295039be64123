package io.jenkins.plugins.gotoolchain.buildcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class CacheTallyTest {

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private Path file;

    @Before
    public void file() {
        file = temporary.getRoot().toPath().resolve(CacheTally.FILE);
    }

    @Test
    public void isTheSumOfAllGoCommands() throws Exception {
        new CacheTally(1, 2, 3, 4, 5, 6, 7).addTo(file);
        new CacheTally(10, 20, 30, 40, 50, 60, 70).addTo(file);
        assertThat(CacheTally.read(file)).isEqualTo(new CacheTally(11, 22, 33, 44, 55, 66, 77));
    }

    @Test
    public void withoutAFileThereIsNone() throws Exception {
        assertThat(CacheTally.read(file)).isEqualTo(CacheTally.NONE);
        Files.createDirectory(file);
        assertThat(CacheTally.read(file)).isEqualTo(CacheTally.NONE);
    }

    @Test
    public void whatABuildWroteThereItselfDoesNoHarm() throws Exception {
        Files.writeString(file, "1 2 3\n-1 0 0 0 0 0 0\n" + "9".repeat(400) + " 0 0 0 0 0 0\nx\u0000\n1 1 1 1 1 1 1 1\n1 0 0 0 0 0 0\n1 1");
        assertThat(CacheTally.read(file)).isEqualTo(new CacheTally(1, 0, 0, 0, 0, 0, 0));
        Files.write(file, new byte[2 << 20]);
        assertThat(CacheTally.read(file)).as("too long to be one").isEqualTo(CacheTally.NONE);
    }

    @Test
    public void resultsAreMadeFromTheFirstThatIsMissingOn() {
        MakingTime time = new MakingTime();
        time.asked(seconds(100));
        time.asked(seconds(101));
        time.made(seconds(103));
        time.made(seconds(104));
        time.made(seconds(700));
        assertThat(time.sum()).as("a pause is no longer than a long piece").isEqualTo(seconds(3 + 1 + 10));
    }

    @Test
    public void whereNothingIsMadeThereIsNoTime() {
        MakingTime time = new MakingTime();
        time.asked(seconds(1));
        assertThat(time.sum()).isZero();
    }

    private static long seconds(long count) {
        return TimeUnit.SECONDS.toNanos(count);
    }
}
