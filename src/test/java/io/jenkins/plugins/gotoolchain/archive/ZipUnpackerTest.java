package io.jenkins.plugins.gotoolchain.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import java.io.IOException;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ZipUnpackerTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Unpacker unpacker = new ZipUnpacker();
    private Workbench bench;

    @Before
    public void prepare() throws IOException {
        bench = new Workbench(folder);
    }

    @Test
    public void aZipForWindowsIsUnpacked() throws Exception {
        RawZip zip = new RawZip()
                .add("go/", new byte[0])
                .add("go/VERSION", SmallTree.VERSION)
                .add("go/bin/", new byte[0])
                .add("go/bin/go.exe", SmallTree.EXE, member -> member.madeBy = 0);
        Unpacked unpacked = bench.unpack(unpacker, zip.bytes(), SmallTree.WINDOWS, UnpackLimits.TOOLCHAIN);
        assertThat(bench.found()).containsExactly("VERSION", "bin/go.exe");
        assertThat(unpacked.manifest().entries())
                .contains(TreeEntry.file(
                        "bin/go.exe", SmallTree.EXE.length, true, TarGzUnpackerTest.sha256(SmallTree.EXE)));
    }

    @Test
    public void modesOfUnixAreKept() throws Exception {
        RawZip zip = RawZip.toolchain("go/")
                .add("go/src/all.bash", SmallTree.utf8("#!"), member -> member.mode = 0100755)
                .add("go/src/plain", SmallTree.utf8("#!"));
        Unpacked unpacked = bench.unpack(unpacker, zip.bytes());
        for (TreeEntry entry : unpacked.manifest().entries()) {
            boolean expected = entry.path().equals("src/all.bash") || entry.path().equals("bin/go");
            assertThat(entry.executable()).as(entry.path()).isEqualTo(expected);
        }
    }

    @Test
    public void filesBesideTheFolderGoAreRefused() throws Exception {
        assertThat(bench.refused(unpacker, RawZip.toolchain("go/").add("x", new byte[1]).bytes()))
                .contains("\"x\" is not under go/");
    }

    @Test
    public void namesThatLeaveTheFolderAreRefused() throws Exception {
        assertThat(bench.refused(unpacker, RawZip.toolchain("go/").add("go/../neighbour", new byte[1]).bytes()))
                .contains("leaves the folder");
    }

    @Test
    public void anEntryTwiceIsRefused() throws Exception {
        assertThat(bench.refused(unpacker, RawZip.toolchain("go/").add("go/version", new byte[1]).bytes()))
                .contains("only by case");
    }
}
