package io.jenkins.plugins.gotoolchain.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Real processes that are killed without warning, and many at once. */
public class KilledTest {

    private static final int ROUNDS = 25;

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path root;
    private Path log;
    private ToolchainStore store;

    @Before
    public void setUp() throws Exception {
        root = temporary.getRoot().toPath().toRealPath().resolve("store");
        log = temporary.getRoot().toPath().resolve("log");
        store = new ToolchainStore(root);
    }

    @After
    public void endChildren() throws Exception {
        StoreChild.endAll();
    }

    @Test
    public void killedAtFiftyRandomMomentsNothingUnverifiedIsEverVisible() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<StoreChild.Handle> waiting = new ArrayList<>(two());
        for (int round = 0; round < ROUNDS; round++) {
            List<StoreChild.Handle> running = waiting;
            for (StoreChild.Handle child : running) {
                assertThat(child.line()).isEqualTo("ready");
                child.go();
            }
            waiting = round + 1 < ROUNDS ? two() : List.of();
            for (StoreChild.Handle child : running) {
                assertThat(child.line()).isEqualTo("cycling");
            }
            for (StoreChild.Handle child : running) {
                Thread.sleep(random.nextInt(40), random.nextInt(1_000_000));
                child.kill();
                assertNothingDamagedIsFound("seed " + seed + " round " + round);
            }
            assertEverythingIsVerified("seed " + seed + " round " + round);
        }
        store.sweep();
        assertThat(root.resolve(".staging")).isEmptyDirectory();
        assertThat(root.resolve(".trash")).isEmptyDirectory();
        FakeToolchain fake = new FakeToolchain("1.24.1", "linux/amd64");
        Toolchain installed = StoreChild.install(store, fake, log);
        assertThat(store.verify(installed).isSound()).isTrue();
        assertThat(log).satisfiesAnyOf(
                none -> assertThat(none).doesNotExist(),
                some -> assertThat(some).content().doesNotContain("notice"));
    }

    private List<StoreChild.Handle> two() throws Exception {
        return List.of(
                StoreChild.start("cycle", root, "1.24.1", log), StoreChild.start("cycle", root, "1.23.5", log));
    }

    private void assertNothingDamagedIsFound(String when) throws Exception {
        List<String> notices = new ArrayList<>();
        for (String version : List.of("1.24.1", "1.23.5")) {
            FakeToolchain fake = new FakeToolchain(version, "linux/amd64");
            store.find(fake.version, fake.platform, notices::add);
        }
        assertThat(notices).as(when).isEmpty();
    }

    private void assertEverythingIsVerified(String when) throws Exception {
        for (Listed listed : store.list()) {
            VerifyReport report = store.verify(listed.version(), listed.platform());
            assertThat(report.isSound()).as(when + ": " + report.summary()).isTrue();
            assertThat(listed.inUse()).as(when).isFalse();
        }
    }

    @Test
    public void twentyProcessesThatWantTheSameVersionUnpackItOnce() throws Exception {
        List<StoreChild.Handle> children = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            children.add(StoreChild.start("install", root, "1.24.1", log));
        }
        for (StoreChild.Handle child : children) {
            child.line();
        }
        for (StoreChild.Handle child : children) {
            child.go();
        }
        for (StoreChild.Handle child : children) {
            assertThat(child.exit()).isZero();
        }
        assertThat(Files.readAllLines(log)).containsExactly("unpacked");
    }

    @Test
    public void aLeaseEndsWithItsProcess() throws Exception {
        try (StoreChild.Handle child = StoreChild.start("lease", root, "1.24.1", log)) {
            child.line();
            child.go();
            assertThat(child.line()).isEqualTo("leased");
            assertThat(store.list().get(0).inUse()).isTrue();
            child.kill();
            assertThat(store.list().get(0).inUse()).isFalse();
        }
    }

    @Test
    public void anInstallLockEndsWithItsProcess() throws Exception {
        FakeToolchain fake = new FakeToolchain("1.24.1", "linux/amd64");
        try (StoreChild.Handle child = StoreChild.start("lock", root, "1.24.1", log)) {
            child.line();
            child.go();
            assertThat(child.line()).isEqualTo("locked");
            List<String> notices = new ArrayList<>();
            store.lock(fake.version, fake.platform, notice -> {
                        notices.add(notice);
                        child.process.destroyForcibly();
                    })
                    .close();
            assertThat(notices).hasSize(1);
            assertThat(notices.get(0)).contains("Go 1.24.1 for linux/amd64", "process " + child.process.pid());
        }
    }
}
