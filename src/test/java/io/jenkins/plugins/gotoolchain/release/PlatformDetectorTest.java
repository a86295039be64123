package io.jenkins.plugins.gotoolchain.release;

import static io.jenkins.plugins.gotoolchain.release.Node.elf;
import static io.jenkins.plugins.gotoolchain.release.Node.elf32;
import static io.jenkins.plugins.gotoolchain.release.Node.elf64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import java.nio.ByteOrder;
import org.junit.Test;

public class PlatformDetectorTest {

    private static final String GLIBC = "/lib64/ld-linux-x86-64.so.2";

    private static void is(String platform, Node node) throws VersionException {
        DetectedPlatform detected = PlatformDetector.detect(node.facts());
        assertThat(detected.platform()).hasToString(platform);
        assertThat(detected.notes()).isEmpty();
    }

    private static void isWithNote(String platform, String note, Node node) throws VersionException {
        DetectedPlatform detected = PlatformDetector.detect(node.facts());
        assertThat(detected.platform()).hasToString(platform);
        assertThat(detected.notes()).anySatisfy(text -> assertThat(text).contains(note));
    }

    @Test
    public void commonLinuxNodesHaveNothingToNote() throws Exception {
        is("linux/amd64", new Node("Linux", "amd64").shell(elf64(62, GLIBC)).kernel("x86_64"));
        is("linux/arm64", new Node("Linux", "aarch64").shell(elf64(183, "/lib/ld-linux-aarch64.so.1")).kernel("aarch64"));
        is("linux/s390x", new Node("Linux", "s390x")
                .shell(elf(64, ByteOrder.BIG_ENDIAN, 22, "/lib/ld64.so.1"))
                .kernel("s390x"));
        is("linux/ppc64le", new Node("Linux", "ppc64le").shell(elf64(21, "/lib64/ld64.so.2")).kernel("ppc64le"));
        is("linux/riscv64", new Node("Linux", "riscv64").shell(elf64(243, "/lib/ld-linux-riscv64-lp64d.so.1")));
        is("linux/loong64", new Node("Linux", "loongarch64").shell(elf64(258, "/lib64/ld-linux-loongarch-lp64d.so.1")));
        is("linux/mips64le", new Node("Linux", "mips64el").shell(elf64(8, "/lib64/ld.so.1")).kernel("mips64"));
        is("linux/arm", new Node("Linux", "arm")
                .shell(elf32(40, "/lib/ld-linux-armhf.so.3"))
                .kernel("armv7l")
                .file("/proc/cpuinfo", "processor : 0\nCPU architecture: 7\n"));
        is("linux/386", new Node("Linux", "i386").shell(elf32(3, "/lib/ld-linux.so.2")).kernel("i686"));
    }

    @Test
    public void aNodeThatShowsNothingIsWhatJavaSays() throws Exception {
        is("linux/amd64", new Node("Linux", "amd64"));
        is("linux/arm64", new Node("Linux", "aarch64").file("/bin/sh", "#!/bin/busybox\n"));
    }

    @Test
    public void muslIsNoticedByTheLoaderOfTheShell() throws Exception {
        isWithNote("linux/amd64", "musl in place of glibc: Go 1.21 and later runs here", new Node("Linux", "amd64")
                .shell(elf64(62, "/lib/ld-musl-x86_64.so.1"))
                .kernel("x86_64"));
    }

    @Test
    public void muslIsNoticedWhereTheShellIsStatic() throws Exception {
        isWithNote("linux/arm64", "musl", new Node("Linux", "aarch64")
                .shell(elf64(183, ""))
                .file("/lib/ld-musl-aarch64.so.1", "\177ELF"));
    }

    @Test
    public void muslInstalledBesideGlibcIsNotNoted() throws Exception {
        is("linux/amd64", new Node("Linux", "amd64")
                .shell(elf64(62, GLIBC))
                .file("/lib/ld-musl-x86_64.so.1", "\177ELF"));
    }

    @Test
    public void aLoaderInAnotherPlaceIsNoted() throws Exception {
        isWithNote("linux/amd64", "keeps its loader under /nix", new Node("Linux", "amd64")
                .shell(elf64(62, "/nix/store/x-glibc-2.39/lib/ld-linux-x86-64.so.2")));
    }

    @Test
    public void a32BitUserlandOnA64BitKernelIsNoted() throws Exception {
        isWithNote("linux/arm", "the kernel is 64-bit (aarch64) and the programs here are 32-bit", new Node("Linux", "arm")
                .shell(elf32(40, "/lib/ld-linux-armhf.so.3"))
                .kernel("aarch64"));
        isWithNote("linux/386", "linux/amd64 can be asked for", new Node("Linux", "i386")
                .shell(elf32(3, "/lib/ld-linux.so.2"))
                .command("uname -m", "x86_64"));
    }

    @Test
    public void a32BitJavaOnA64BitLinuxIsNoted() throws Exception {
        isWithNote("linux/amd64", "Java here is built for i386", new Node("Linux", "i386")
                .shell(elf64(62, GLIBC))
                .kernel("x86_64"));
    }

    @Test
    public void a64BitJavaInA32BitUserlandIsNoted() throws Exception {
        isWithNote("linux/arm", "Java here is built for aarch64", new Node("Linux", "aarch64")
                .shell(elf32(40, "/lib/ld-linux-armhf.so.3"))
                .kernel("aarch64"));
    }

    @Test
    public void anEmulatedContainerIsNoted() throws Exception {
        isWithNote("linux/arm64", "they are emulated, so builds will be slow", new Node("Linux", "aarch64")
                .shell(elf64(183, "/lib/ld-linux-aarch64.so.1"))
                .kernel("x86_64"));
    }

    @Test
    public void aProcessorTooOldForGosArmBuildsIsNoted() throws Exception {
        isWithNote("linux/arm", "this processor is an ARMv5", new Node("Linux", "arm")
                .shell(elf32(40, "/lib/ld-linux.so.3"))
                .kernel("armv5tel")
                .file("/proc/cpuinfo", "model name\t: ARM926EJ-S\nCPU architecture: 5TEJ\n"));
    }

    @Test
    public void windowsIsWhatJavaSays() throws Exception {
        is("windows/amd64", new Node("Windows Server 2022", "amd64")
                .variable("PROCESSOR_ARCHITECTURE", "AMD64")
                .variable("PROCESSOR_IDENTIFIER", "Intel64 Family 6 Model 85 Stepping 7, GenuineIntel"));
        is("windows/386", new Node("Windows 7", "x86").variable("PROCESSOR_IDENTIFIER", "x86 Family 6"));
        is("windows/arm64", new Node("Windows 11", "aarch64")
                .variable("PROCESSOR_IDENTIFIER", "ARMv8 (64-bit) Family 8 Model D4B Revision   0"));
    }

    @Test
    public void a32BitJavaOnA64BitWindowsIsNoted() throws Exception {
        isWithNote("windows/amd64", "Java here is 32-bit on a 64-bit Windows", new Node("Windows 10", "x86")
                .variable("Processor_Architew6432", "AMD64"));
    }

    @Test
    public void javaEmulatedOnWindowsForArmIsNoted() throws Exception {
        isWithNote("windows/arm64", "emulated on ARM", new Node("Windows 11", "amd64")
                .variable("PROCESSOR_ARCHITECTURE", "AMD64")
                .variable("PROCESSOR_IDENTIFIER", "ARMv8 (64-bit) Family 8 Model 1 Revision 201, Qualcomm"));
        isWithNote("windows/arm64", "windows/386 can be asked for", new Node("Windows 11", "x86")
                .variable("PROCESSOR_ARCHITEW6432", "ARM64"));
    }

    @Test
    public void macOsIsWhatJavaSays() throws Exception {
        is("darwin/arm64", new Node("Mac OS X", "aarch64"));
        is("darwin/amd64", new Node("Mac OS X", "x86_64"));
        is("darwin/amd64", new Node("Mac OS X", "x86_64").command("/usr/sbin/sysctl -n sysctl.proc_translated", "0"));
    }

    @Test
    public void javaTranslatedByRosettaIsNoted() throws Exception {
        isWithNote("darwin/arm64", "Rosetta", new Node("Mac OS X", "x86_64")
                .command("/usr/sbin/sysctl -n sysctl.proc_translated", "1"));
    }

    @Test
    public void otherSystemsHaveGosNames() throws Exception {
        is("freebsd/amd64", new Node("FreeBSD", "amd64"));
        is("freebsd/386", new Node("FreeBSD", "i386"));
        is("netbsd/arm64", new Node("NetBSD", "aarch64"));
        is("openbsd/amd64", new Node("OpenBSD", "amd64"));
        is("dragonfly/amd64", new Node("DragonFlyBSD", "x86_64"));
        is("aix/ppc64", new Node("AIX", "ppc64"));
        is("solaris/amd64", new Node("SunOS", "amd64"));
        is("illumos/amd64", new Node("SunOS", "amd64").command("uname -o", "illumos"));
    }

    @Test
    public void aNodeThatGoIsNotPublishedForIsRefused() {
        for (Node node : new Node[] {new Node("SunOS", "sparcv9"), new Node("Linux", "ia64"), new Node("", ""), new Node("z/OS", "s390x"), new Node("Linux", "../x")}) {
            assertThatThrownBy(() -> PlatformDetector.detect(node.facts()))
                    .isInstanceOf(VersionException.class)
                    .hasMessageContaining("Go is not published for this node")
                    .hasMessageContaining("--platform");
        }
    }

    @Test
    public void thisNodeIsOneThatGoIsPublishedFor() throws Exception {
        assertThat(KnownPlatforms.list()).contains(PlatformDetector.detect().platform());
    }
}
