package io.jenkins.plugins.gotoolchain.release;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds out which toolchain runs on a node, and what a person should know about it. */
public final class PlatformDetector {

    private PlatformDetector() {}

    /** This node. */
    public static DetectedPlatform detect() throws VersionException {
        return detect(NodeFacts.here());
    }

    /** @throws VersionException where Go has no toolchain for such a node */
    public static DetectedPlatform detect(NodeFacts facts) throws VersionException {
        String os = os(facts.osName());
        String arch = arch(facts.osArch());
        List<String> notes = new ArrayList<>();
        return new DetectedPlatform(Platform.parse(os + "/" + arch), notes);
    }

    private static String os(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "windows";
        }
        return name.startsWith("mac") ? "darwin" : name.replace(" ", "");
    }

    private static String arch(String osArch) {
        return switch (osArch) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            case "x86", "i386", "i486", "i586", "i686" -> "386";
            default -> osArch;
        };
    }
}
