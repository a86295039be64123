package io.jenkins.plugins.gotoolchain.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Archives that are sound, and hold something else. */
public class ShapeCheckTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void anotherVersionIsRefused() throws Exception {
        for (String version : List.of("go1.24.2\n", "go1.24.10\n", "go1.24\n", "1.24.1\n", " go1.24.1\n", "go1.24.1 \n",
                "go1.24.1 X:nocoverageredesign\n", "devel go1.24.1\n", "\ngo1.24.1\n", "")) {
            assertThat(refused("linux", version, SmallTree.ELF, 0755)).as(version).contains("its VERSION says");
        }
    }

    @Test
    public void theVersionMayHaveOneLineOrTwo() throws Exception {
        for (String version : List.of("go1.24.1", "go1.24.1\n", "go1.24.1\ntime 2025-02-27T17:57:18Z\n", "go1.24.1\r\n")) {
            byte[] archive = tar("go", version, SmallTree.ELF, 0755).gzip();
            assertThat(new Workbench(folder).unpack(new TarGzUnpacker(), archive).manifest().files()).isEqualTo(2);
        }
    }

    @Test
    public void theOtherVersionIsShownWithoutItsControlCharacters() throws Exception {
        assertThat(refused("linux", "go1.9\u001b[31m\n", SmallTree.ELF, 0755)).contains("\"go1.9?[31m\"");
    }

    @Test
    public void aTreeWithoutAVersionIsRefused() throws Exception {
        byte[] archive = new TarGz().file("go/bin/go", 0755, SmallTree.ELF).gzip();
        assertThat(new Workbench(folder).refused(new TarGzUnpacker(), archive))
                .contains("holds no toolchain: there is no VERSION");
    }

    @Test
    public void aTreeWithoutTheGoCommandIsRefused() throws Exception {
        byte[] archive = new TarGz().file("go/VERSION", 0644, SmallTree.VERSION).gzip();
        assertThat(new Workbench(folder).refused(new TarGzUnpacker(), archive)).contains("there is no bin/go");
        assertThat(new Workbench(folder)
                        .refused(new TarGzUnpacker(), TarGz.toolchain().gzip(), SmallTree.WINDOWS, UnpackLimits.TOOLCHAIN))
                .contains("there is no bin/go.exe");
    }

    @Test
    public void anEmptyArchiveIsRefused() throws Exception {
        assertThat(new Workbench(folder).refused(new TarGzUnpacker(), new TarGz().gzip())).contains("no toolchain");
        assertThat(new Workbench(folder).refused(new ModuleZipUnpacker(), new RawZip().bytes())).isNotEmpty();
    }

    @Test
    public void aGoCommandThatCannotBeRunIsRefused() throws Exception {
        assertThat(refused("linux", "go1.24.1\n", SmallTree.ELF, 0644)).contains("bin/go is not executable");
    }

    @Test
    public void aGoCommandThatIsALinkIsRefused() throws Exception {
        byte[] archive = new TarGz()
                .file("go/VERSION", 0644, SmallTree.VERSION)
                .file("go/bin/real", 0755, SmallTree.ELF)
                .link("go/bin/go", '2', "real")
                .gzip();
        assertThat(new Workbench(folder).refused(new TarGzUnpacker(), archive)).contains("bin/go is a link");
    }

    @Test
    public void aGoCommandForAnotherSystemIsRefused() throws Exception {
        byte[] elf = SmallTree.ELF;
        byte[] exe = SmallTree.EXE;
        byte[] mach = {(byte) 0xcf, (byte) 0xfa, (byte) 0xed, (byte) 0xfe, 7};
        for (byte[] other : List.of(exe, mach, SmallTree.utf8("#!/bin/sh\n"), new byte[0], new byte[] {0x7f, 'E'})) {
            assertThat(refused("linux", "go1.24.1\n", other, 0755)).contains("is no program for linux");
        }
        for (byte[] other : List.of(elf, exe)) {
            assertThat(refused("darwin", "go1.24.1\n", other, 0755)).contains("is no program for darwin");
        }
        for (byte[] other : List.of(elf, mach)) {
            assertThat(refused("windows", "go1.24.1\n", other, 0755)).contains("is no program for windows");
        }
    }

    @Test
    public void toolsForAnotherPlatformAreRefused() throws Exception {
        for (String other : List.of("linux_arm64", "freebsd_amd64", "linux_amd64p32")) {
            byte[] archive = tar("go", "go1.24.1\n", SmallTree.ELF, 0755)
                    .file("go/pkg/tool/" + other + "/compile", 0755, SmallTree.ELF)
                    .gzip();
            assertThat(new Workbench(folder).refused(new TarGzUnpacker(), archive))
                    .contains("it should be for linux/amd64, and has pkg/tool/" + other + "/compile");
        }
    }

    @Test
    public void toolsForThePlatformMayStandBesideOthers() throws Exception {
        byte[] archive = tar("go", "go1.24.1\n", SmallTree.ELF, 0755)
                .file("go/pkg/tool/js_wasm/compile", 0755, SmallTree.ELF)
                .file("go/pkg/tool/linux_amd64/compile", 0755, SmallTree.ELF)
                .gzip();
        assertThat(new Workbench(folder).unpack(new TarGzUnpacker(), archive).manifest().files()).isEqualTo(4);
    }

    @Test
    public void programsOfEverySystemAreKnown() throws Exception {
        for (String os : List.of("linux", "freebsd", "netbsd", "openbsd", "dragonfly", "illumos", "solaris")) {
            assertAccepted(os, SmallTree.ELF);
        }
        assertAccepted("windows", SmallTree.EXE);
        assertAccepted("darwin", new byte[] {(byte) 0xcf, (byte) 0xfa, (byte) 0xed, (byte) 0xfe, 7});
        assertAccepted("aix", new byte[] {1, (byte) 0xf7, 0, 4});
        assertAccepted("plan9", new byte[] {0, 0, (byte) 0x8a, (byte) 0x97});
    }

    private void assertAccepted(String os, byte[] program) throws Exception {
        ToolchainShape shape = new ToolchainShape("go1.24.1", os, "amd64");
        byte[] archive = tar(os.equals("windows") ? "go.exe" : "go", "go1.24.1\n", program, 0755).gzip();
        Unpacked unpacked = new Workbench(folder).unpack(new TarGzUnpacker(), archive, shape, UnpackLimits.TOOLCHAIN);
        assertThat(unpacked.manifest().files()).isEqualTo(2);
    }

    private static TarGz tar(String command, String version, byte[] program, int mode) {
        return new TarGz()
                .file("go/VERSION", version)
                .file("go/bin/" + command, mode, program);
    }

    private String refused(String os, String version, byte[] program, int mode)
            throws IOException, InterruptedException {
        TarGz tar = tar(os.equals("windows") ? "go.exe" : "go", version, program, mode);
        ToolchainShape shape = new ToolchainShape("go1.24.1", os, "amd64");
        return new Workbench(folder).refused(new TarGzUnpacker(), tar.gzip(), shape, UnpackLimits.TOOLCHAIN);
    }
}
