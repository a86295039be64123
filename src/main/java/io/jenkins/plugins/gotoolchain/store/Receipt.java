package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What was installed, from where, and on which evidence. Its form on disk is JSON, see {@link ReceiptJson}. It names
 * no path: a toolchain is where it is found.
 *
 * @param schema {@value #SCHEMA}; raised only when the meaning of a field changes
 * @param source where the archive came from, printable, no secrets
 * @param archiveName the archive's file name at the source
 * @param archiveSize in bytes
 * @param archiveSha256 lower-case hex
 * @param pins the digests that the configuration had pinned when it was installed, lower-case hex; often none
 * @param evidence at least one piece
 * @param treeDigest {@code TreeManifest.digest()}
 * @param treeFiles how many files and links
 * @param treeBytes the sum of their sizes
 * @param installedAt ISO 8601 in UTC, {@code 2026-01-31T23:59:59Z}
 * @param pluginVersion of the program that installed it
 * @param resolvedFrom what was asked for and how it came to this version: {@code go.mod:5 toolchain go1.24.1}
 * @param moduleHash {@code h1:…} of the files of the module that it came from; empty where it came from no module
 */
public record Receipt(
        int schema,
        GoVersion version,
        Platform platform,
        String source,
        String archiveName,
        long archiveSize,
        String archiveSha256,
        List<String> pins,
        List<ReceiptEvidence> evidence,
        String treeDigest,
        int treeFiles,
        long treeBytes,
        String installedAt,
        String pluginVersion,
        String resolvedFrom,
        String moduleHash)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    public static final int SCHEMA = 1;

    public Receipt {
        pins = List.copyOf(pins);
        evidence = List.copyOf(evidence);
    }

    /** Of what came from no module. */
    public Receipt(
            int schema,
            GoVersion version,
            Platform platform,
            String source,
            String archiveName,
            long archiveSize,
            String archiveSha256,
            List<String> pins,
            List<ReceiptEvidence> evidence,
            String treeDigest,
            int treeFiles,
            long treeBytes,
            String installedAt,
            String pluginVersion,
            String resolvedFrom) {
        this(schema, version, platform, source, archiveName, archiveSize, archiveSha256, pins, evidence, treeDigest,
                treeFiles, treeBytes, installedAt, pluginVersion, resolvedFrom, "");
    }

    /** When it was installed. */
    public Instant time() {
        return Instant.parse(installedAt);
    }

    /** What the evidence met, each once: kinds, a signature's with the key that made it ({@code signature EB4C…}). */
    public List<String> met() {
        List<String> met = new ArrayList<>();
        for (ReceiptEvidence one : evidence) {
            if (!met.contains(one.met())) {
                met.add(one.met());
            }
        }
        return met;
    }

    /** Its form on disk: one JSON object. */
    public String json() {
        try {
            return new String(ReceiptJson.write(this), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("JSON is written to memory here", e);
        }
    }
}
