package io.jenkins.plugins.gotoolchain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class RemoveAndPruneTest {

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final MovableClock clock = new MovableClock();
    private final List<FakeToolchain> fakes = new ArrayList<>();
    private Path root;
    private ToolchainStore store;

    /** 1.21.1 was used first, 1.24.1 last, ten days lie between one and the next. */
    @Before
    public void installFour() throws Exception {
        root = temporary.getRoot().toPath().toRealPath().resolve("store");
        store = new ToolchainStore(root, clock);
        for (String version : List.of("1.21.1", "1.22.1", "1.23.1", "1.24.1")) {
            FakeToolchain fake = new FakeToolchain(version, "linux/amd64");
            fakes.add(fake);
            fake.install(store);
            store.find(fake.version, fake.platform, notice -> {});
            clock.forward(Duration.ofDays(10));
        }
    }

    private List<String> left() throws Exception {
        List<String> left = new ArrayList<>();
        for (Listed listed : store.list()) {
            left.add(listed.version().text());
        }
        return left;
    }

    private PruneReport prune(int keep, Duration unusedFor, long maxBytes) throws Exception {
        return store.prune(new PruneRules(keep, unusedFor, maxBytes, false));
    }

    @Test
    public void whatWasUsedWithinTheSparedTimeStays() throws Exception {
        store.prune(new PruneRules(-1, Duration.ofDays(15), 0, -1, false, Duration.ofDays(25)));
        assertThat(left()).containsExactly("1.24.1", "1.23.1");
    }

    @Test
    public void whileThereAreTooManyTheOneUsedLongestAgoGoes() throws Exception {
        PruneReport report = store.prune(new PruneRules(-1, null, -1, 2, false, null));
        assertThat(left()).containsExactly("1.24.1", "1.23.1");
        assertThat(report.removed()).extracting(PruneReport.Decision::why).containsExactly(
                "more than 2 were there: 4", "more than 2 were there: 3");
        assertThat(store.prune(new PruneRules(1, null, -1, 0, false, null)).removed()).hasSize(1);
        assertThat(left()).as("kept is kept").containsExactly("1.24.1");
    }

    @Test
    public void listedAreAllWithTheNewestVersionFirst() throws Exception {
        assertThat(left()).containsExactly("1.24.1", "1.23.1", "1.22.1", "1.21.1");
        assertThat(store.list().get(0).bytes()).isEqualTo(fakes.get(3).manifest().bytes());
    }

    @Test
    public void foldersOfOthersAreNotListed() throws Exception {
        Files.createDirectory(root.resolve("go1.24.1"));
        Files.createDirectory(root.resolve("gopher.linux-amd64"));
        Files.createDirectory(root.resolve("golang"));
        assertThat(left()).hasSize(4);
    }

    @Test
    public void whatHasNoReceiptIsListedWithItsProblem() throws Exception {
        Files.delete(root.resolve("go1.22.1.linux-amd64/.receipt.json"));
        Listed listed = store.list().get(2);
        assertThat(listed.receipt()).isEmpty();
        assertThat(listed.problem()).isEqualTo("there is no receipt");
    }

    @Test
    public void whatIsRemovedIsGone() throws Exception {
        FakeToolchain fake = fakes.get(0);
        assertThat(store.remove(fake.version, fake.platform, false)).isTrue();
        assertThat(store.remove(fake.version, fake.platform, false)).isFalse();
        assertThat(root.resolve("go1.21.1.linux-amd64")).doesNotExist();
        assertThat(root.resolve(".trash")).isEmptyDirectory();
    }

    @Test
    public void whatIsInUseIsNotRemoved() throws Exception {
        FakeToolchain fake = fakes.get(0);
        Toolchain toolchain = store.find(fake.version, fake.platform, notice -> {}).orElseThrow();
        try (Lease lease = store.lease(toolchain)) {
            assertThatThrownBy(() -> store.remove(fake.version, fake.platform, false))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is in use");
            assertThat(toolchain.home().resolve("bin/go")).exists();
            assertThat(store.remove(fake.version, fake.platform, true)).isTrue();
        }
    }

    @Test
    public void aReadOnlyTreeIsRemovedToo() throws Exception {
        Path home = root.resolve("go1.21.1.linux-amd64");
        home.resolve("src/p1/file1.go").toFile().setReadOnly();
        home.resolve("src/p1").toFile().setWritable(false, false);
        assertThat(store.remove(fakes.get(0).version, fakes.get(0).platform, false)).isTrue();
        assertThat(root.resolve(".trash")).isEmptyDirectory();
    }

    @Test
    public void aLinkInATreeIsRemovedAndItsTargetLeftAlone() throws Exception {
        Path target = temporary.newFolder("target").toPath();
        Files.writeString(target.resolve("precious"), "x");
        Files.createSymbolicLink(root.resolve("go1.21.1.linux-amd64/link"), target);
        store.remove(fakes.get(0).version, fakes.get(0).platform, false);
        assertThat(target.resolve("precious")).exists();
    }

    @Test
    public void keepAloneLeavesTheLastUsed() throws Exception {
        PruneReport report = prune(2, null, -1);
        assertThat(left()).containsExactly("1.24.1", "1.23.1");
        assertThat(report.removed()).hasSize(2);
        assertThat(report.removed().get(0).why()).isEqualTo("not one of the 2 used last");
        assertThat(report.freedBytes())
                .isEqualTo(fakes.get(0).manifest().bytes() + fakes.get(1).manifest().bytes());
    }

    @Test
    public void unusedForSendsAwayWhatWasNotUsed() throws Exception {
        PruneReport report = prune(-1, Duration.ofDays(25), -1);
        assertThat(left()).containsExactly("1.24.1", "1.23.1");
        assertThat(report.removed().get(0).why()).isEqualTo("not used for 40 days");
    }

    @Test
    public void keepHoldsBackWhatUnusedForWouldSendAway() throws Exception {
        prune(3, Duration.ofDays(5), -1);
        assertThat(left()).containsExactly("1.24.1", "1.23.1", "1.22.1");
    }

    @Test
    public void maxSizeSendsAwayTheLongestUnusedUntilItFits() throws Exception {
        long three = fakes.get(1).manifest().bytes() + fakes.get(2).manifest().bytes() + fakes.get(3).manifest().bytes();
        prune(-1, null, three);
        assertThat(left()).containsExactly("1.24.1", "1.23.1", "1.22.1");
    }

    @Test
    public void noRuleSendsNothingAway() throws Exception {
        assertThat(prune(-1, null, -1).removed()).isEmpty();
        assertThat(left()).hasSize(4);
    }

    @Test
    public void whatIsInUseIsNeverPruned() throws Exception {
        FakeToolchain oldest = fakes.get(0);
        Toolchain toolchain = store.find(oldest.version, oldest.platform, notice -> {}).orElseThrow();
        clock.forward(Duration.ofDays(100));
        try (Lease lease = store.lease(toolchain)) {
            clock.forward(Duration.ofDays(100));
            PruneReport report = prune(0, null, -1);
            assertThat(left()).containsExactly("1.21.1");
            assertThat(report.kept().get(0).why()).isEqualTo("in use");
        }
    }

    @Test
    public void usingItAgainMakesItTheLastUsed() throws Exception {
        store.find(fakes.get(0).version, fakes.get(0).platform, notice -> {});
        prune(1, null, -1);
        assertThat(left()).containsExactly("1.21.1");
    }

    @Test
    public void whatIsNoToolchainGoesByAnyRuleAndIsNoneOfThoseThatAreKept() throws Exception {
        Files.delete(root.resolve("go1.24.1.linux-amd64/.receipt.json"));
        prune(1, null, -1);
        assertThat(left()).containsExactly("1.23.1");
    }

    @Test
    public void aDryRunOnlySaysWhatWouldGo() throws Exception {
        PruneReport report = store.prune(new PruneRules(1, null, -1, true));
        assertThat(report.removed()).hasSize(3);
        assertThat(report.dryRun()).isTrue();
        assertThat(left()).hasSize(4);
    }
}
