package io.jenkins.plugins.gotoolchain.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TarGzUnpackerTest {

    /** What one thread hands to another at once. */
    private static final int BATCH = 512 << 10;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Unpacker unpacker = new TarGzUnpacker();
    private Workbench bench;

    @Before
    public void prepare() throws IOException {
        bench = new Workbench(folder);
    }

    @Test
    public void theTreeIsThereWithoutItsPrefix() throws Exception {
        Unpacked unpacked = bench.unpack(unpacker, TarGz.toolchain().gzip());
        assertThat(bench.found()).containsExactly("VERSION", "bin/go", "src/fmt/print.go");
        assertThat(bench.staging.resolve("src/fmt/print.go")).hasContent("package fmt\n");
        assertThat(unpacked.stored()).isEmpty();
        assertThat(unpacked.leftOut()).isEmpty();
    }

    @Test
    public void theManifestHasEveryFile() throws Exception {
        Unpacked unpacked = bench.unpack(unpacker, TarGz.toolchain().gzip());
        assertThat(unpacked.manifest().entries())
                .containsExactly(
                        TreeEntry.file("VERSION", SmallTree.VERSION.length, false, sha256(SmallTree.VERSION)),
                        TreeEntry.file("bin/go", SmallTree.ELF.length, true, sha256(SmallTree.ELF)),
                        TreeEntry.file("src/fmt/print.go", 12, false, sha256(SmallTree.utf8("package fmt\n"))));
    }

    @Test
    public void theDigestIsOfTheWholeArchive() throws Exception {
        byte[] archive = TarGz.toolchain().gzip();
        assertThat(bench.unpack(unpacker, archive).archiveSha256()).isEqualTo(sha256(archive));
    }

    @Test
    public void modesBecomeTheTwoThatGoHas() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        bench.unpack(
                unpacker,
                TarGz.toolchain()
                        .file("go/all.bash", 06777, new byte[1])
                        .file("go/secret", 0600, new byte[1])
                        .gzip());
        assertThat(mode("all.bash")).isEqualTo("rwxr-xr-x");
        assertThat(mode("secret")).isEqualTo("rw-r--r--");
        assertThat(mode("src")).isEqualTo("rwxr-xr-x");
    }

    @Test
    public void timesAreKept() throws Exception {
        bench.unpack(unpacker, TarGz.toolchain().gzip());
        assertThat(Files.getLastModifiedTime(bench.staging.resolve("VERSION")).toMillis())
                .isEqualTo(TarGz.SECONDS * 1000);
    }

    @Test
    public void linksInsideAreMade() throws Exception {
        Unpacked unpacked = bench.unpack(
                unpacker, TarGz.toolchain().link("go/pkg/gofmt", '2', "../bin/go").gzip());
        Path link = bench.staging.resolve("pkg/gofmt");
        assertThat(Files.readSymbolicLink(link)).hasToString("../bin/go");
        assertThat(unpacked.manifest().entries())
                .contains(new TreeEntry("pkg/gofmt", 0, false, sha256(SmallTree.utf8("../bin/go")), "../bin/go"));
    }

    @Test
    public void filesLargerThanABatchAreWhole() throws Exception {
        byte[] large = new byte[3 * BATCH + 4711];
        new Random(1).nextBytes(large);
        byte[] exact = Arrays.copyOf(large, BATCH);
        TarGz archive = TarGz.toolchain();
        for (int i = 0; i < 5; i++) {
            archive.file("go/large" + i, 0644, large).file("go/small" + i, "x").file("go/empty" + i, "");
            archive.file("go/exact" + i, 0644, exact);
        }
        Unpacked unpacked = bench.unpack(unpacker, archive.gzip());
        for (int i = 0; i < 5; i++) {
            assertThat(bench.staging.resolve("large" + i)).hasBinaryContent(large);
            assertThat(bench.staging.resolve("exact" + i)).hasBinaryContent(exact);
            assertThat(bench.staging.resolve("empty" + i)).isEmptyFile();
        }
        assertThat(unpacked.manifest().files()).isEqualTo(23);
        assertThat(unpacked.manifest().entries()).contains(TreeEntry.file("large4", large.length, false, sha256(large)));
    }

    @Test
    public void longNamesAreKeptInEitherForm() throws Exception {
        String name = "go/" + "folder/".repeat(40) + "file.go";
        String folder = "go/" + "other/".repeat(40);
        Unpacked unpacked = bench.unpack(
                unpacker, TarGz.toolchain().file(name, "x").folder(folder).gzip());
        assertThat(unpacked.manifest().files()).isEqualTo(4);
        assertThat(bench.staging.resolve(name.substring(3))).hasContent("x");
        assertThat(bench.staging.resolve(folder.substring(3))).isDirectory();
    }

    @Test
    public void progressEndsWithTheWholeArchive() throws Exception {
        Path archive = TarGz.toolchain().in(bench.root);
        long[] last = new long[2];
        unpacker.unpack(archive, bench.staging, SmallTree.SHAPE, UnpackLimits.TOOLCHAIN, (bytes, total) -> {
            last[0] = bytes;
            last[1] = total;
        });
        assertThat(last).containsExactly(Files.size(archive), Files.size(archive));
    }

    @Test
    public void namesThatLeaveTheFolderAreRefused() throws Exception {
        assertThat(refused(TarGz.toolchain().file("go/../../neighbour", "x"))).contains("\"go/../../neighbour\" leaves");
    }

    @Test
    public void absoluteNamesAreRefused() throws Exception {
        assertThat(refused(TarGz.toolchain().file("/neighbour", "x"))).contains("\"/neighbour\" has an absolute name");
    }

    @Test
    public void filesBesideTheFolderGoAreRefused() throws Exception {
        assertThat(refused(TarGz.toolchain().file("other/x", "x"))).contains("\"other/x\" is not under go/");
        assertThat(new Workbench(folder).refused(unpacker, TarGz.toolchain().file("go", "x").gzip()))
                .contains("is not under go/");
    }

    @Test
    public void linksThatLeaveAreRefused() throws Exception {
        for (String target : List.of("../../neighbour", "/etc/passwd", "fmt/../../../neighbour")) {
            assertThat(new Workbench(folder)
                            .refused(unpacker, TarGz.toolchain().link("go/src/x", '2', target).gzip()))
                    .contains("link that leaves the folder");
        }
    }

    @Test
    public void aFileThroughALinkIsRefused() throws Exception {
        assertThat(refused(TarGz.toolchain().link("go/out", '2', "src").file("go/out/x", "x")))
                .contains("is a folder where a file is");
        assertThat(bench.found()).doesNotContain("src/x");
    }

    @Test
    public void aLinkOverAFolderIsRefused() throws Exception {
        assertThat(refused(TarGz.toolchain().link("go/src", '2', "bin"))).contains("is a file where a folder is");
    }

    @Test
    public void aFileOverALinkIsRefused() throws Exception {
        assertThat(refused(TarGz.toolchain().link("go/x", '2', "VERSION").file("go/x", "x"))).contains("comes twice");
    }

    @Test
    public void hardLinksAreRefused() throws Exception {
        assertThat(refused(TarGz.toolchain().link("go/x", '1', "go/VERSION"))).contains("is a hard link");
    }

    @Test
    public void devicesAndPipesAreRefused() throws Exception {
        for (char kind : "3467".toCharArray()) {
            assertThat(new Workbench(folder)
                            .refused(unpacker, TarGz.toolchain().link("go/x", kind, "").gzip()))
                    .contains("is neither a file, a folder nor a link");
        }
    }

    @Test
    public void sparseFilesAreRefused() throws Exception {
        for (String pax : List.of(
                "22 GNU.sparse.major=1\n22 GNU.sparse.minor=0\n31 GNU.sparse.realsize=9999999\n",
                "25 GNU.sparse.size=99999\n26 GNU.sparse.numblocks=0\n",
                "26 SCHILY.filetype=sparse\n27 SCHILY.realsize=9999999\n")) {
            byte[] archive = TarGz.toolchain()
                    .entry("pax", 'x', SmallTree.utf8(pax), entry -> {})
                    .file("go/x", 0644, new byte[512])
                    .gzip();
            assertThat(new Workbench(folder).refused(unpacker, archive)).as(pax).contains("sparse");
        }
        assertThat(refused(TarGz.toolchain().link("go/x", 'S', ""))).contains("sparse");
    }

    @Test
    public void anEntryTwiceIsRefused() throws Exception {
        assertThat(refused(TarGz.toolchain().file("go/VERSION", "x"))).contains("comes twice");
    }

    @Test
    public void entriesThatDifferOnlyByCaseAreRefused() throws Exception {
        assertThat(refused(TarGz.toolchain().file("go/version", "x"))).contains("only by case");
    }

    @Test
    public void aFolderWithContentIsRefused() throws Exception {
        byte[] tar = TarGz.toolchain().file("go/x", 0644, new byte[512]).unended();
        TarGz.retype(tar, tar.length - 1024, '5');
        assertThat(bench.refused(unpacker, TarGz.gzip(tar))).contains("folder with content");
    }

    @Test
    public void moreEntriesThanAllowedAreRefused() throws Exception {
        UnpackLimits limits = new UnpackLimits(4, 1 << 20, 1 << 20, 400);
        bench.unpack(unpacker, TarGz.toolchain().gzip(), SmallTree.SHAPE, limits);
        assertThat(new Workbench(folder)
                        .refused(unpacker, TarGz.toolchain().folder("go/x/").gzip(), SmallTree.SHAPE, limits))
                .contains("more than 4 entries");
    }

    @Test
    public void moreBytesThanAllowedAreRefusedBeforeTheyAreWritten() throws Exception {
        UnpackLimits limits = new UnpackLimits(100, 1000, 600, 400);
        byte[] archive = TarGz.toolchain().file("go/a", 0644, new byte[600]).file("go/b", 0644, new byte[400]).gzip();
        assertThat(bench.refused(unpacker, archive, SmallTree.SHAPE, limits)).contains("more than 1000 bytes");
        assertThat(bench.found()).doesNotContain("b");
    }

    @Test
    public void aFileThatIsTooLargeIsRefused() throws Exception {
        UnpackLimits limits = new UnpackLimits(100, 1000, 600, 400);
        byte[] archive = TarGz.toolchain().file("go/a", 0644, new byte[601]).gzip();
        assertThat(bench.refused(unpacker, archive, SmallTree.SHAPE, limits)).contains("more than 600 bytes");
    }

    @Test
    public void aHeaderThatTakesUpMemoryIsRefused() throws Exception {
        byte[] name = new byte[40 << 20];
        Arrays.fill(name, (byte) 'x');
        byte[] archive = new TarGz().entry("././@LongLink", 'L', name, entry -> {}).gzip();
        assertThat(bench.refused(unpacker, archive)).contains("a header of more than 65536 bytes");
    }

    @Test
    public void aPaxHeaderThatTakesUpMemoryIsRefused() throws Exception {
        byte[] pax = SmallTree.utf8("41943040 comment=" + "x".repeat(41943040 - 18) + "\n");
        byte[] archive = new TarGz().entry("pax", 'x', pax, entry -> {}).gzip();
        assertThat(bench.refused(unpacker, archive)).contains("a header of more than 65536 bytes");
    }

    @Test
    public void aPaxHeaderCannotChangeTheNameToOneOutside() throws Exception {
        byte[] archive = TarGz.toolchain()
                .entry("pax", 'x', SmallTree.utf8("22 path=../../outside\n"), entry -> {})
                .file("go/harmless", "x")
                .gzip();
        assertThat(bench.refused(unpacker, archive)).contains("leaves the folder");
    }

    @Test
    public void aPaxHeaderThatIsNoneIsRefused() throws Exception {
        for (String pax : List.of("junk", "99 path=x\n", "-5 path=x\n", "12 size=-77\n", "6 path\n", "14 size=xyzzy\n")) {
            byte[] archive = TarGz.toolchain()
                    .entry("pax", 'x', SmallTree.utf8(pax), entry -> {})
                    .file("go/../x", "x")
                    .gzip();
            assertThat(new Workbench(folder).refused(unpacker, archive)).as(pax).isNotEmpty();
        }
    }

    @Test
    public void aDamagedHeaderIsRefused() throws Exception {
        byte[] tar = TarGz.toolchain().tar();
        tar[512 + 136] ^= 1;
        assertThat(bench.refused(unpacker, TarGz.gzip(tar))).contains("\"go/VERSION\" has a damaged header");
    }

    @Test
    public void aTarWithoutItsEndIsRefused() throws Exception {
        byte[] tar = TarGz.toolchain().unended();
        assertThat(bench.refused(unpacker, TarGz.gzip(tar))).contains("its tar has no end");
        assertThat(new Workbench(folder).refused(unpacker, TarGz.gzip(Arrays.copyOf(tar, tar.length + 512))))
                .contains("its tar has no end");
    }

    @Test
    public void aTarCutOffInAFileIsRefused() throws Exception {
        byte[] tar = TarGz.toolchain().unended();
        assertThat(bench.refused(unpacker, TarGz.gzip(Arrays.copyOf(tar, tar.length - 505)))).contains("ncated");
    }

    @Test
    public void somethingAfterTheEndOfTheTarIsRefused() throws Exception {
        byte[] tar = TarGz.toolchain().tar();
        byte[] more = Arrays.copyOf(tar, tar.length + 10240);
        more[more.length - 1] = 'x';
        assertThat(bench.refused(unpacker, TarGz.gzip(more))).contains("something after the end of its tar");
    }

    @Test
    public void aSecondTarAfterTheEndIsRefused() throws Exception {
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.writeBytes(TarGz.toolchain().unended());
        two.writeBytes(new byte[1024]);
        two.writeBytes(new TarGz().file("go/hidden", "x").tar());
        assertThat(bench.refused(unpacker, TarGz.gzip(two.toByteArray()))).contains("something after the end of its tar");
        assertThat(bench.found()).doesNotContain("hidden");
    }

    @Test
    public void endlessZerosAfterTheEndAreRefused() throws Exception {
        byte[] tar = TarGz.toolchain().tar();
        assertThat(bench.refused(unpacker, TarGz.gzip(Arrays.copyOf(tar, tar.length + (64 << 20)))))
                .contains("more than 65536 bytes");
    }

    @Test
    public void aBombIsRefusedWhileItIsSmall() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new TarGz().entry("go/bomb", '0', new byte[0], entry -> {}).unended(), 0, 512);
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                gzip.write(zeros);
            }
        }
        assertThat(bench.refused(unpacker, packed.toByteArray())).isNotEmpty();
    }

    @Test
    public void whatIsNoGzipIsRefused() throws Exception {
        assertThat(bench.refused(unpacker, SmallTree.utf8("<html>not here</html>"))).contains("it is no gzip file");
        assertThat(bench.refused(unpacker, new byte[0])).contains("it is no gzip file");
    }

    @Test
    public void aFlippedBitChangesNothingThatIsUnpacked() throws Exception {
        byte[] archive = TarGz.toolchain().gzip();
        String tree = bench.unpack(unpacker, archive).manifest().digest();
        int refused = 0;
        for (int i = 10; i < archive.length; i++) {
            byte[] flipped = archive.clone();
            flipped[i] ^= 0x10;
            try {
                Unpacked unpacked = new Workbench(folder).unpack(unpacker, flipped);
                assertThat(unpacked.manifest().digest()).isEqualTo(tree);
                assertThat(unpacked.archiveSha256()).isEqualTo(sha256(flipped));
            } catch (VerificationException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(archive.length - 20);
    }

    @Test
    public void anArchiveCutOffAnywhereIsRefused() throws Exception {
        byte[] archive = TarGz.toolchain().gzip();
        for (int length = 0; length < archive.length; length += 7) {
            assertThat(new Workbench(folder).refused(unpacker, Arrays.copyOf(archive, length))).isNotEmpty();
        }
        assertThat(bench.refused(unpacker, Arrays.copyOf(archive, archive.length - 1))).contains("it is cut off");
    }

    @Test
    public void somethingAfterTheEndIsRefused() throws Exception {
        byte[] archive = TarGz.toolchain().gzip();
        assertThat(bench.refused(unpacker, Arrays.copyOf(archive, archive.length + 1)))
                .contains("something after its end");
    }

    @Test
    public void aSecondGzipMemberIsRefused() throws Exception {
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.writeBytes(TarGz.toolchain().gzip());
        two.writeBytes(TarGz.gzip(new byte[0]));
        assertThat(bench.refused(unpacker, two.toByteArray())).contains("something after its end");
    }

    @Test
    public void aGzipHeaderWithNameAndCommentIsRead() throws Exception {
        byte[] plain = TarGz.toolchain().gzip();
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        archive.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 4 | 8 | 16 | 2, 0, 0, 0, 0, 0, 3});
        archive.writeBytes(new byte[] {2, 0, 'x', 'y'});
        archive.writeBytes(SmallTree.utf8("go.tar\0a comment\0"));
        archive.writeBytes(new byte[] {0, 0});
        archive.write(plain, 10, plain.length - 10);
        bench.unpack(unpacker, archive.toByteArray());
        assertThat(bench.found()).hasSize(3);
    }

    @Test
    public void anEndlessGzipHeaderIsRefused() throws Exception {
        byte[] archive = new byte[100_000];
        Arrays.fill(archive, (byte) 'x');
        System.arraycopy(new byte[] {0x1f, (byte) 0x8b, 8, 8}, 0, archive, 0, 4);
        assertThat(bench.refused(unpacker, archive)).contains("gzip header is longer");
    }

    @Test
    public void aPresetDictionaryIsRefused() throws Exception {
        Deflater deflater = new Deflater(9, false);
        deflater.setDictionary(SmallTree.utf8("package"));
        deflater.setInput(TarGz.toolchain().tar());
        deflater.finish();
        byte[] packed = new byte[10_000];
        int length = deflater.deflate(packed);
        deflater.end();
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        archive.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3});
        archive.write(packed, 0, length);
        assertThat(bench.refused(unpacker, archive.toByteArray())).contains("damaged");
    }

    @Test
    public void aStagingFolderThatIsNotEmptyIsTheDisksFault() throws Exception {
        Files.writeString(bench.staging.resolve("VERSION"), "was here");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> bench.unpack(unpacker, TarGz.toolchain().gzip()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not empty");
        assertThat(bench.staging.resolve("VERSION")).hasContent("was here");
    }

    @Test
    public void anArchiveThatIsNotThereIsTheDisksFault() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> unpacker.unpack(
                        bench.root.resolve("absent.tar.gz"),
                        bench.staging,
                        SmallTree.SHAPE,
                        UnpackLimits.TOOLCHAIN,
                        UnpackProgress.NONE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("absent.tar.gz cannot be read");
    }

    private String refused(TarGz archive) throws IOException, InterruptedException {
        return bench.refused(unpacker, archive.gzip());
    }

    private String mode(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(bench.staging.resolve(path)));
    }

    static String sha256(byte[] data) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
    }
}
