package io.jenkins.plugins.gotoolchain.transfer;

import java.net.URI;
import java.nio.file.Path;

/**
 * One file to be had.
 *
 * @param uri {@code https:}, {@code http:} or {@code file:}
 * @param expectedSize in bytes; -1 if unknown
 * @param expectedSha256 lower-case hex; null if unknown
 * @param maxSize the most bytes that are taken, whatever the other side says
 * @param partialFolder where the partial lives; made if missing
 * @param key names the partial in that folder: a plain file name, such as {@code go1.24.1.linux-amd64.tar.gz}
 * @param contentKey says what the file is, wherever it comes from, such as {@code sha256:…}: a partial with an equal
 *     key is continued from another address. Null: only from the same address and while its validator holds
 * @param timesUnpacked how many times its size is going to be written beside it once it is here, so that a disk without
 *     room for that is not even begun to be filled; 0 where it only stays
 */
public record DownloadRequest(
        URI uri,
        long expectedSize,
        String expectedSha256,
        long maxSize,
        Path partialFolder,
        String key,
        String contentKey,
        int timesUnpacked) {

    public DownloadRequest {
        if (key.isEmpty() || key.startsWith(".") || key.contains("/") || key.contains("\\")) {
            throw new IllegalArgumentException("no plain file name: " + key);
        }
        if (maxSize <= 0) {
            throw new IllegalArgumentException("a download needs a limit of bytes");
        }
    }

    /** What only stays. */
    public DownloadRequest(
            URI uri, long expectedSize, String expectedSha256, long maxSize, Path partialFolder, String key, String contentKey) {
        this(uri, expectedSize, expectedSha256, maxSize, partialFolder, key, contentKey, 0);
    }

    /** The same file from another address. */
    public DownloadRequest from(URI other) {
        return new DownloadRequest(
                other, expectedSize, expectedSha256, maxSize, partialFolder, key, contentKey, timesUnpacked);
    }
}
