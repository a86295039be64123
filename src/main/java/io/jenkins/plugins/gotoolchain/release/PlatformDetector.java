package io.jenkins.plugins.gotoolchain.release;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds out which toolchain runs on a node, and what a person should know about it. It takes what the system runs
 * natively: Java itself may be a 32-bit one on a 64-bit system, or emulated.
 */
public final class PlatformDetector {

    private PlatformDetector() {}

    /** This node. */
    public static DetectedPlatform detect() throws VersionException {
        return detect(NodeFacts.here());
    }

    /** @throws VersionException where Go has no toolchain for such a node */
    public static DetectedPlatform detect(NodeFacts facts) throws VersionException {
        List<String> notes = new ArrayList<>();
        String os = os(facts);
        String arch = switch (os) {
            case "linux" -> new LinuxFacts(facts, notes).arch();
            case "darwin" -> darwinArch(facts, notes);
            case "windows" -> windowsArch(facts, notes);
            default -> ArchNames.go(facts.osArch());
        };
        if (Platform.isName(os) && Platform.isArch(arch)) {
            Platform platform = new Platform(os, arch);
            if (KnownPlatforms.contains(platform)) {
                return new DetectedPlatform(platform, notes);
            }
        }
        throw new VersionException(
                "Go is not published for this node: Java calls it " + facts.osName() + " on " + facts.osArch(),
                "build on another node, or ask for a platform that runs here with --platform OS/ARCH");
    }

    private static String os(NodeFacts facts) {
        String name = facts.osName().toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "windows";
        }
        return switch (name) {
            case "mac os x", "darwin" -> "darwin";
            case "dragonflybsd" -> "dragonfly";
            case "sunos" -> facts.probe().run("uname", "-o").equals("illumos") ? "illumos" : "solaris";
            default -> name;
        };
    }

    private static String darwinArch(NodeFacts facts, List<String> notes) {
        String arch = ArchNames.go(facts.osArch());
        if (arch.equals("amd64") && facts.probe().run("/usr/sbin/sysctl", "-n", "sysctl.proc_translated").equals("1")) {
            notes.add("Java here is an Intel one that Rosetta translates: darwin/arm64 was taken, which runs natively;"
                    + " darwin/amd64 can be asked for");
            return "arm64";
        }
        return arch;
    }

    /** A 32-bit Java is told the system's own architecture; one that Windows emulates on ARM sees it in the processor. */
    private static String windowsArch(NodeFacts facts, List<String> notes) {
        String java = ArchNames.go(facts.osArch());
        String system = ArchNames.go(variable(facts.environment(), "PROCESSOR_ARCHITEW6432"));
        boolean armProcessor = variable(facts.environment(), "PROCESSOR_IDENTIFIER").startsWith("ARM");
        if (!java.equals("arm64") && (armProcessor || system.equals("arm64"))) {
            notes.add("Java here is built for " + facts.osArch() + " and emulated on ARM: windows/arm64 was taken, which"
                    + " runs natively; windows/" + java + " can be asked for");
            return "arm64";
        }
        if (java.equals("386") && system.equals("amd64")) {
            notes.add("Java here is 32-bit on a 64-bit Windows: windows/amd64 was taken");
            return "amd64";
        }
        return java;
    }

    /** Names of variables are the same in any case on Windows. */
    private static String variable(Map<String, String> environment, String name) {
        for (Map.Entry<String, String> entry : environment.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(name)) {
                return entry.getValue();
            }
        }
        return "";
    }
}
