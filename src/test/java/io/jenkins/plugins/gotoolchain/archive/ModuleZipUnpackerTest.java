package io.jenkins.plugins.gotoolchain.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ModuleZipUnpackerTest {

    private static final byte[] GO_MOD = SmallTree.utf8("module std\n");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Unpacker unpacker = new ModuleZipUnpacker();
    private Workbench bench;

    @Before
    public void prepare() throws IOException {
        bench = new Workbench(folder);
    }

    @Test
    public void theTreeIsThereWithoutItsPrefix() throws Exception {
        bench.unpack(unpacker, zip().bytes());
        assertThat(bench.found()).containsExactly("VERSION", "bin/go", "src/fmt/print.go");
        assertThat(bench.staging.resolve("src/fmt/print.go")).hasContent("package fmt\n");
    }

    @Test
    public void theEntriesAreReportedAsStored() throws Exception {
        Unpacked unpacked = bench.unpack(unpacker, zip().add(SmallTree.MODULE + "src/_go.mod", GO_MOD).bytes());
        assertThat(unpacked.archiveSha256()).isNull();
        assertThat(unpacked.stored())
                .containsExactly(
                        new StoredFile(SmallTree.MODULE + "VERSION", TarGzUnpackerTest.sha256(SmallTree.VERSION)),
                        new StoredFile(SmallTree.MODULE + "bin/go", TarGzUnpackerTest.sha256(SmallTree.ELF)),
                        new StoredFile(
                                SmallTree.MODULE + "src/fmt/print.go",
                                TarGzUnpackerTest.sha256(SmallTree.utf8("package fmt\n"))),
                        new StoredFile(SmallTree.MODULE + "src/_go.mod", TarGzUnpackerTest.sha256(GO_MOD)));
    }

    @Test
    public void goModFilesAreRestoredAndTheirOriginsKept() throws Exception {
        Unpacked unpacked = bench.unpack(unpacker, zip().add(SmallTree.MODULE + "src/_go.mod", GO_MOD).bytes());
        assertThat(bench.staging.resolve("src/go.mod")).hasBinaryContent(GO_MOD);
        assertThat(bench.staging.resolve("src/_go.mod")).hasBinaryContent(GO_MOD);
        assertThat(unpacked.manifest().entries())
                .contains(TreeEntry.file("src/go.mod", GO_MOD.length, false, TarGzUnpackerTest.sha256(GO_MOD)))
                .contains(TreeEntry.file("src/_go.mod", GO_MOD.length, false, TarGzUnpackerTest.sha256(GO_MOD)));
    }

    @Test
    public void aGoModThatWouldBeOverwrittenIsRefused() throws Exception {
        RawZip zip = zip().add(SmallTree.MODULE + "src/go.mod", GO_MOD).add(SmallTree.MODULE + "src/_go.mod", GO_MOD);
        assertThat(bench.refused(unpacker, zip.bytes())).contains("comes twice");
    }

    @Test
    public void whatTheGoCommandMakesExecutableIsExecutable() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        List<String> executable = List.of(
                "bin/gofmt", "bin/deep/er", "pkg/tool/linux_amd64/compile", "lib/wasm/go_js_wasm_exec", "lib/go_a_b_exec",
                "lib/go_a_b_c_exec");
        List<String> plain = List.of(
                "src/bin/x", "pkg/include/x", "lib/wasm/wasm_exec.js", "lib/go_exec", "lib/go_a_exec", "lib/go___exec",
                "misc/go_js_wasm_exec", "binx", "pkg/toolx");
        RawZip zip = zip();
        executable.forEach(name -> zip.add(SmallTree.MODULE + name, SmallTree.ELF));
        plain.forEach(name -> zip.add(SmallTree.MODULE + name, SmallTree.ELF, member -> member.mode = 0100777));
        Unpacked unpacked = bench.unpack(unpacker, zip.bytes());
        for (TreeEntry entry : unpacked.manifest().entries()) {
            boolean expected = executable.contains(entry.path()) || entry.path().equals("bin/go");
            assertThat(entry.executable()).as(entry.path()).isEqualTo(expected);
            assertThat(Files.isExecutable(bench.staging.resolve(entry.path()))).as(entry.path()).isEqualTo(expected);
        }
    }

    @Test
    public void timesAreKept() throws Exception {
        byte[] extra = RawZip.little(9).putShort((short) 0x5455).putShort((short) 5).put((byte) 1)
                .putInt((int) TarGz.SECONDS).array();
        bench.unpack(unpacker, zip().change(0, member -> member.extra = extra).bytes());
        assertThat(Files.getLastModifiedTime(bench.staging.resolve("VERSION")).toMillis())
                .isEqualTo(TarGz.SECONDS * 1000);
    }

    @Test
    public void largeAndManyFilesAreWhole() throws Exception {
        byte[] large = new byte[3_000_000];
        new Random(1).nextBytes(large);
        RawZip zip = zip();
        for (int i = 0; i < 4; i++) {
            zip.add(SmallTree.MODULE + "large" + i, large);
        }
        for (int i = 0; i < 500; i++) {
            zip.add(SmallTree.MODULE + "many/" + i % 20 + "/" + i, SmallTree.utf8("file " + i));
        }
        Unpacked unpacked = bench.unpack(unpacker, zip.bytes());
        assertThat(unpacked.manifest().files()).isEqualTo(507);
        assertThat(unpacked.stored()).hasSize(507).doesNotContainNull();
        assertThat(bench.found()).hasSize(507);
        for (int i = 0; i < 4; i++) {
            assertThat(bench.staging.resolve("large" + i)).hasBinaryContent(large);
        }
        assertThat(bench.staging.resolve("many/9/489")).hasContent("file 489");
    }

    @Test
    public void progressEndsWithTheWholeArchive() throws Exception {
        RawZip zip = zip();
        Path archive = zip.in(bench.root);
        long[] last = new long[2];
        unpacker.unpack(archive, bench.staging, SmallTree.SHAPE, UnpackLimits.TOOLCHAIN, (bytes, total) -> {
            last[0] = bytes;
            last[1] = total;
        });
        assertThat(last).containsExactly(Files.size(archive), Files.size(archive));
    }

    @Test
    public void folderEntriesAreHashedAsEmptyFilesAsGoDoes() throws Exception {
        Unpacked unpacked = bench.unpack(unpacker, zip().add(SmallTree.MODULE + "empty/", new byte[0]).bytes());
        assertThat(unpacked.stored())
                .contains(new StoredFile(SmallTree.MODULE + "empty/", TarGzUnpackerTest.sha256(new byte[0])));
    }

    @Test
    public void folderEntriesWithHiddenBytesAreRefused() throws Exception {
        RawZip zip = zip().add(SmallTree.MODULE + "x/", new byte[0], member -> member.data = new byte[100]);
        assertThat(bench.refused(unpacker, zip.bytes())).contains("does not end where the next one begins");
    }

    @Test
    public void filesOfAnotherModuleOrVersionAreRefused() throws Exception {
        for (String name : List.of(
                "x", "go/x", "golang.org/toolchain@v0.0.1-go1.24.2.linux-amd64/x",
                "golang.org/toolchain@v0.0.1-go1.24.1.linux-arm64/x",
                "golang.org/toolchain@v0.0.1-go1.24.1.linux-amd64")) {
            assertThat(refused(zip().add(name, GO_MOD))).as(name).contains("is not under " + SmallTree.MODULE);
        }
    }

    @Test
    public void namesThatLeaveTheFolderAreRefused() throws Exception {
        for (String name : List.of("../neighbour", "src/../../neighbour", "src/../../../../../etc/x")) {
            assertThat(refused(zip().add(SmallTree.MODULE + name, GO_MOD))).as(name).contains("leaves the folder");
        }
        assertThat(refused(zip().add("/" + SmallTree.MODULE + "x", GO_MOD))).contains("has an absolute name");
    }

    @Test
    public void namesThatMeanSomethingElseOnWindowsAreRefused() throws Exception {
        for (String name : List.of("src\\x", "C:/x", "VERSION:x", "bin/nul", "bin/go.", "bin/go ")) {
            assertThat(refused(zip().add(SmallTree.MODULE + name, GO_MOD))).as(name).isNotEmpty();
        }
    }

    @Test
    public void anEntryTwiceIsRefused() throws Exception {
        assertThat(refused(zip().add(SmallTree.MODULE + "VERSION", SmallTree.VERSION))).contains("comes twice");
    }

    @Test
    public void entriesThatDifferOnlyByCaseAreRefused() throws Exception {
        assertThat(refused(zip().add(SmallTree.MODULE + "Bin/x", GO_MOD))).contains("only by case");
        assertThat(refused(zip().add(SmallTree.MODULE + "bin/GO", GO_MOD))).contains("only by case");
    }

    @Test
    public void aFileBelowAFileIsRefused() throws Exception {
        assertThat(refused(zip().add(SmallTree.MODULE + "VERSION/x", GO_MOD))).contains("folder where a file is");
    }

    private static RawZip zip() {
        return RawZip.toolchain(SmallTree.MODULE);
    }

    private String refused(RawZip zip) throws IOException, InterruptedException {
        return new Workbench(folder).refused(unpacker, zip.bytes());
    }
}
