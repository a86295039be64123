package io.jenkins.plugins.gotoolchain.release;

import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.util.Optional;

/**
 * The name of an archive to download: {@code go1.24.1.linux-amd64.tar.gz}, {@code go1.24.1.windows-amd64.zip}. Only
 * the names that Go's release process makes today are read; the odd ones of old releases
 * ({@code go1.4.2.darwin-amd64-osx10.8.tar.gz}) are not.
 */
public record ArchiveName(GoVersion version, Platform platform, Packaging packaging) {

    /** The name under which Go publishes a release for a platform. */
    public static ArchiveName of(GoVersion version, Platform platform) {
        return new ArchiveName(version, platform, platform.isWindows() ? Packaging.ZIP : Packaging.TAR_GZ);
    }

    /** Empty for everything that is not exactly such a name: a path, an installer, another spelling of it. */
    public static Optional<ArchiveName> parse(String fileName) {
        Packaging packaging = fileName.endsWith(".tar.gz")
                ? Packaging.TAR_GZ
                : fileName.endsWith(".zip") ? Packaging.ZIP : null;
        if (packaging == null || fileName.length() > 128 || !fileName.startsWith("go")) {
            return Optional.empty();
        }
        String stem = fileName.substring(0, fileName.length() - packaging.extension().length());
        int dot = stem.lastIndexOf('.');
        int dash = stem.indexOf('-', dot + 1);
        if (dot < 0 || dash < 0 || !GoVersion.isValid(stem.substring(2, dot))) {
            return Optional.empty();
        }
        String os = stem.substring(dot + 1, dash);
        String arch = stem.substring(dash + 1);
        arch = os.equals("linux") && arch.equals("armv6l") ? "arm" : arch;
        if (!Platform.isName(os) || !Platform.isArch(arch)) {
            return Optional.empty();
        }
        ArchiveName name = new ArchiveName(new GoVersion(stem.substring(2, dot)), new Platform(os, arch), packaging);
        return name.fileName().equals(fileName) ? Optional.of(name) : Optional.empty();
    }

    /** As published. */
    public String fileName() {
        return version.goName() + "." + platform.downloadName() + packaging.extension();
    }

    /** The archive of that name. @param size in bytes; -1 where it is not known */
    public Archive archive(long size) {
        return new Archive(version, platform, packaging, fileName(), size);
    }

    /** Whether it consists of nothing but letters, digits, dots, dashes, underscores and pluses. */
    static boolean isBare(String fileName) {
        for (int i = 0; i < fileName.length(); i++) {
            char c = fileName.charAt(i);
            boolean fits = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!fits && c != '.' && c != '-' && c != '_' && c != '+') {
                return false;
            }
        }
        return true;
    }
}
