package io.jenkins.plugins.gotoolchain.trust;

import io.jenkins.plugins.gotoolchain.release.Archive;
import java.util.List;

/** An archive whose bytes are proven, and which may be unpacked. Only {@link Verifier} makes one. */
public final class ProvenArchive {

    private final Archive archive;
    private final long size;
    private final String sha256;
    private final List<Evidence> evidence;

    ProvenArchive(Archive archive, long size, String sha256, List<Evidence> evidence) {
        this.archive = archive;
        this.size = size;
        this.sha256 = sha256;
        this.evidence = List.copyOf(evidence);
    }

    public Archive archive() {
        return archive;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** Lower-case hex. */
    public String sha256() {
        return sha256;
    }

    public List<Evidence> evidence() {
        return evidence;
    }
}
