package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.release.Archive;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * An archive that is here and was proven.
 *
 * @param file may be moved away by who receives this
 * @param size in bytes
 * @param sha256 of the proven bytes, lower-case hex; the file may have changed since
 * @param source the label of who served it
 * @param evidence what proves it, for people
 * @param from the address that the bytes came from
 * @param fetched bytes that crossed the wire now
 */
public record ProvenFile(
        Archive archive, Path file, long size, String sha256, String source, List<String> evidence, URI from,
        long fetched) {

    public ProvenFile {
        evidence = List.copyOf(evidence);
    }
}
