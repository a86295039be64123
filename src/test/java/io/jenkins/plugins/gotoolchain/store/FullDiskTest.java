package io.jenkins.plugins.gotoolchain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.Assume.assumeTrue;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A small disk of its own (tmpfs, so it needs root) that is full at random moments. */
public class FullDiskTest {

    private static final int MOMENTS = 40;
    private static final int PAGE = 4096;

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path disk;
    private boolean mounted;

    @Before
    public void mount() throws Exception {
        disk = temporary.newFolder("disk").toPath().toRealPath();
        mounted = run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString());
        assumeTrue("this did not run: a full disk needs the right to mount one (root)", mounted);
    }

    @After
    public void unmount() throws Exception {
        if (mounted) {
            assertThat(run("umount", "-l", disk.toString())).isTrue();
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Leaves so many bytes free. */
    private void leave(long bytes) throws IOException {
        Path ballast = disk.resolve("ballast");
        Files.deleteIfExists(ballast);
        long fill = Files.getFileStore(disk).getUsableSpace() - bytes;
        Files.write(ballast, new byte[(int) Math.max(0, fill)]);
    }

    @Test
    public void fullAtFortyRandomMomentsNothingUnverifiedIsVisibleAndTheNextRunSucceeds() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ToolchainStore store = new ToolchainStore(disk.resolve("store"));
        FakeToolchain old = new FakeToolchain("1.23.5", "linux/amd64");
        FakeToolchain fake = new FakeToolchain("1.24.1", "linux/amd64");
        old.install(store);
        int failed = 0;
        for (int moment = 0; moment < MOMENTS; moment++) {
            String when = "seed " + seed + " moment " + moment;
            leave((long) random.nextInt(45) * PAGE);
            try {
                fake.install(store);
            } catch (IOException e) {
                failed++;
                assertThat(e.getMessage()).as(when).contains("No space left");
            }
            for (Listed listed : store.list()) {
                VerifyReport report = store.verify(listed.version(), listed.platform());
                assertThat(report.isSound()).as(when + ": " + report.summary()).isTrue();
            }
            List<String> notices = new ArrayList<>();
            assertThat(store.find(old.version, old.platform, notices::add)).as(when).isPresent();
            Files.delete(disk.resolve("ballast"));
            assertThat(store.verify(fake.install(store)).isSound()).as(when).isTrue();
            assertThat(store.find(fake.version, fake.platform, notices::add)).as(when).isPresent();
            assertThat(notices).as(when).isEmpty();
            store.remove(fake.version, fake.platform, false);
        }
        assertThat(failed).isBetween(1, MOMENTS - 1);
    }

    @Test
    public void aStoreOnADiskThatBecameReadOnlyServesWhatItHasAndSaysWhyItTakesNothing() throws Exception {
        ToolchainStore store = new ToolchainStore(disk.resolve("store"));
        FakeToolchain old = new FakeToolchain("1.23.5", "linux/amd64");
        FakeToolchain fake = new FakeToolchain("1.24.1", "linux/amd64");
        old.install(store);
        assertThat(run("mount", "-o", "remount,ro", disk.toString())).isTrue();
        ToolchainStore later = new ToolchainStore(disk.resolve("store"));
        Toolchain found = later.find(old.version, old.platform, notice -> {}).orElseThrow();
        later.lease(found).close();
        assertThatThrownBy(() -> later.stage(fake.version, fake.platform))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Read-only file system")
                .hasMessageContaining("to do: choose a root on a file system that can be written to");
    }

    @Test
    public void aDiskTooSmallForWhatIsNeededIsSaidBeforeAnythingIsUnpacked() throws Exception {
        ToolchainStore store = new ToolchainStore(disk.resolve("store"));
        FakeToolchain fake = new FakeToolchain("1.24.1", "linux/amd64");
        String message = "";
        try {
            store.stage(fake.version, fake.platform, 300L << 20).close();
        } catch (StoreException e) {
            message = e.getMessage();
        }
        assertThat(message).contains("Go 1.24.1 for linux/amd64 needs 300 MiB", "MiB free", "prune");
    }
}
