package io.jenkins.plugins.gotoolchain.jenkins.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads a file of lines from its end, or from a place in it, to its beginning. */
final class BackwardLines implements Closeable {

    private static final int BLOCK = 1 << 16;
    private static final int LONGEST = 1 << 13;

    private final RandomAccessFile file;
    private byte[] block = new byte[0];
    private long blockStart;
    private long end;

    /** @param end where the first line to be read ends; what is beyond the file's end means its end */
    BackwardLines(Path path, long end) throws IOException {
        file = new RandomAccessFile(path.toFile(), "r");
        this.end = Math.max(0, Math.min(end, file.length()));
        this.blockStart = this.end;
    }

    /** Without its end; null at the file's beginning. A line of more than 8 KiB comes in pieces. */
    String next() throws IOException {
        if (end == 0) {
            return null;
        }
        if (end - LONGEST < blockStart && blockStart > 0) {
            load();
        }
        int stop = (int) (end - blockStart);
        int lineEnd = block[stop - 1] == '\n' ? stop - 1 : stop;
        int lineStart = lineEnd;
        while (lineStart > 0 && block[lineStart - 1] != '\n' && lineEnd - lineStart < LONGEST) {
            lineStart--;
        }
        end = blockStart + lineStart;
        return new String(block, lineStart, lineEnd - lineStart, StandardCharsets.UTF_8);
    }

    /** Where the line that was read last begins. */
    long position() {
        return end;
    }

    private void load() throws IOException {
        blockStart = Math.max(0, end - BLOCK);
        block = new byte[(int) (end - blockStart)];
        file.seek(blockStart);
        file.readFully(block);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
