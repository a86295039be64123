package io.jenkins.plugins.gotoolchain.archivecache;

import io.jenkins.plugins.gotoolchain.release.ArchiveName;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.release.ToolchainModule;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.net.URI;
import java.util.Optional;

/**
 * An address that names a toolchain's archive.
 *
 * @param key what it is: a module is the same at every proxy, an archive is what is at its address
 */
record ArchiveAddress(GoVersion version, Platform platform, String key) {

    /** Empty where it names something else. */
    static Optional<ArchiveAddress> of(URI uri) {
        String path = uri.getPath();
        if (path == null || uri.getRawQuery() != null) {
            return Optional.empty();
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        String modules = "/" + ToolchainModule.escape(ToolchainModule.PATH) + "/@v/" + name;
        if (path.endsWith(modules) && name.endsWith(".zip")) {
            String version = name.substring(0, name.length() - ".zip".length());
            return ToolchainModule.parseVersion(version).map(entry -> new ArchiveAddress(
                    entry.version(), entry.platform(), "module:" + ToolchainModule.PATH + "@" + version));
        }
        return ArchiveName.parse(name)
                .filter(archive -> archive.fileName().equals(name))
                .map(archive -> new ArchiveAddress(archive.version(), archive.platform(), uri.toString()));
    }
}
