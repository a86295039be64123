package io.jenkins.plugins.gotoolchain.release;

/** Go's names for the architectures that Java, kernels and Windows name otherwise. */
final class ArchNames {

    private ArchNames() {}

    /** Names that nobody has another word for are Go's as they are. */
    static String go(String name) {
        return switch (name) {
            case "x86_64", "x64", "AMD64", "i86pc" -> "amd64";
            case "x86", "i386", "i486", "i586", "i686" -> "386";
            case "aarch64", "ARM64" -> "arm64";
            case "armv5tel", "armv5tejl", "armv6l", "armv6", "armv7l", "armv7", "armv8l", "aarch32" -> "arm";
            case "loongarch64" -> "loong64";
            case "mipsel" -> "mipsle";
            case "mips64el" -> "mips64le";
            case "powerpc64", "chrp" -> "ppc64";
            case "powerpc64le" -> "ppc64le";
            case "riscv" -> "riscv64";
            default -> name;
        };
    }

    static boolean is32Bit(String arch) {
        return arch.equals("386") || arch.equals("arm") || arch.equals("mips") || arch.equals("mipsle");
    }

    /** The 64-bit architecture whose processors run programs of a 32-bit one; empty for none. */
    static String widened(String arch) {
        return switch (arch) {
            case "386" -> "amd64";
            case "arm" -> "arm64";
            case "mips" -> "mips64";
            case "mipsle" -> "mips64le";
            default -> "";
        };
    }
}
