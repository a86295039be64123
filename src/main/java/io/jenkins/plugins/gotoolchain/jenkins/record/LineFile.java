package io.jenkins.plugins.gotoolchain.jenkins.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A text file that only grows, a line at a time. */
final class LineFile {

    private LineFile() {}

    /** A line that a crash or a full disk left unfinished is ended first, so that it spoils no other. */
    static void append(Path file, String line) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long size = channel.size();
            ByteBuffer last = ByteBuffer.allocate(1);
            boolean whole = size == 0 || channel.read(last, size - 1) == 1 && last.get(0) == '\n';
            ByteBuffer bytes = StandardCharsets.UTF_8.encode((whole ? "" : "\n") + line + "\n");
            while (bytes.hasRemaining()) {
                size += channel.write(bytes, size);
            }
        }
    }
}
