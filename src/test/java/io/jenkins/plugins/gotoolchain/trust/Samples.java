package io.jenkins.plugins.gotoolchain.trust;

import io.jenkins.plugins.gotoolchain.release.Archive;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.Packaging;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import io.jenkins.plugins.gotoolchain.tree.TreeManifest;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.util.List;

/** Archives, claims and trees to prove. */
final class Samples {

    static final String BYTES = "cb2396bae64183cdccf81a9a6df0aea3bce9511fc21469fb89a0c00470088073";
    static final String OTHER = "5".repeat(64);
    static final long SIZE = 1000;

    private Samples() {}

    static Archive tarGz() {
        return archive(Packaging.TAR_GZ, "go1.24.1.linux-amd64.tar.gz");
    }

    static Archive moduleZip() {
        return archive(Packaging.MODULE_ZIP, "v0.0.1-go1.24.1.linux-amd64.zip");
    }

    private static Archive archive(Packaging packaging, String name) {
        return new Archive(new GoVersion("1.24.1"), new Platform("linux", "amd64"), packaging, name, SIZE);
    }

    static DigestClaim trusted(String sha256, String from) {
        return new DigestClaim(sha256, DigestClaim.Kind.INDEX, from, true);
    }

    static DigestClaim untrusted(String sha256, String from) {
        return new DigestClaim(sha256, DigestClaim.Kind.SIDECAR, from, false);
    }

    static DigestClaim pin(String sha256) {
        return new DigestClaim(sha256, DigestClaim.Kind.PIN, "the pin", true);
    }

    static TreeManifest tree(String... paths) {
        return TreeManifest.of(List.of(paths).stream()
                .map(path -> TreeEntry.file(path, 1, false, sha256Of(path)))
                .toList());
    }

    /** A digest that stands for the content of the file with this name. */
    static String sha256Of(String name) {
        return String.format("%064x", name.hashCode() & 0xffffffffL);
    }
}
