package io.jenkins.plugins.gotoolchain.release;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The platforms that Go has published toolchains for, as modules or to download, those given up since included. */
public final class KnownPlatforms {

    private static final List<Platform> ALL = all(
            "aix/ppc64",
            "darwin/386",
            "darwin/amd64",
            "darwin/arm64",
            "dragonfly/amd64",
            "freebsd/386",
            "freebsd/amd64",
            "freebsd/arm",
            "freebsd/arm64",
            "freebsd/riscv64",
            "illumos/amd64",
            "linux/386",
            "linux/amd64",
            "linux/arm",
            "linux/arm64",
            "linux/loong64",
            "linux/mips",
            "linux/mips64",
            "linux/mips64le",
            "linux/mipsle",
            "linux/ppc64",
            "linux/ppc64le",
            "linux/riscv64",
            "linux/s390x",
            "netbsd/386",
            "netbsd/amd64",
            "netbsd/arm",
            "netbsd/arm64",
            "openbsd/386",
            "openbsd/amd64",
            "openbsd/arm",
            "openbsd/arm64",
            "openbsd/mips64",
            "openbsd/ppc64",
            "openbsd/riscv64",
            "plan9/386",
            "plan9/amd64",
            "plan9/arm",
            "solaris/amd64",
            "windows/386",
            "windows/amd64",
            "windows/arm",
            "windows/arm64");

    private static final Set<Platform> SET = new HashSet<>(ALL);

    private KnownPlatforms() {}

    private static List<Platform> all(String... names) {
        List<Platform> platforms = new ArrayList<>(names.length);
        for (String name : names) {
            int slash = name.indexOf('/');
            platforms.add(new Platform(name.substring(0, slash), name.substring(slash + 1)));
        }
        return Collections.unmodifiableList(platforms);
    }

    /** Sorted. */
    public static List<Platform> list() {
        return ALL;
    }

    public static boolean contains(Platform platform) {
        return SET.contains(platform);
    }

    static Platform parse(String written) throws VersionException {
        String text = written == null ? "" : written.strip();
        int split = Math.max(text.indexOf('/'), text.indexOf('-'));
        String os = split < 0 ? text : text.substring(0, split);
        String arch = split < 0 ? "" : text.substring(split + 1);
        if (text.equals(os + "/" + arch) && Platform.isName(os) && Platform.isArch(arch)) {
            Platform platform = new Platform(os, arch);
            if (contains(platform)) {
                return platform;
            }
        }
        throw new VersionException(
                "\"" + printable(text) + "\" is no platform that Go is published for", advice(os, arch));
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        for (int i = 0; i < text.length() && i < 60; i++) {
            printable.append(text.charAt(i) > ' ' && text.charAt(i) < 0x7f ? text.charAt(i) : '?');
        }
        return printable.toString();
    }

    /** What was meant, where other words for it were used; else what there is for that system, or at all. */
    private static String advice(String os, String arch) {
        String goOs = switch (os.toLowerCase(Locale.ROOT)) {
            case "mac", "macos", "osx", "mac os x" -> "darwin";
            case "win", "win32", "win64" -> "windows";
            default -> os.toLowerCase(Locale.ROOT);
        };
        List<String> sameOs = new ArrayList<>();
        List<String> every = new ArrayList<>();
        for (Platform platform : ALL) {
            if (platform.os().equals(goOs) && platform.arch().equals(ArchNames.go(arch))) {
                return "write " + platform;
            }
            every.add(platform.toString());
            if (platform.os().equals(goOs)) {
                sameOs.add(platform.toString());
            }
        }
        return "it is one of " + String.join(", ", sameOs.isEmpty() ? every : sameOs);
    }
}
