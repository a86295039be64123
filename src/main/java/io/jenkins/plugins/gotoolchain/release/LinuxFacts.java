package io.jenkins.plugins.gotoolchain.release;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Looks closer at a Linux node. What counts is what the system's own programs were built for, since builds run those
 * beside Go: Java may be of another width, and the kernel of another one again.
 */
final class LinuxFacts {

    private static final int CPUINFO_BYTES = 16 << 10;

    private final NodeFacts facts;
    private final List<String> notes;
    private final String java;
    private final ElfHeader shell;

    LinuxFacts(NodeFacts facts, List<String> notes) {
        this.facts = facts;
        this.notes = notes;
        this.java = ArchNames.go(facts.osArch());
        this.shell = ElfHeader.parse(facts.probe().read("/bin/sh", ElfHeader.BYTES));
    }

    /** The architecture by Go's name. */
    String arch() {
        String arch = shell == null || shell.arch().isEmpty() ? java : shell.arch();
        if (!arch.equals(java)) {
            notes.add("Java here is built for " + facts.osArch() + ", but the system's own programs are for " + arch
                    + ", so that was taken");
        }
        compareWithKernel(arch);
        lookAtLoader(arch);
        if (arch.equals("arm")) {
            lookAtProcessor();
        }
        return arch;
    }

    private void compareWithKernel(String arch) {
        String kernel = text(facts.probe().read("/proc/sys/kernel/arch", 64));
        if (kernel.isEmpty() && ArchNames.is32Bit(arch)) {
            kernel = facts.probe().run("uname", "-m"); // kernels before 6.1 have no such file
        }
        String machine = ArchNames.go(kernel);
        boolean mips = machine.startsWith("mips") && arch.startsWith("mips"); // its kernels do not say their byte order
        if (kernel.isEmpty() || machine.equals(arch) || mips) {
            return;
        }
        if (machine.equals(ArchNames.widened(arch))) {
            notes.add("the kernel is 64-bit (" + kernel + ") and the programs here are 32-bit: linux/" + arch
                    + " was taken; where 64-bit programs run too, linux/" + machine + " can be asked for");
        } else if (!arch.equals(ArchNames.widened(machine))) {
            notes.add("the programs here are for " + arch + " and the kernel is " + kernel
                    + ": they are emulated, so builds will be slow");
        }
    }

    private void lookAtLoader(String arch) {
        String loader = shell == null ? "" : shell.loader();
        if (loader.contains("ld-musl") || loader.isEmpty() && onlyMuslIsHere(arch)) {
            notes.add("this system has musl in place of glibc: Go 1.21 and later runs here, an older go command does"
                    + " not; -race and libraries that were built for glibc may not work");
        } else if (loader.startsWith("/nix/") || loader.startsWith("/gnu/")) {
            notes.add("this system keeps its loader under " + loader.substring(0, 4)
                    + ": Go 1.21 and later runs here, an older go command does not");
        }
    }

    private boolean onlyMuslIsHere(String arch) {
        String name = switch (arch) {
            case "amd64" -> "x86_64";
            case "386" -> "i386";
            case "arm64" -> "aarch64";
            case "arm" -> "armhf";
            case "ppc64le" -> "powerpc64le";
            case "loong64" -> "loongarch64";
            default -> arch;
        };
        return facts.probe().read("/lib/ld-musl-" + name + ".so.1", 4) != null
                && facts.probe().read("/etc/ld.so.conf", 1) == null;
    }

    private void lookAtProcessor() {
        String cpuinfo = text(facts.probe().read("/proc/cpuinfo", CPUINFO_BYTES));
        int at = cpuinfo.indexOf("CPU architecture");
        int colon = at < 0 ? -1 : cpuinfo.indexOf(':', at);
        String version = colon < 0 ? "" : cpuinfo.substring(colon + 1).stripLeading();
        if (version.startsWith("4") || version.startsWith("5")) {
            notes.add("this processor is an ARMv" + version.charAt(0)
                    + "; what Go publishes for linux/arm needs ARMv6 with a floating-point unit, and will not run");
        }
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1).strip();
    }
}
