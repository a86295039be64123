package io.jenkins.plugins.gotoolchain.release;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import java.io.Serializable;

/**
 * A platform by Go's names for operating system and architecture, such as {@code linux/amd64}
 * (go.dev/doc/install/source#environment).
 *
 * @param os {@code GOOS}; lower-case letters and digits, so it is safe in a file name
 * @param arch {@code GOARCH}; likewise
 */
public record Platform(String os, String arch) implements Comparable<Platform>, Serializable {

    /** @throws IllegalArgumentException where a name could not be Go's; {@link #parse} is for what people wrote */
    public Platform {
        if (!isName(os) || !isArch(arch)) {
            throw new IllegalArgumentException("not a platform");
        }
    }

    /** Reads {@code linux/amd64}, and refuses what Go has never published a toolchain for. */
    public static Platform parse(String text) throws VersionException {
        return KnownPlatforms.parse(text);
    }

    static boolean isName(String name) {
        return isArch(name) && name.charAt(0) > '9';
    }

    /** As a name, but {@code 386} is one. */
    static boolean isArch(String name) {
        boolean fits = name != null && !name.isEmpty() && name.length() <= 16;
        for (int i = 0; fits && i < name.length(); i++) {
            char c = name.charAt(i);
            fits = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
        }
        return fits;
    }

    /** As in the names of modules: {@code linux-amd64}. */
    public String dashed() {
        return os + "-" + arch;
    }

    /** As in the names of archives to download: {@code linux-amd64}, but {@code linux-armv6l} for linux/arm. */
    public String downloadName() {
        return os + "-" + downloadArch();
    }

    /** As in the {@code arch} field of the index. */
    public String downloadArch() {
        return os.equals("linux") && arch.equals("arm") ? "armv6l" : arch;
    }

    public boolean isWindows() {
        return os.equals("windows");
    }

    /** The file name of a program there: {@code go}, or {@code go.exe} on Windows. */
    public String executable(String name) {
        return isWindows() ? name + ".exe" : name;
    }

    @Override
    public int compareTo(Platform other) {
        int order = os.compareTo(other.os);
        return order == 0 ? arch.compareTo(other.arch) : order;
    }

    // Written out: what a record gets by itself costs a cold JVM milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof Platform && ((Platform) other).os.equals(os) && ((Platform) other).arch.equals(arch);
    }

    @Override
    public int hashCode() {
        return os.hashCode() * 31 + arch.hashCode();
    }

    @Override
    public String toString() {
        return os + "/" + arch;
    }
}
