package io.jenkins.plugins.gotoolchain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.trust.Proof;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class PublishTest {

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final List<String> notices = new ArrayList<>();
    private FakeToolchain fake;
    private Path root;
    private ToolchainStore store;

    @Before
    public void setUp() throws Exception {
        fake = new FakeToolchain("1.24.1", "linux/amd64");
        root = temporary.getRoot().toPath().toRealPath().resolve("store");
        store = new ToolchainStore(root);
    }

    @Test
    public void whatWasPublishedIsFoundWithItsReceipt() throws Exception {
        Toolchain published = fake.install(store);
        Toolchain found = store.find(fake.version, fake.platform, notices::add).orElseThrow();
        assertThat(found.home()).isEqualTo(root.resolve("go1.24.1.linux-amd64"));
        assertThat(found.receipt()).isEqualTo(published.receipt());
        assertThat(notices).isEmpty();
    }

    @Test
    public void theReceiptSaysWhatWasInstalledFromWhereAndOnWhichEvidence() throws Exception {
        Receipt receipt = fake.install(store).receipt();
        assertThat(receipt.source()).isEqualTo("https://mirror.example.com/go/");
        assertThat(receipt.archiveSha256()).isEqualTo(fake.archiveSha256);
        assertThat(receipt.archiveSize()).isEqualTo(1234);
        assertThat(receipt.met()).containsExactly("sha256");
        assertThat(receipt.evidence().get(0).how()).contains("the configuration");
        assertThat(receipt.pins()).containsExactly(fake.archiveSha256);
        assertThat(receipt.treeDigest()).isEqualTo(fake.manifest().digest());
        assertThat(receipt.treeFiles()).isEqualTo(fake.files.size());
    }

    @Test
    public void aRootThatIsNotThereHasNoToolchainsAndIsNotMade() throws Exception {
        assertThat(store.find(fake.version, fake.platform, notices::add)).isEmpty();
        assertThat(store.list()).isEmpty();
        assertThat(root).doesNotExist();
    }

    @Test
    public void aStagingThatIsClosedLeavesNothing() throws Exception {
        try (Staging staging = store.stage(fake.version, fake.platform)) {
            fake.unpack(staging.folder());
        }
        assertThat(root.resolve(".staging")).isEmptyDirectory();
        assertThat(store.find(fake.version, fake.platform, notices::add)).isEmpty();
    }

    @Test
    public void aProofOfAnotherTreeIsRefused() throws Exception {
        Proof proof = fake.proof();
        fake.put("bin/go", "something else");
        try (Staging staging = store.stage(fake.version, fake.platform)) {
            fake.unpack(staging.folder());
            assertThatThrownBy(() -> store.publish(staging, proof, fake.manifest(), fake.draft()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("another tree");
        }
        assertThat(root.resolve("go1.24.1.linux-amd64")).doesNotExist();
    }

    @Test
    public void aProofOfAnotherVersionIsRefused() throws Exception {
        FakeToolchain other = new FakeToolchain("1.23.5", "linux/amd64");
        try (Staging staging = store.stage(fake.version, fake.platform)) {
            other.unpack(staging.folder());
            assertThatThrownBy(() -> store.publish(staging, other.proof(), other.manifest(), fake.draft()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("the proof is of Go 1.23.5");
        }
    }

    @Test
    public void aProofOfAnotherPlatformIsRefused() throws Exception {
        FakeToolchain other = new FakeToolchain("1.24.1", "linux/arm64");
        try (Staging staging = store.stage(fake.version, fake.platform)) {
            other.unpack(staging.folder());
            assertThatThrownBy(() -> store.publish(staging, other.proof(), other.manifest(), fake.draft()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("for linux/arm64");
        }
    }

    @Test
    public void aFolderThatLacksAFileOfTheManifestIsRefused() throws Exception {
        assertRefused(folder -> Files.delete(folder.resolve("src/p1/file1.go")), "missing: src/p1/file1.go");
    }

    @Test
    public void aFolderWithAFileMoreThanTheManifestIsRefused() throws Exception {
        assertRefused(folder -> Files.writeString(folder.resolve("misc"), "x"), "added: misc");
    }

    @Test
    public void aFolderWithAFileCutShortIsRefused() throws Exception {
        assertRefused(folder -> Files.writeString(folder.resolve("bin/go"), ""), "changed: bin/go");
    }

    @Test
    public void anArchiveThatBringsItsOwnReceiptIsRefused() throws Exception {
        fake.put(".receipt.json", "{}");
        assertRefused(folder -> {}, "a file of the store's own, .receipt.json");
    }

    private interface Change {
        void to(Path folder) throws Exception;
    }

    private void assertRefused(Change change, String why) throws Exception {
        try (Staging staging = store.stage(fake.version, fake.platform)) {
            fake.unpack(staging.folder());
            change.to(staging.folder());
            assertThatThrownBy(() -> store.publish(staging, fake.proof(), fake.manifest(), fake.draft()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(why);
        }
        assertThat(root.resolve("go1.24.1.linux-amd64")).doesNotExist();
        assertThat(root.resolve(".staging")).isEmptyDirectory();
    }

    @Test
    public void aClosedStagingCannotBePublished() throws Exception {
        Staging staging = store.stage(fake.version, fake.platform);
        fake.unpack(staging.folder());
        staging.close();
        assertThatThrownBy(() -> store.publish(staging, fake.proof(), fake.manifest(), fake.draft()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    public void publishingAgainReplacesWhatWasThere() throws Exception {
        fake.install(store);
        fake.put("src/p0/new.go", "package p0\n");
        Toolchain second = fake.install(store);
        assertThat(second.home().resolve("src/p0/new.go")).exists();
        assertThat(store.find(fake.version, fake.platform, notices::add)).isPresent();
        assertThat(root.resolve(".trash")).isEmptyDirectory();
    }

    @Test
    public void tooLittleSpaceIsSaidBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> store.stage(fake.version, fake.platform, Long.MAX_VALUE / 2))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("MiB free");
        assertThat(root.resolve(".staging")).isEmptyDirectory();
    }
}
