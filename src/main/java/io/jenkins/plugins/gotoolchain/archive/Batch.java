package io.jenkins.plugins.gotoolchain.archive;

import java.util.ArrayList;
import java.util.List;

/** A buffer full of files, or of pieces of one, on its way from the thread that inflates to one that writes. */
final class Batch {

    static final int SIZE = 512 << 10;

    final byte[] data = new byte[SIZE];
    final List<Piece> pieces = new ArrayList<>();
    int used;

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
        return SIZE - used;
    }

    void clear() {
        pieces.clear();
        used = 0;
    }
}
