package io.jenkins.plugins.gotoolchain.trust;

import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.util.List;

/**
 * That an unpacked tree is the toolchain it says it is. It names exact bytes: the archive's and, by the digest of its
 * manifest, the tree's. Only {@link Verifier} makes one; it cannot be copied, extended or read from a stream, so
 * whoever holds one has had these bytes verified in this process.
 */
public final class Proof {

    private final String archiveSha256;
    private final long archiveSize;
    private final String moduleHash;
    private final String treeDigest;
    private final GoVersion version;
    private final Platform platform;
    private final List<Evidence> evidence;

    Proof(
            String archiveSha256,
            long archiveSize,
            String moduleHash,
            String treeDigest,
            GoVersion version,
            Platform platform,
            List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("no proof without evidence");
        }
        this.archiveSha256 = archiveSha256;
        this.archiveSize = archiveSize;
        this.moduleHash = moduleHash;
        this.treeDigest = treeDigest;
        this.version = version;
        this.platform = platform;
        this.evidence = List.copyOf(evidence);
    }

    /** Lower-case hex. */
    public String archiveSha256() {
        return archiveSha256;
    }

    /** In bytes. */
    public long archiveSize() {
        return archiveSize;
    }

    /** {@code h1:…} of the files that the tree was made of; empty where the archive was no module. */
    public String moduleHash() {
        return moduleHash;
    }

    /** The digest of the tree's manifest, {@code TreeManifest.digest()}. */
    public String treeDigest() {
        return treeDigest;
    }

    public GoVersion version() {
        return version;
    }

    public Platform platform() {
        return platform;
    }

    /** At least one piece, and all that the policy required. */
    public List<Evidence> evidence() {
        return evidence;
    }
}
