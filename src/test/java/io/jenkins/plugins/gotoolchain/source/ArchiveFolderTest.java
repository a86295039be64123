package io.jenkins.plugins.gotoolchain.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.Assume.assumeNoException;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.Packaging;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ArchiveFolderTest {

    private static final GoVersion GO = new GoVersion("1.24.1");
    private static final Platform LINUX = new Platform("linux", "amd64");
    private static final String NAME = "go1.24.1.linux-amd64.tar.gz";
    private static final String MODULE = "golang.org/toolchain/@v/v0.0.1-go1.24.1.linux-amd64.zip";
    private static final String HEX = "ab".repeat(32);

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path folder;
    private ArchiveFolder source;

    @Before
    public void open() throws IOException {
        folder = temporary.newFolder("go archives").toPath();
        source = new ArchiveFolder(folder, true, Set.of());
    }

    private Path put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    public void aSignatureBesideAnArchiveIsNamed() throws Exception {
        Path file = Files.write(folder.resolve("go1.24.1.linux-amd64.tar.gz"), new byte[5]);
        assertThat(source.offer(GO, LINUX).locations().get(0).signature()).isNull();
        Path signature = Files.write(folder.resolve("go1.24.1.linux-amd64.tar.gz.asc"), new byte[5]);
        assertThat(source.offer(GO, LINUX).locations().get(0).uri()).isEqualTo(file.toUri());
        assertThat(source.offer(GO, LINUX).locations().get(0).signature()).isEqualTo(signature.toUri());
    }

    @Test
    public void anArchiveIsOfferedWithTheDigestBesideIt() throws Exception {
        Path file = put(NAME, "archive");
        put(NAME + ".sha256", HEX + "  " + NAME + "\n");
        Offer offer = source.offer(GO, LINUX);

        assertThat(offer.archive().size()).isEqualTo(7);
        assertThat(offer.archive().packaging()).isEqualTo(Packaging.TAR_GZ);
        assertThat(offer.locations()).containsExactly(new Location(file.toUri(), "sha256:" + HEX, null));
        assertThat(offer.claims()).singleElement().satisfies(claim -> {
            assertThat(claim.sha256()).isEqualTo(HEX);
            assertThat(claim.kind()).isEqualTo(DigestClaim.Kind.FOLDER);
            assertThat(claim.trusted()).isTrue();
            assertThat(claim.from()).endsWith(".sha256");
        });
    }

    @Test
    public void aListAndACopyOfTheIndexCountToo() throws Exception {
        put(NAME, "archive");
        put("SHA256SUMS", HEX + " *" + NAME + "\n");
        put("index.json", "[{\"version\":\"go1.24.1\",\"files\":[{\"filename\":\"" + NAME + "\",\"os\":\"linux\",\"arch\":\"amd64\","
                + "\"version\":\"go1.24.1\",\"sha256\":\"" + "cd".repeat(32) + "\",\"size\":7}]}]");

        assertThat(source.offer(GO, LINUX).claims()).extracting(DigestClaim::sha256).containsExactly(HEX, "cd".repeat(32));
    }

    @Test
    public void aFolderWhoseWordIsNotTrustedMakesNoEvidence() throws Exception {
        put(NAME, "archive");
        put(NAME + ".sha256", HEX);

        assertThat(new ArchiveFolder(folder, false, Set.of()).offer(GO, LINUX).claims()).noneMatch(DigestClaim::trusted);
    }

    @Test
    public void anArchiveWithoutADigestIsOfferedWithoutAClaim() throws Exception {
        put(NAME, "archive");

        assertThat(source.offer(GO, LINUX).claims()).isEmpty();
    }

    @Test
    public void aModuleOfAProxysFileTreeIsOffered() throws Exception {
        Path zip = put(MODULE, "zip");
        Offer offer = source.offer(GO, LINUX);

        assertThat(offer.archive().packaging()).isEqualTo(Packaging.MODULE_ZIP);
        assertThat(offer.locations()).containsExactly(new Location(zip.toUri(),
                "module:golang.org/toolchain@v0.0.1-go1.24.1.linux-amd64", folder.toUri()));
    }

    @Test
    public void goesOwnModuleCacheIsSuchATree() throws Exception {
        put("cache/download/" + MODULE, "zip");
        Offer offer = source.offer(GO, LINUX);

        assertThat(offer.locations().get(0).proxyBase()).isEqualTo(folder.resolve("cache/download").toUri());
    }

    @Test
    public void anArchiveThatCanBeProvenHereComesBeforeAModuleThatNeedsTheNetwork() throws Exception {
        put(NAME, "archive");
        put(MODULE, "zip");
        assertThat(source.offers(GO, LINUX)).extracting(offer -> offer.archive().packaging())
                .containsExactly(Packaging.MODULE_ZIP, Packaging.TAR_GZ);

        put(NAME + ".sha256", HEX);
        assertThat(source.offers(GO, LINUX)).extracting(offer -> offer.archive().packaging())
                .containsExactly(Packaging.TAR_GZ, Packaging.MODULE_ZIP);
    }

    @Test
    public void itsVersionsAreThoseOfItsFiles() throws Exception {
        put(NAME, "");
        put("go1.23.8.linux-amd64.tar.gz", "");
        put("go1.25.0.windows-amd64.zip", "");
        put("go1.24.2.linux-amd64.tar.gz.part", "");
        put("golang.org/toolchain/@v/v0.0.1-go1.25.1.linux-amd64.zip", "");
        put("golang.org/toolchain/@v/v0.0.1-go1.25.2.linux-amd64.info", "");

        assertThat(source.versions(LINUX)).extracting(GoVersion::text).containsExactly("1.23.8", "1.24.1", "1.25.1");
    }

    @Test
    public void aVersionThatIsNotThereIsNamedWithWhatWouldHelp() {
        assertThatThrownBy(() -> source.offer(GO, LINUX))
                .isInstanceOf(VersionException.class)
                .hasMessageContaining("1.24.1").hasMessageContaining("linux/amd64").hasMessageContaining(folder.toString())
                .hasMessageContaining(NAME);
    }

    @Test
    public void aFolderThatIsAwayIsUnreachable() throws Exception {
        Files.delete(folder);

        assertThatThrownBy(() -> source.offer(GO, LINUX)).isInstanceOf(UnreachableException.class).hasMessageContaining("is not there");
        assertThatThrownBy(() -> source.versions(LINUX)).isInstanceOf(UnreachableException.class);
    }

    @Test
    public void aDamagedIndexIsNamed() throws Exception {
        put(NAME, "archive");
        put("index.json", "[{");

        assertThatThrownBy(() -> source.offer(GO, LINUX)).isInstanceOf(UnreachableException.class).hasMessageContaining("index.json");
    }

    @Test
    public void aFileInPlaceOfTheFolderIsUnreachable() throws Exception {
        Files.delete(folder);
        Files.writeString(folder, "");

        assertThatThrownBy(() -> source.versions(LINUX)).isInstanceOf(UnreachableException.class);
    }

    @Test
    public void aLinkThatLeavesTheFolderIsNoArchive() throws Exception {
        Path outside = Files.writeString(temporary.newFile().toPath(), "archive");
        link(folder.resolve(NAME), outside);

        assertThatThrownBy(() -> source.offer(GO, LINUX)).isInstanceOf(VersionException.class);
        assertThat(source.versions(LINUX)).isEmpty();
    }

    @Test
    public void aDigestBehindALinkThatLeavesTheFolderDoesNotCount() throws Exception {
        put(NAME, "archive");
        link(folder.resolve(NAME + ".sha256"), Files.writeString(temporary.newFile().toPath(), HEX));

        assertThat(source.offer(GO, LINUX).claims()).isEmpty();
    }

    @Test
    public void aLinkedFolderOfModulesOutsideIsNotListed() throws Exception {
        Path outside = temporary.newFolder().toPath();
        Files.writeString(outside.resolve("v0.0.1-go1.24.1.linux-amd64.zip"), "");
        Files.createDirectories(folder.resolve("golang.org/toolchain"));
        link(folder.resolve("golang.org/toolchain/@v"), outside);

        assertThat(source.versions(LINUX)).isEmpty();
        assertThatThrownBy(() -> source.offer(GO, LINUX)).isInstanceOf(VersionException.class);
    }

    @Test
    public void aLinkInsideTheFolderIsFollowed() throws Exception {
        put("store/archive", "archive");
        link(folder.resolve(NAME), folder.resolve("store/archive"));

        assertThat(source.offer(GO, LINUX).archive().size()).isEqualTo(7);
    }

    private static void link(Path from, Path to) {
        try {
            Files.createSymbolicLink(from, to);
        } catch (IOException | UnsupportedOperationException e) {
            assumeNoException("did not run: no links can be made here", e);
        }
    }
}
