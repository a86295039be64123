package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates a gzip file (RFC 1952) of exactly one member with nothing after it, checks its trailer, and hashes the bytes
 * of the file as they are read. The JDK's own class reads on into whatever follows, and in small pieces.
 */
final class GzipReader implements AutoCloseable {

    private static final int BUFFER = 256 << 10;
    private static final int MAX_HEADER = 4096;
    private static final int FLAG_CHECKSUM = 2;
    private static final int FLAG_EXTRA = 4;
    private static final int FLAG_NAME = 8;
    private static final int FLAG_COMMENT = 16;
    private static final int FLAGS_RESERVED = 0xe0;

    private final FileInputStream file;
    private final Refusal refusal;
    private final MessageDigest sha256 = Sha256.start();
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] packed = new byte[BUFFER];
    private volatile long packedBytes;
    private int at;
    private int end;
    private boolean ended;

    GzipReader(Path archive, Refusal refusal) throws IOException {
        this.refusal = refusal;
        file = new FileInputStream(archive.toFile());
        try {
            readHeader();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** How much of the file was read; may be asked by any thread. */
    long packedBytes() {
        return packedBytes;
    }

    /** SHA-256 of the file in lower-case hex; once, after the end. */
    String sha256() {
        return Sha256.hex(sha256);
    }

    /**
     * Inflates until the array is full or the end is reached.
     *
     * @return how many bytes; 0 at the end, when the trailer has been found to agree
     */
    int read(byte[] target) throws IOException {
        int count = 0;
        try {
            while (count < target.length && !ended) {
                int more = inflater.inflate(target, count, target.length - count);
                if (more > 0) {
                    crc.update(target, count, more);
                    count += more;
                } else {
                    goOn();
                }
            }
        } catch (DataFormatException e) {
            throw refusal.because("it is damaged: " + e.getMessage(), e);
        }
        return count;
    }

    private void goOn() throws IOException {
        if (inflater.finished()) {
            at = end - inflater.getRemaining();
            readTrailer();
            ended = true;
        } else if (inflater.needsDictionary()) {
            throw refusal.because("it is damaged: it asks for a dictionary");
        } else if (fill()) {
            inflater.setInput(packed, 0, end);
        } else {
            throw refusal.because("it is cut off");
        }
    }

    private boolean fill() throws IOException {
        int count;
        try {
            count = file.read(packed, 0, packed.length);
        } catch (IOException e) {
            throw refusal.unreadable(e);
        }
        at = 0;
        end = Math.max(count, 0);
        if (count > 0) {
            packedBytes += count;
            sha256.update(packed, 0, count);
        }
        return count > 0;
    }

    private int next() throws IOException {
        if (at == end && !fill()) {
            throw refusal.because("it is cut off");
        }
        return packed[at++] & 0xff;
    }

    private void readHeader() throws IOException {
        if (!fill() || next() != 0x1f || next() != 0x8b || next() != 8) {
            throw refusal.because("it is no gzip file");
        }
        int flags = next();
        if ((flags & FLAGS_RESERVED) != 0) {
            throw refusal.because("its gzip header has flags that mean nothing");
        }
        for (int i = 0; i < 6; i++) {
            next();
        }
        int skipped = 0;
        if ((flags & FLAG_EXTRA) != 0) {
            skipped = next() | next() << 8;
            for (int i = 0; i < skipped && i <= MAX_HEADER; i++) {
                next();
            }
        }
        for (int flag = FLAG_NAME; flag <= FLAG_COMMENT; flag <<= 1) {
            while ((flags & flag) != 0 && skipped <= MAX_HEADER && next() != 0) {
                skipped++;
            }
        }
        if (skipped > MAX_HEADER) {
            throw refusal.because("its gzip header is longer than " + MAX_HEADER + " bytes");
        }
        if ((flags & FLAG_CHECKSUM) != 0) {
            next();
            next();
        }
        inflater.setInput(packed, at, end - at);
    }

    private void readTrailer() throws IOException {
        int checksum = nextInt();
        int size = nextInt();
        if (checksum != (int) crc.getValue() || size != (int) inflater.getBytesWritten()) {
            throw refusal.because("it is damaged: its content does not have the checksum and size that it says");
        }
        if (at != end || fill()) {
            throw refusal.because("it has something after its end");
        }
    }

    private int nextInt() throws IOException {
        return next() | next() << 8 | next() << 16 | next() << 24;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        file.close();
    }
}
