package io.jenkins.plugins.gotoolchain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class AuditTest {

    private static final AuditBudget DAILY = new AuditBudget(0, Duration.ofHours(1), Duration.ofDays(1));

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final MovableClock clock = new MovableClock();
    private Path root;
    private ToolchainStore store;

    @Before
    public void open() throws Exception {
        root = temporary.getRoot().toPath().toRealPath().resolve("store");
        store = new ToolchainStore(root, clock);
    }

    private Path install(String version) throws Exception {
        return new FakeToolchain(version, "linux/amd64").install(store).home();
    }

    /** As somebody would who does not want to be seen: size and time stay. */
    private static void tamper(Path file) throws Exception {
        FileTime time = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[3] ^= 1;
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
    }

    private static List<String> versions(AuditReport report) {
        return report.audited().stream().map(one -> one.version().text()).toList();
    }

    @Test
    public void whatIsSoundStaysAndIsNotReadAgainTooSoon() throws Exception {
        install("1.24.1");
        install("1.23.6");
        assertThat(versions(store.audit(DAILY))).containsExactlyInAnyOrder("1.24.1", "1.23.6");
        AuditReport again = store.audit(DAILY);
        assertThat(again.audited()).isEmpty();
        assertThat(again.recent()).isEqualTo(2);
        clock.forward(Duration.ofHours(25));
        assertThat(store.audit(DAILY).audited()).hasSize(2);
        assertThat(store.list()).hasSize(2);
    }

    @Test
    public void whatWasChangedInSilenceIsPutAsideAndTheFileNamed() throws Exception {
        Path home = install("1.24.1");
        Path other = install("1.23.6");
        tamper(home.resolve("bin/go"));
        assertThat(find("1.24.1")).as("neither size nor time say so").isPresent();
        AuditReport report = store.audit(DAILY);
        assertThat(report.unsound()).hasSize(1);
        Audited found = report.unsound().get(0);
        assertThat(found.report().changed()).containsExactly("bin/go");
        assertThat(found.home()).isEqualTo(home.toString());
        assertThat(home).doesNotExist();
        assertThat(Path.of(found.aside())).isDirectory();
        assertThat(find("1.24.1")).as("the next build has it provisioned anew").isEmpty();
        assertThat(other).exists();
    }

    @Test
    public void whatIsInUseIsPutAsideToo() throws Exception {
        Path home = install("1.24.1");
        try (Lease lease = store.lease(find("1.24.1").orElseThrow())) {
            tamper(home.resolve("bin/go"));
            assertThat(store.audit(DAILY).unsound()).hasSize(1);
            assertThat(home).doesNotExist();
        }
    }

    @Test
    public void aReceiptOfAnotherTreeIsFound() throws Exception {
        install("1.24.1");
        Toolchain toolchain = find("1.24.1").orElseThrow();
        Path receipt = toolchain.home().resolve(MetaFiles.RECEIPT);
        Files.writeString(receipt, Files.readString(receipt).replace(toolchain.receipt().treeDigest(), "0".repeat(64)));
        assertThat(store.audit(DAILY).unsound().get(0).report().problems())
                .containsExactly("the manifest is not the one that the receipt names");
    }

    @Test
    public void whenTheTimeIsOverTheNextOneGoesOnWithTheRest() throws Exception {
        install("1.24.1");
        install("1.23.6");
        install("1.22.12");
        AuditBudget none = new AuditBudget(0, Duration.ZERO, Duration.ofDays(1));
        AuditReport report = store.audit(none);
        assertThat(report.audited()).isEmpty();
        assertThat(report.left()).isEqualTo(3);
        assertThat(store.audit(DAILY).audited()).hasSize(3);
    }

    @Test
    public void whatWasReadLongestAgoIsReadFirst() throws Exception {
        install("1.24.1");
        store.audit(DAILY);
        clock.forward(Duration.ofHours(20));
        install("1.23.6");
        store.audit(DAILY);
        clock.forward(Duration.ofHours(30));
        assertThat(versions(store.audit(DAILY))).containsExactly("1.24.1", "1.23.6");
    }

    @Test
    public void aFolderOutsideOfAnyStoreIsOnlyReported() throws Exception {
        Path image = temporary.getRoot().toPath().toRealPath().resolve("image");
        Files.move(install("1.24.1"), image);
        ForeignToolchain toolchain = ForeignToolchain.in(image, false);
        assertThat(toolchain.audit("/opt/go", AuditBudget.UNLIMITED).report().isSound()).isTrue();
        tamper(image.resolve("bin/go"));
        Audited found = toolchain.audit("/opt/go", AuditBudget.UNLIMITED);
        assertThat(found.home()).isEqualTo("/opt/go");
        assertThat(found.version()).isEqualTo(new GoVersion("1.24.1"));
        assertThat(found.report().changed()).containsExactly("bin/go");
        assertThat(image).isDirectory();
    }

    @Test
    public void anInterruptEndsItAndCountsForNothing() throws Exception {
        install("1.24.1");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> store.audit(new AuditBudget(1, Duration.ofHours(1), Duration.ofDays(1))))
                .isInstanceOf(InterruptedException.class);
        assertThat(store.audit(DAILY).audited()).hasSize(1);
    }

    @Test
    public void readersArePacedTogether() {
        Pace pace = new Pace(1_000_000);
        long now = System.nanoTime();
        assertThat(pace.due(100_000, now)).as("a tenth of a second's worth at once").isLessThanOrEqualTo(100_000_000L);
        long due = pace.due(1_000_000, now);
        assertThat(due).isBetween(900_000_000L, 1_100_000_000L);
        assertThat(pace.due(1_000_000, now)).isEqualTo(due + 1_000_000_000L);
        assertThat(pace.due(0, now + 10_000_000_000L)).as("a pause is not saved up").isZero();
    }

    @Test
    public void anEmptyStoreHasNothingToRead() throws Exception {
        assertThat(store.audit(DAILY).audited()).isEmpty();
    }

    private java.util.Optional<Toolchain> find(String version) throws Exception {
        return store.find(new GoVersion(version), Platform.parse("linux/amd64"), line -> {});
    }
}
