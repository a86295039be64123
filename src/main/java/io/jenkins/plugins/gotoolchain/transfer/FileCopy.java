package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brings a file of this machine, or of a disk that it shares, with its digest. */
final class FileCopy {

    private static final int BUFFER = 256 * 1024;

    private final DownloadRequest request;
    private final PartialFile partial;
    private final TransferProgress progress;

    FileCopy(DownloadRequest request, PartialFile partial, TransferProgress progress) {
        this.request = request;
        this.partial = partial;
        this.progress = progress;
    }

    Downloaded run() throws IOException {
        Path source = path(request.uri());
        if (!Files.isRegularFile(source)) {
            throw new UnreachableException("There is no file " + source + ".", "check the folder that was named as source");
        }
        try (FileChannel in = FileChannel.open(source)) {
            copy(in, source);
        }
        String sha256 = partial.sha256();
        if (request.expectedSha256() != null && !request.expectedSha256().equals(sha256)) {
            partial.discard();
            throw new VerificationException(
                    source + " has the SHA-256 " + sha256 + ", not " + request.expectedSha256() + ".",
                    "put the right file there; nothing of this one was kept");
        }
        progress.finished(request.key(), partial.length(), 0);
        return new Downloaded(partial.file(), partial.length(), sha256, 0, 0, 1, request.uri(), false);
    }

    private void copy(FileChannel in, Path source) throws IOException {
        long size = in.size();
        if (size > request.maxSize() || request.expectedSize() >= 0 && size != request.expectedSize()) {
            throw new VerificationException(
                    source + " has " + Words.bytes(size) + ", not "
                            + (size > request.maxSize() ? "at most " + Words.bytes(request.maxSize())
                                    : "the " + Words.bytes(request.expectedSize()) + " that it should have") + ".",
                    "put the right file there");
        }
        partial.startAnew(new PartialState(PartialState.identify(request.uri()), null, null, null, size,
                request.expectedSha256(), request.contentKey(), false));
        progress.started(request.key(), 0, size);
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        while (partial.length() < size && in.read(buffer.clear()) >= 0) {
            partial.append(buffer.array(), buffer.position());
            progress.advanced(partial.length());
        }
        if (partial.length() != size) {
            throw new UnreachableException(source + " changed while it was read.", "wait until it is written in whole");
        }
    }

    private static Path path(URI uri) throws UnreachableException {
        try {
            return Path.of(uri);
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            throw new UnreachableException(
                    PrintableUri.of(uri) + " names no file of this machine.", "write it as file:///folder/file");
        }
    }
}
