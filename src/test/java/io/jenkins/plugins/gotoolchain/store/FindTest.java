package io.jenkins.plugins.gotoolchain.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.gotoolchain.trust.Requirement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What is found damaged, stale or foreign is never handed out. */
public class FindTest {

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final List<String> notices = new ArrayList<>();
    private final MovableClock clock = new MovableClock();
    private FakeToolchain fake;
    private Path root;
    private Path home;
    private ToolchainStore store;

    @Before
    public void install() throws Exception {
        fake = new FakeToolchain("1.24.1", "linux/amd64");
        root = temporary.getRoot().toPath().toRealPath().resolve("store");
        store = new ToolchainStore(root, clock);
        home = fake.install(store).home();
    }

    private Optional<Toolchain> find() throws Exception {
        return store.find(fake.version, fake.platform, notices::add);
    }

    private void assertRefused(String why) throws Exception {
        assertThat(find()).isEmpty();
        assertThat(notices).hasSize(1);
        assertThat(notices.get(0)).contains(home.toString(), why, "put aside as " + root.resolve(".aside"));
        assertThat(Files.exists(home, LinkOption.NOFOLLOW_LINKS)).isFalse();
        Toolchain anew = fake.install(store);
        assertThat(store.verify(anew).isSound()).isTrue();
    }

    @Test
    public void aDeletedGoCommandIsNoticedAtOnce() throws Exception {
        Files.delete(home.resolve("bin/go"));
        assertRefused("missing: bin/go");
    }

    @Test
    public void aTruncatedToolIsNoticedAtOnce() throws Exception {
        Files.writeString(home.resolve("pkg/tool/linux_amd64/compile"), "");
        assertRefused("changed: pkg/tool/linux_amd64/compile");
    }

    @Test
    public void aToolThatLostItsRightToRunIsNoticedAtOnce() throws Exception {
        home.resolve("pkg/tool/linux_amd64/link").toFile().setExecutable(false, false);
        assertRefused("with another mode: pkg/tool/linux_amd64/link");
    }

    @Test
    public void aToolOfTheSameSizeWithOtherBytesIsNoticedAtOnce() throws Exception {
        Path tool = home.resolve("bin/go");
        byte[] bytes = Files.readAllBytes(tool);
        bytes[bytes.length - 2] ^= 1;
        Files.write(tool, bytes);
        later(tool);
        assertRefused("changed: bin/go");
    }

    @Test
    public void aFileAddedBesideTheToolsIsNoticedAtOnce() throws Exception {
        Files.writeString(home.resolve("pkg/tool/linux_amd64/evil"), "x");
        assertRefused("added: pkg/tool/linux_amd64/evil");
    }

    @Test
    public void aLinkInPlaceOfTheGoCommandIsNoticedAtOnce() throws Exception {
        Path elsewhere = temporary.newFile().toPath();
        Files.move(home.resolve("bin/go"), elsewhere, StandardCopyOption.REPLACE_EXISTING);
        Files.createSymbolicLink(home.resolve("bin/go"), elsewhere);
        assertRefused("changed: bin/go");
    }

    @Test
    public void aMissingSourceFileIsNoticedWhenTheLastLookAtTheWholeTreeIsOld() throws Exception {
        Files.delete(home.resolve("src/p1/file1.go"));
        assertThat(find()).isPresent();
        clock.forward(Duration.ofMinutes(11));
        assertRefused("missing: src/p1/file1.go");
    }

    @Test
    public void anAddedSourceFileIsNoticedWhenTheLastLookAtTheWholeTreeIsOld() throws Exception {
        Files.writeString(home.resolve("src/p1/evil.go"), "package p1");
        clock.forward(Duration.ofMinutes(11));
        assertRefused("added: src/p1/evil.go");
    }

    @Test
    public void aSourceFileEditedInPlaceIsNoticedWhenTheLastLookAtTheWholeTreeIsOld() throws Exception {
        Path file = home.resolve("src/p1/file1.go");
        Files.writeString(file, Files.readString(file).replace("xx", "yy"));
        later(file);
        clock.forward(Duration.ofMinutes(11));
        assertRefused("changed: src/p1/file1.go");
    }

    @Test
    public void droppingsOfADesktopAreNoDamage() throws Exception {
        Files.writeString(home.resolve("src/.DS_Store"), "x");
        Files.createDirectories(home.resolve("pkg/linux_amd64_race"));
        Files.writeString(home.resolve("pkg/linux_amd64_race/fmt.a"), "x");
        clock.forward(Duration.ofMinutes(11));
        assertThat(find()).isPresent();
        assertThat(notices).isEmpty();
    }

    @Test
    public void aLookAtTheWholeTreeCountsForTenMinutes() throws Exception {
        clock.forward(Duration.ofMinutes(11));
        assertThat(find()).isPresent();
        Files.delete(home.resolve("src/p1/file1.go"));
        clock.forward(Duration.ofMinutes(9));
        assertThat(find()).isPresent();
        clock.forward(Duration.ofMinutes(2));
        assertThat(find()).isEmpty();
    }

    @Test
    public void aCopiedTreeWithOtherTimesIsComparedByItsBytesAndStampedAnew() throws Exception {
        for (String path : fake.files.keySet()) {
            later(home.resolve(path));
        }
        byte[] stamp = Files.readAllBytes(home.resolve(".stamp"));
        assertThat(find()).isPresent();
        assertThat(Files.readAllBytes(home.resolve(".stamp"))).isNotEqualTo(stamp);
        assertThat(QuickCheck.agrees(home, Stamp.read(home))).isTrue();
        assertThat(Examination.quick(home, home.getFileName().toString(), Stamp.read(home))
                        .report()
                        .bytes())
                .as("read again")
                .isZero();
        assertThat(notices).isEmpty();
    }

    @Test
    public void aMissingOrDamagedStampIsMadeAnew() throws Exception {
        for (String text : List.of("", "go-toolchain-stamp 1\n", "nonsense\n\n\n")) {
            Files.writeString(home.resolve(".stamp"), text);
            assertThat(find()).isPresent();
            assertThat(QuickCheck.agrees(home, Stamp.read(home))).isTrue();
        }
        Files.delete(home.resolve(".stamp"));
        assertThat(find()).isPresent();
        assertThat(home.resolve(".stamp")).exists();
        assertThat(notices).isEmpty();
    }

    @Test
    public void aFolderWithoutAReceiptIsNoToolchain() throws Exception {
        Files.delete(home.resolve(".receipt.json"));
        assertRefused("there is no receipt");
    }

    @Test
    public void aReceiptEditedByHandToNameAnotherTreeIsRefused() throws Exception {
        edit(".receipt.json", fake.manifest().digest(), "0".repeat(64));
        assertRefused("the manifest is not the one that the receipt names");
    }

    @Test
    public void aManifestEditedByHandIsRefused() throws Exception {
        edit(".manifest", FakeToolchain.sha256(fake.files.get("bin/go")), "0".repeat(64));
        later(home.resolve(".manifest"));
        assertRefused("the manifest is not the one that the receipt names");
    }

    @Test
    public void aReceiptOfAnotherVersionInThisFolderIsRefused() throws Exception {
        FakeToolchain other = new FakeToolchain("1.23.5", "linux/amd64");
        Path otherHome = other.install(store).home();
        store.remove(fake.version, fake.platform, false);
        Files.move(otherHome, home);
        assertRefused("the receipt is of Go 1.23.5 for linux/amd64");
    }

    @Test
    public void aReceiptOfANewerSchemaIsRefused() throws Exception {
        edit(".receipt.json", "\"schema\" : 1", "\"schema\" : 2");
        assertRefused("written by a newer version of this plugin (schema 2)");
    }

    @Test
    public void aReceiptWithFieldsOfANewerVersionIsGood() throws Exception {
        edit(".receipt.json", "\"schema\" : 1", "\"schema\" : 1, \"new\" : {\"a\" : [1, {}]}, \"newer\" : null");
        assertThat(find().orElseThrow().receipt().treeDigest()).isEqualTo(fake.manifest().digest());
        assertThat(notices).isEmpty();
    }

    @Test
    public void aLinkUnderAFinalNameIsRefusedAndItsTargetLeftAlone() throws Exception {
        Path elsewhere = temporary.getRoot().toPath().resolve("elsewhere");
        Files.move(home, elsewhere);
        Files.createSymbolicLink(home, elsewhere);
        assertRefused("a link or a file stands where the toolchain's folder should be");
        assertThat(elsewhere.resolve("bin/go")).exists();
    }

    @Test
    public void aFileUnderAFinalNameIsRefused() throws Exception {
        store.remove(fake.version, fake.platform, false);
        Files.writeString(home, "x");
        assertRefused("a link or a file stands where the toolchain's folder should be");
    }

    @Test
    public void aNoteSaysWhyAToolchainWasPutAside() throws Exception {
        Files.delete(home.resolve("bin/go"));
        find();
        Path note = Sweeper.entries(root.resolve(".aside")).stream()
                .filter(path -> path.toString().endsWith(".why.txt"))
                .findAny()
                .orElseThrow();
        assertThat(note).content().contains("missing: bin/go");
    }

    @Test
    public void aReceiptWithoutTheRequiredEvidenceIsStale() throws Exception {
        ReceiptDemands demands = new ReceiptDemands(Set.of(Requirement.SUMDB), Set.of());
        assertThat(store.find(fake.version, fake.platform, demands, notices::add)).isEmpty();
        assertThat(notices.get(0)).contains("is stale", "requires evidence of kind sumdb", "put aside");
        assertThat(home).doesNotExist();
    }

    @Test
    public void aReceiptOfAnotherArchiveThanThePinnedOneIsStale() throws Exception {
        ReceiptDemands demands = new ReceiptDemands(Set.of(), Set.of("1".repeat(64)));
        assertThat(store.find(fake.version, fake.platform, demands, notices::add)).isEmpty();
        assertThat(notices.get(0)).contains("the configuration pins sha256 111", fake.archiveSha256);
    }

    @Test
    public void aReceiptThatMeetsAllDemandsIsGood() throws Exception {
        ReceiptDemands demands = new ReceiptDemands(Set.of(Requirement.SHA256), Set.of(fake.archiveSha256));
        assertThat(store.find(fake.version, fake.platform, demands, notices::add)).isPresent();
        assertThat(notices).isEmpty();
    }

    @Test
    public void aStaleToolchainThatIsInUseStaysUntilAnotherOneTakesItsPlace() throws Exception {
        ReceiptDemands demands = new ReceiptDemands(Set.of(Requirement.SUMDB), Set.of());
        try (Lease lease = store.lease(find().orElseThrow())) {
            assertThat(store.find(fake.version, fake.platform, demands, notices::add)).isEmpty();
            assertThat(notices.get(0)).contains("is stale", "in use");
            assertThat(home.resolve("bin/go")).exists();
            fake.put("src/p0/new.go", "package p0\n");
            fake.install(store);
            assertThat(home.resolve("src/p0/new.go")).exists();
        }
    }

    @Test
    public void anInterruptedLookTakesNothingForDamage() throws Exception {
        Thread.currentThread().interrupt();
        assertThat(find()).isPresent();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(notices).isEmpty();
    }

    @Test
    public void aStoreThatCannotBeWrittenToIsStillUsed() throws Exception {
        Files.delete(home.resolve(".stamp"));
        for (Path entry : Sweeper.entries(root)) {
            if (!entry.equals(home)) {
                TreeRemoval.delete(entry);
            }
        }
        Files.createFile(root.resolve(".lock"));
        assertThat(find()).isPresent();
        assertThat(notices).isEmpty();
    }

    private void edit(String name, String from, String to) throws Exception {
        Path file = home.resolve(name);
        String text = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to), StandardCharsets.UTF_8);
    }

    /** As if the change was made some time after the installation. */
    private static void later(Path file) throws Exception {
        Files.setLastModifiedTime(
                file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() + 5_000));
    }
}
