package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import java.util.ArrayList;
import java.util.List;

/** The files of a tar on their way to the disk: one thread puts them into batches, others hash and write those. */
final class TarTree {

    private final Staging staging;
    private final Conveyor conveyor;
    private final List<TreeEntry> entries = new ArrayList<>();
    private Batch batch;
    private int taker = -1;

    TarTree(Staging staging, Conveyor conveyor) {
        this.staging = staging;
        this.conveyor = conveyor;
    }

    /** Where the bytes of a file come from. */
    interface Content {
        /** @return how many were read; below 1 at the end */
        int read(byte[] target, int offset, int length)
                throws VerificationException, StoreException, InterruptedException;
    }

    /** @return false where the content ended too early */
    boolean file(String path, long size, boolean executable, long seconds, Content content)
            throws VerificationException, StoreException, InterruptedException {
        if (batch == null || size > batch.room()) {
            flush();
            batch = conveyor.empty();
        }
        long left = size;
        boolean first = true;
        while (true) {
            int offset = batch.used;
            int length = (int) Math.min(left, batch.room());
            while (batch.used < offset + length) {
                int count = content.read(batch.data, batch.used, offset + length - batch.used);
                if (count <= 0) {
                    return false;
                }
                batch.used += count;
            }
            left -= length;
            batch.pieces.add(new Batch.Piece(path, size, executable, seconds, offset, length, first, left == 0));
            if (left == 0) {
                return true;
            }
            first = false;
            taker = conveyor.send(batch, taker);
            batch = conveyor.empty();
        }
    }

    /** After the last file. */
    void end() {
        flush();
        conveyor.end();
    }

    private void flush() {
        if (batch != null) {
            conveyor.send(batch, taker);
            batch = null;
            taker = -1;
        }
    }

    /** What one of the writing threads does, until the end. */
    void write(int number) throws StoreException, InterruptedException {
        List<TreeEntry> mine = new ArrayList<>();
        TreeWriter writer = new TreeWriter(staging);
        try {
            for (Batch full = conveyor.full(number); full != null; full = conveyor.full(number)) {
                for (Batch.Piece piece : full.pieces) {
                    write(writer, piece, full.data, mine);
                }
                conveyor.done(number, full);
            }
        } finally {
            writer.abandon();
        }
        synchronized (entries) {
            entries.addAll(mine);
        }
    }

    private static void write(TreeWriter writer, Batch.Piece piece, byte[] data, List<TreeEntry> mine)
            throws StoreException, InterruptedException {
        if (piece.first()) {
            writer.open(piece.path(), piece.executable());
        }
        if (piece.length() > 0) {
            writer.write(data, piece.offset(), piece.length());
        }
        if (piece.last()) {
            String sha256 = writer.close(piece.seconds());
            mine.add(TreeEntry.file(piece.path(), piece.size(), piece.executable(), sha256));
        }
    }

    /** What was written; when all threads have ended. */
    List<TreeEntry> entries() {
        return entries;
    }
}
