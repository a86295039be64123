package io.jenkins.plugins.gotoolchain.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SweepTest {

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final MovableClock clock = new MovableClock();
    private FakeToolchain fake;
    private Path root;
    private ToolchainStore store;

    @Before
    public void setUp() throws Exception {
        fake = new FakeToolchain("1.24.1", "linux/amd64");
        root = temporary.getRoot().toPath().toRealPath().resolve("store");
        store = new ToolchainStore(root, clock);
        store.partials();
    }

    @Test
    public void aStagingThatSomeoneOwnsIsLeftAlone() throws Exception {
        try (Staging staging = store.stage(fake.version, fake.platform)) {
            fake.unpack(staging.folder());
            clock.forward(Duration.ofDays(100));
            new ToolchainStore(root, clock).sweep();
            assertThat(staging.folder().resolve("bin/go")).exists();
        }
    }

    @Test
    public void aStagingThatNobodyOwnsIsSweptWithItsLock() throws Exception {
        Path folder = Files.createDirectories(root.resolve(".staging/go1.24.1.linux-amd64-x"));
        Files.writeString(folder.resolve("file"), "x");
        Files.createFile(root.resolve(".staging/go1.24.1.linux-amd64-x.owner"));
        Files.createDirectories(root.resolve(".staging/go1.24.1.linux-amd64-y"));
        Files.createFile(root.resolve(".staging/go1.24.1.linux-amd64-z.owner"));
        store.sweep();
        assertThat(root.resolve(".staging")).isEmptyDirectory();
        assertThat(root.resolve(".trash")).isEmptyDirectory();
    }

    @Test
    public void whatWasBeingDeletedIsDeleted() throws Exception {
        Files.createDirectories(root.resolve(".trash/go1.24.1.linux-amd64-x/bin"));
        store.stage(fake.version, fake.platform).close();
        assertThat(root.resolve(".trash")).isEmptyDirectory();
    }

    private Path partial(String name, Duration age) throws Exception {
        Path file = Files.createFile(root.resolve(".partial").resolve(name));
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(age)));
        return file;
    }

    @Test
    public void aPartialOfLastWeekIsDeletedAndItsLockIsNot() throws Exception {
        Path data = partial("go1.24.1.linux-amd64.zip.part", Duration.ofDays(8));
        Path state = partial("go1.24.1.linux-amd64.zip.part.json", Duration.ofDays(9));
        Path lock = partial("go1.24.1.linux-amd64.zip.lock", Duration.ofDays(9));
        store.sweep();
        assertThat(data).doesNotExist();
        assertThat(state).doesNotExist();
        assertThat(lock).exists();
    }

    @Test
    public void aPartialThatGrowsKeepsItsOldState() throws Exception {
        partial("go1.24.1.linux-amd64.zip.part", Duration.ofMinutes(1));
        Path state = partial("go1.24.1.linux-amd64.zip.part.json", Duration.ofDays(9));
        store.sweep();
        assertThat(state).exists();
    }

    @Test
    public void damagedToolchainsAreKeptForAWeekButNeverMoreThanTwo() throws Exception {
        for (int i = 0; i < 3; i++) {
            Path home = fake.install(store).home();
            Files.delete(home.resolve("bin/go"));
            store.find(fake.version, fake.platform, notice -> {});
            clock.forward(Duration.ofMinutes(1));
        }
        store.sweep();
        assertThat(folders()).isEqualTo(2);
        clock.forward(Duration.ofDays(8));
        store.sweep();
        assertThat(root.resolve(".aside")).isEmptyDirectory();
    }

    private long folders() {
        return Sweeper.entries(root.resolve(".aside")).stream()
                .filter(Files::isDirectory)
                .count();
    }
}
