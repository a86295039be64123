package io.jenkins.plugins.gotoolchain.trust;

import static io.jenkins.plugins.gotoolchain.trust.Samples.BYTES;
import static io.jenkins.plugins.gotoolchain.trust.Samples.OTHER;
import static io.jenkins.plugins.gotoolchain.trust.Samples.SIZE;
import static io.jenkins.plugins.gotoolchain.trust.Samples.moduleZip;
import static io.jenkins.plugins.gotoolchain.trust.Samples.pin;
import static io.jenkins.plugins.gotoolchain.trust.Samples.sha256Of;
import static io.jenkins.plugins.gotoolchain.trust.Samples.tarGz;
import static io.jenkins.plugins.gotoolchain.trust.Samples.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.Packaging;
import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import io.jenkins.plugins.gotoolchain.tree.TreeManifest;
import io.jenkins.plugins.gotoolchain.trust.sumdb.ServedDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Proofs of module zips, against a checksum database of the test's own. */
public class ModuleProofTest {

    private static final String MODULE_VERSION = "v0.0.1-go1.24.1.linux-amd64";
    private static final String PREFIX = "golang.org/toolchain@" + MODULE_VERSION + "/";
    private static final List<ModuleFile> STORED = stored("VERSION", "bin/go", "src/_go.mod");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static List<ModuleFile> stored(String... names) {
        List<ModuleFile> files = new ArrayList<>();
        for (String name : names) {
            files.add(new ModuleFile(PREFIX + name, sha256Of(name)));
        }
        return files;
    }

    /** The tree that the unpacker makes of {@link #STORED}: with a copy of go.mod. */
    private static TreeManifest unpacked() {
        return with(tree("VERSION", "bin/go", "src/_go.mod"), TreeEntry.file("src/go.mod", 1, false, sha256Of("src/_go.mod")));
    }

    private static TreeManifest with(TreeManifest tree, TreeEntry... more) {
        List<TreeEntry> entries = new ArrayList<>(tree.entries());
        entries.addAll(List.of(more));
        return TreeManifest.of(entries);
    }

    private Verifier verifier(ServedDatabase database, Requirement... required) throws IOException {
        return new Verifier(TrustPolicy.requiring(required), database.client(folder.getRoot().toPath()));
    }

    private static ServedDatabase honest() throws VerificationException {
        return ServedDatabase.holding(MODULE_VERSION, ModuleHash.of(STORED));
    }

    private static Proof prove(Verifier verifier, List<ModuleFile> stored, TreeManifest tree, DigestClaim... pins)
            throws IOException, InterruptedException {
        return verifier.proveModule(moduleZip(), SIZE, BYTES, List.of(pins), stored, tree);
    }

    @Test
    public void theDatabaseProvesTheZipAndItsTree() throws Exception {
        ServedDatabase database = honest();

        Proof proof = prove(verifier(database, Requirement.SUMDB), STORED, unpacked());

        assertThat(proof.archiveSha256()).isEqualTo(BYTES);
        assertThat(proof.archiveSize()).isEqualTo(SIZE);
        assertThat(proof.treeDigest()).isEqualTo(unpacked().digest());
        assertThat(proof.version().text()).isEqualTo("1.24.1");
        assertThat(proof.platform()).hasToString("linux/amd64");
        assertThat(proof.evidence()).hasSize(1);
        assertThat(proof.evidence().get(0).meets()).isEqualTo(Requirement.SUMDB);
        assertThat(proof.evidence().get(0).describe())
                .contains(ModuleHash.of(STORED), database.id(), "signed tree of", "https://sumdb.example.com");
    }

    @Test
    public void theLookUpCanBeginBeforeTheDownload() throws Exception {
        Verifier verifier = verifier(honest());
        verifier.prefetch(moduleZip());
        verifier.prefetch(tarGz());

        assertThat(prove(verifier, STORED, unpacked()).evidence()).hasSize(1);
    }

    @Test
    public void aPinAndTheDatabaseAreTwoPiecesOfEvidence() throws Exception {
        Proof proof = prove(verifier(honest(), Requirement.SUMDB, Requirement.SHA256), STORED, unpacked(), pin(BYTES));

        assertThat(proof.evidence().stream().map(Evidence::meets))
                .containsExactlyInAnyOrder(Requirement.SHA256, Requirement.SUMDB);
    }

    @Test
    public void filesThatTheDatabaseDoesNotKnowAreRefusedWithBothHashes() throws Exception {
        Verifier verifier = verifier(ServedDatabase.holding(MODULE_VERSION, ModuleHash.of(stored("VERSION"))));

        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> prove(verifier, STORED, unpacked()))
                .withMessageContaining(ModuleHash.of(stored("VERSION")) + " says record")
                .withMessageContaining(ModuleHash.of(STORED) + " says what its source serves")
                .withMessageContaining("Go 1.24.1, linux/amd64");
    }

    @Test
    public void aPinDoesNotOutweighTheDatabase() throws Exception {
        Verifier verifier = verifier(ServedDatabase.holding(MODULE_VERSION, ModuleHash.of(stored("VERSION"))));

        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> prove(verifier, STORED, unpacked(), pin(BYTES)));
    }

    @Test
    public void theDatabaseDoesNotOutweighAPin() throws Exception {
        Verifier verifier = verifier(honest());

        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> prove(verifier, STORED, unpacked(), pin(OTHER)))
                .withMessageContaining(OTHER + " says the pin");
    }

    @Test
    public void withoutTheDatabaseAPinIsEnough() throws Exception {
        Verifier verifier = Verifier.withoutDatabase(TrustPolicy.anyEvidence(), "GOSUMDB=off");

        assertThat(prove(verifier, STORED, unpacked(), pin(BYTES)).evidence()).hasSize(1);
    }

    @Test
    public void withoutTheDatabaseAndAPinNothingIsProven() throws Exception {
        Verifier verifier = Verifier.withoutDatabase(TrustPolicy.anyEvidence(), "GOSUMDB=off");
        verifier.prefetch(moduleZip());

        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> prove(verifier, STORED, unpacked()))
                .withMessageContaining("nothing proves v0.0.1-go1.24.1.linux-amd64.zip")
                .withMessageContaining("GOSUMDB=off");
    }

    @Test
    public void aDatabaseThatCannotBeReachedProvesNothing() throws Exception {
        Verifier verifier = verifier(ServedDatabase.unreachable());

        assertThatExceptionOfType(UnreachableException.class).isThrownBy(() -> prove(verifier, STORED, unpacked()));
    }

    @Test
    public void aPinStandsInForADatabaseThatCannotBeReachedUnlessItIsRequired() throws Exception {
        assertThat(prove(verifier(ServedDatabase.unreachable()), STORED, unpacked(), pin(BYTES)).evidence())
                .extracting(Evidence::meets)
                .containsExactly(Requirement.SHA256);

        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() ->
                        prove(verifier(ServedDatabase.unreachable(), Requirement.SUMDB), STORED, unpacked(), pin(BYTES)));
    }

    @Test
    public void aRequiredDigestIsNotMetByTheDatabase() throws Exception {
        Verifier verifier = verifier(honest(), Requirement.SHA256);

        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> prove(verifier, STORED, unpacked()))
                .withMessageContaining("lacks the evidence that is required: sha256");
    }

    @Test
    public void aRequiredDatabaseCannotProveADownloadSitesArchive() throws Exception {
        Verifier verifier = verifier(honest(), Requirement.SUMDB);

        assertThat(verifier.whyNever(Packaging.TAR_GZ)).isPresent();
        assertThat(verifier.whyNever(Packaging.ZIP)).isPresent();
        assertThat(verifier.whyNever(Packaging.MODULE_ZIP)).isEmpty();
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> verifier.proveArchive(tarGz(), SIZE, BYTES, List.of(pin(BYTES))))
                .withMessageContaining("use a Go module proxy");
    }

    @Test
    public void aTreeThatIsNotTheZipsIsRefused() throws Exception {
        Verifier verifier = verifier(honest());
        TreeManifest changed = with(
                tree("VERSION", "src/_go.mod"), TreeEntry.file("bin/go", 1, true, OTHER));
        TreeManifest more = with(unpacked(), TreeEntry.file("bin/evil", 1, true, OTHER));
        TreeManifest less = tree("VERSION", "src/_go.mod");
        TreeManifest link = with(tree("VERSION", "src/_go.mod"), new TreeEntry("bin/go", 0, false, sha256Of("bin/go"), "x"));
        TreeManifest otherGoMod = with(tree("VERSION", "bin/go", "src/_go.mod"), TreeEntry.file("src/go.mod", 1, false, OTHER));
        TreeManifest goModFromNowhere =
                with(tree("VERSION", "bin/go", "src/_go.mod"), TreeEntry.file("go.mod", 1, false, sha256Of("src/_go.mod")));
        TreeManifest notQuiteGoMod =
                with(tree("VERSION", "bin/go", "src/_go.mod"), TreeEntry.file("src/ago.mod", 1, false, sha256Of("src/_go.mod")));

        for (TreeManifest tree : List.of(changed, more, less, link, otherGoMod, goModFromNowhere, notQuiteGoMod)) {
            assertThatExceptionOfType(VerificationException.class)
                    .as(new String(tree.text()))
                    .isThrownBy(() -> prove(verifier, STORED, tree))
                    .withMessageStartingWith("the module zip ");
        }
    }

    @Test
    public void aFileOutsideOfTheModulesFolderIsRefused() throws Exception {
        List<ModuleFile> outside = new ArrayList<>(STORED);
        outside.add(new ModuleFile("golang.org/toolchain@v0.0.1-go1.24.2.linux-amd64/VERSION", BYTES));
        Verifier verifier = verifier(ServedDatabase.holding(MODULE_VERSION, ModuleHash.of(outside)));

        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> prove(verifier, outside, unpacked()))
                .withMessageContaining("outside of " + PREFIX);
    }
}
