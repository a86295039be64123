package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates a gzip file (RFC 1952) of exactly one member with nothing after it, checks its trailer, and hashes the bytes
 * of the file as they are read. The JDK's own class reads on into whatever follows, and in small pieces.
 *
 * <p>While a {@linkplain #header header} is being read it gives out a limited number of bytes only, and knows whether
 * all were zero, so that what parses the headers can be made neither to take up memory nor to skip the end unseen.
 */
final class GzipInput extends InputStream {

    private static final int BUFFER = 256 << 10;
    private static final int MAX_GZIP_HEADER = 4096;
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
    private final byte[] data = new byte[BUFFER];
    private long packedBytes;
    private int packedAt;
    private int packedEnd;
    private int at;
    private int end;
    private boolean ended;
    private long headerBytes = Long.MAX_VALUE;
    private long headerLimit = Long.MAX_VALUE;
    private int headerBits;

    GzipInput(Path archive, Refusal refusal) throws IOException {
        this.refusal = refusal;
        file = new FileInputStream(archive.toFile());
        try {
            readHeader();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** From now on a header is read: at most so many bytes are given out until {@link #content()}. */
    void header(int limit) {
        headerBytes = 0;
        headerLimit = limit;
        headerBits = 0;
    }

    void content() {
        headerBytes = Long.MAX_VALUE;
        headerLimit = Long.MAX_VALUE;
    }

    /** How many bytes were given out since {@link #header}. */
    long headerBytes() {
        return headerBytes;
    }

    /** Whether all bytes since {@link #header} were zero. */
    boolean onlyZeros() {
        return headerBits == 0;
    }

    /** How much of the file was read. */
    long packedBytes() {
        return packedBytes;
    }

    /** SHA-256 of the file in lower-case hex; only after the end. */
    String sha256() {
        return Sha256.hex(sha256);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == end && !inflate()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(data, at, target, offset, count);
        if (headerLimit != Long.MAX_VALUE) {
            countHeader(count);
        }
        at += count;
        return count;
    }

    @Override
    public long skip(long wanted) throws IOException {
        if (wanted <= 0 || at == end && !inflate()) {
            return 0;
        }
        int count = (int) Math.min(wanted, end - at);
        if (headerLimit != Long.MAX_VALUE) {
            countHeader(count);
        }
        at += count;
        return count;
    }

    @Override
    public int available() {
        return end - at;
    }

    private void countHeader(int count) throws VerificationException {
        headerBytes += count;
        if (headerBytes > headerLimit) {
            throw refusal.because("it has a header of more than " + headerLimit + " bytes");
        }
        int bits = headerBits;
        for (int i = at; i < at + count; i++) {
            bits |= data[i];
        }
        headerBits = bits;
    }

    /** @return whether there is more data */
    private boolean inflate() throws IOException {
        if (ended) {
            return false;
        }
        try {
            while (true) {
                int count = inflater.inflate(data, 0, data.length);
                if (count > 0) {
                    crc.update(data, 0, count);
                    at = 0;
                    end = count;
                    return true;
                }
                if (inflater.finished()) {
                    packedAt = packedEnd - inflater.getRemaining();
                    readTrailer();
                    ended = true;
                    return false;
                }
                if (inflater.needsDictionary()) {
                    throw refusal.because("it is damaged: it asks for a dictionary");
                }
                if (!fill()) {
                    throw refusal.because("it is cut off");
                }
                inflater.setInput(packed, 0, packedEnd);
            }
        } catch (DataFormatException e) {
            throw refusal.because("it is damaged: " + e.getMessage(), e);
        }
    }

    private boolean fill() throws IOException {
        int count;
        try {
            count = file.read(packed, 0, packed.length);
        } catch (IOException e) {
            throw refusal.unreadable(e);
        }
        packedAt = 0;
        packedEnd = Math.max(count, 0);
        if (count > 0) {
            packedBytes += count;
            sha256.update(packed, 0, count);
        }
        return count > 0;
    }

    private int next() throws IOException {
        if (packedAt == packedEnd && !fill()) {
            throw refusal.because("it is cut off");
        }
        return packed[packedAt++] & 0xff;
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
            for (int i = 0; i < skipped && i <= MAX_GZIP_HEADER; i++) {
                next();
            }
        }
        for (int flag = FLAG_NAME; flag <= FLAG_COMMENT; flag <<= 1) {
            while ((flags & flag) != 0 && skipped <= MAX_GZIP_HEADER && next() != 0) {
                skipped++;
            }
        }
        if (skipped > MAX_GZIP_HEADER) {
            throw refusal.because("its gzip header is longer than " + MAX_GZIP_HEADER + " bytes");
        }
        if ((flags & FLAG_CHECKSUM) != 0) {
            next();
            next();
        }
        inflater.setInput(packed, packedAt, packedEnd - packedAt);
    }

    private void readTrailer() throws IOException {
        int checksum = nextInt();
        int size = nextInt();
        if (checksum != (int) crc.getValue() || size != (int) inflater.getBytesWritten()) {
            throw refusal.because("it is damaged: its content does not have the checksum and size that it says");
        }
        if (packedAt != packedEnd || fill()) {
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
