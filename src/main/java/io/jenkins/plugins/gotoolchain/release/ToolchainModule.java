package io.jenkins.plugins.gotoolchain.release;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The module whose versions are Go's toolchains, as a module proxy has it (go.dev/ref/mod#goproxy-protocol): one
 * version a release and platform, {@code v0.0.1-go1.24.1.linux-amd64}.
 */
public final class ToolchainModule {

    public static final String PATH = "golang.org/toolchain";

    private static final String PREFIX = "v0.0.1-";

    /** The most that is read of a list, in characters. Go's whole list has some 300,000. */
    static final int MAX_LIST = 8 << 20;

    private static final int MAX_LINE = 256;

    /** A toolchain that a module version names. */
    public record Entry(GoVersion version, Platform platform) {}

    private ToolchainModule() {}

    /** The module's version for a release on a platform: {@code v0.0.1-go1.24.1.linux-amd64}. */
    public static String version(GoVersion version, Platform platform) {
        return PREFIX + version.goName() + "." + platform.dashed();
    }

    /**
     * The file of a toolchain below a proxy's address, without a leading slash.
     *
     * @param extension {@code info}, {@code mod} or {@code zip}
     */
    public static String file(GoVersion version, Platform platform, String extension) {
        return escape(PATH) + "/@v/" + escape(version(version, platform)) + "." + extension;
    }

    /** The list of versions below a proxy's address, without a leading slash. */
    public static String listFile() {
        return escape(PATH) + "/@v/list";
    }

    /** Empty for everything that is not exactly the name of a toolchain. */
    public static Optional<Entry> parseVersion(String text) {
        if (text.length() > MAX_LINE || !text.startsWith(PREFIX + "go")) {
            return Optional.empty();
        }
        String name = text.substring(PREFIX.length() + 2);
        int dot = name.lastIndexOf('.');
        int dash = name.indexOf('-', dot + 1);
        if (dot < 0 || dash < 0 || !GoVersion.isValid(name.substring(0, dot))) {
            return Optional.empty();
        }
        String os = name.substring(dot + 1, dash);
        String arch = name.substring(dash + 1);
        if (!Platform.isName(os) || !Platform.isArch(arch)) {
            return Optional.empty();
        }
        Entry entry = new Entry(new GoVersion(name.substring(0, dot)), new Platform(os, arch));
        return version(entry.version(), entry.platform()).equals(text) ? Optional.of(entry) : Optional.empty();
    }

    /**
     * Reads a proxy's list of versions, one a line. Lines that name no toolchain are left out; an empty list is one.
     *
     * @throws UnreachableException where it is no list, or too long
     * @throws IOException where the reader fails
     */
    public static Map<Platform, NavigableSet<GoVersion>> parseList(Reader list) throws IOException {
        Map<Platform, NavigableSet<GoVersion>> found = new TreeMap<>();
        StringBuilder line = new StringBuilder();
        boolean foreign = false;
        int length = 0;
        int c;
        do {
            c = list.read();
            if (++length > MAX_LIST) {
                throw notAList("it has more than " + MAX_LIST / 1024 + " Ki characters");
            }
            if (c >= 0 && c != '\n') {
                if (line.length() <= MAX_LINE) {
                    line.append((char) c);
                }
                continue;
            }
            String text = line.toString().strip();
            line.setLength(0);
            Optional<Entry> entry = parseVersion(text);
            if (entry.isPresent() && KnownPlatforms.contains(entry.get().platform())) {
                NavigableSet<GoVersion> versions = found.get(entry.get().platform());
                if (versions == null) { // no lambda: the first one costs a cold JVM milliseconds
                    versions = new TreeSet<>();
                    found.put(entry.get().platform(), versions);
                }
                versions.add(entry.get().version());
            } else {
                foreign |= !text.isEmpty() && !text.startsWith("v");
            }
        } while (c >= 0);
        if (found.isEmpty() && foreign) {
            throw notAList("none of its lines names a version");
        }
        return found;
    }

    private static UnreachableException notAList(String why) {
        return new UnreachableException(
                "the answer is no list of the toolchains of " + PATH + ": " + why,
                "look at it in a browser: a proxy's or a login page in its place is the usual cause");
    }

    /** A module path or version as it stands in a proxy's addresses: {@code !x} for an upper-case {@code X}. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                escaped.append('!').append((char) (c + 'a' - 'A'));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
