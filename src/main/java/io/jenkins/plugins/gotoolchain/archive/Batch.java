package io.jenkins.plugins.gotoolchain.archive;

import java.util.ArrayList;
import java.util.List;

/** A buffer on its way from one thread to another: a part of a tar, or files to be written, or a piece of one. */
final class Batch {

    final byte[] data;
    final List<Piece> pieces = new ArrayList<>();
    int used;

    Batch(int size) {
        data = new byte[size];
    }

    /**
     * A file in the batch, or a piece of a file larger than a batch.
     *
     * @param size of the whole file
     * @param seconds when it was last changed, since 1970
     * @param first whether the file begins with this piece
     * @param last whether it ends with it
     */
    record Piece(
            String path, long size, boolean executable, long seconds, int offset, int length, boolean first, boolean last) {}

    int room() {
        return data.length - used;
    }

    void clear() {
        pieces.clear();
        used = 0;
    }
}
