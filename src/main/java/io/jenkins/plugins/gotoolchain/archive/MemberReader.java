package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks entries of a zip one after the other, for one thread. Each must be exactly what the central directory says:
 * the same name, method, sizes and checksum in the local header, and not a byte between it and the next entry.
 */
final class MemberReader implements AutoCloseable {

    private static final int HEADER_SIZE = 30;
    private static final int HEADER_SIGNATURE = 0x04034b50;
    private static final int DESCRIPTOR_SIGNATURE = 0x08074b50;
    private static final int HAS_DESCRIPTOR = 1 << 3;
    private static final int COMPARED_FLAGS = 1 | HAS_DESCRIPTOR | 1 << 6 | 1 << 11 | 1 << 13;

    private final FileChannel file;
    private final Refusal refusal;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] packed;
    private final ByteBuffer packedBytes;
    private final byte[] data;

    MemberReader(FileChannel file, Refusal refusal, int bufferSize) {
        this.file = file;
        this.refusal = refusal;
        packed = new byte[bufferSize];
        packedBytes = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        data = new byte[bufferSize];
    }

    /** Where the bytes of an entry go. */
    interface Sink {
        void write(byte[] data, int offset, int length) throws StoreException, InterruptedException;
    }

    void read(ZipMember member, Sink sink) throws VerificationException, StoreException, InterruptedException {
        long position = member.from();
        int have = fill(member, position);
        int start = header(member, have);
        long dataEnd = position + start + member.packed();
        long tail = member.to() - dataEnd;
        boolean described = (member.flags() & HAS_DESCRIPTOR) != 0;
        if (described ? tail != 12 && tail != 16 : tail != 0) {
            throw refusal.entry(member.name(), "does not end where the next one begins");
        }
        crc.reset();
        inflater.reset();
        long written = 0;
        long left = member.packed();
        position += have;
        int from = start;
        while (true) {
            int usable = (int) Math.min(have - from, left);
            left -= usable;
            written = member.method() == 0
                    ? store(from, usable, written, sink)
                    : inflate(member, from, usable, written, sink);
            from += usable;
            if (left == 0) {
                break;
            }
            have = fill(member, position);
            position += have;
            from = 0;
        }
        if (written != member.size() || member.method() == 8 && !(inflater.finished() && inflater.getRemaining() == 0)) {
            throw refusal.entry(member.name(), "does not unpack to the size that it says");
        }
        if ((int) crc.getValue() != member.crc()) {
            throw refusal.entry(member.name(), "does not have the checksum that it says");
        }
        if (described) {
            descriptor(member, dataEnd, (int) tail);
        }
    }

    /** Reads as much of the entry as fits, and not beyond its end. */
    private int fill(ZipMember member, long position) throws StoreException, InterruptedException {
        int wanted = (int) Math.min(packed.length, member.to() - position);
        read(packedBytes.limit(wanted).position(0), position);
        packedBytes.limit(packed.length);
        return wanted;
    }

    private void read(ByteBuffer bytes, long position) throws StoreException, InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
        try {
            while (bytes.hasRemaining()) {
                if (file.read(bytes, position + bytes.position()) < 0) {
                    throw new IOException("it became shorter while it was read");
                }
            }
        } catch (ClosedChannelException e) {
            throw new InterruptedException("this thread, or the one that shares the file, was interrupted");
        } catch (IOException e) {
            throw refusal.unreadable(e);
        }
    }

    /** @return where the data begins in the buffer */
    private int header(ZipMember member, int have) throws VerificationException {
        if (have < HEADER_SIZE || packedBytes.getInt(0) != HEADER_SIGNATURE) {
            throw refusal.entry(member.name(), "is not where the directory says");
        }
        int flags = packedBytes.getShort(6) & 0xffff;
        int method = packedBytes.getShort(8) & 0xffff;
        int nameLength = packedBytes.getShort(26) & 0xffff;
        int start = HEADER_SIZE + nameLength + (packedBytes.getShort(28) & 0xffff);
        if (start > have
                || ((flags ^ member.flags()) & COMPARED_FLAGS) != 0
                || method != member.method()
                || !sameName(member, nameLength)
                || !sameSizes(member, flags)) {
            throw refusal.entry(member.name(), "is described in two ways that differ");
        }
        return start;
    }

    private boolean sameName(ZipMember member, int length) {
        String name = member.name();
        if (name.length() == length) {
            int i = 0;
            while (i < length && packed[HEADER_SIZE + i] == name.charAt(i)) {
                i++;
            }
            if (i == length) {
                return true;
            }
        }
        byte[] bytes = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return bytes.length == length
                && java.util.Arrays.equals(bytes, 0, length, packed, HEADER_SIZE, HEADER_SIZE + length);
    }

    private boolean sameSizes(ZipMember member, int flags) {
        int crc = packedBytes.getInt(14);
        int packedSize = packedBytes.getInt(18);
        int size = packedBytes.getInt(22);
        if ((flags & HAS_DESCRIPTOR) != 0 && crc == 0 && packedSize == 0 && size == 0) {
            return true;
        }
        return crc == member.crc() && packedSize == (int) member.packed() && size == (int) member.size();
    }

    private long store(int from, int length, long written, Sink sink) throws StoreException, InterruptedException {
        crc.update(packed, from, length);
        if (length > 0) {
            sink.write(packed, from, length);
        }
        return written + length;
    }

    private long inflate(ZipMember member, int from, int length, long written, Sink sink)
            throws VerificationException, StoreException, InterruptedException {
        inflater.setInput(packed, from, length);
        try {
            while (true) {
                int count = inflater.inflate(data, 0, data.length);
                if (count == 0) {
                    if (inflater.needsDictionary()) {
                        throw refusal.entry(member.name(), "is damaged: it asks for a dictionary");
                    }
                    return written;
                }
                written += count;
                if (written > member.size()) {
                    throw refusal.entry(member.name(), "unpacks to more than it says");
                }
                crc.update(data, 0, count);
                sink.write(data, 0, count);
            }
        } catch (DataFormatException e) {
            throw refusal.entry(member.name(), "is damaged: " + e.getMessage());
        }
    }

    private void descriptor(ZipMember member, long position, int length)
            throws VerificationException, StoreException, InterruptedException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        read(bytes, position);
        int at = length - 12;
        if (at == 4 && bytes.getInt(0) != DESCRIPTOR_SIGNATURE
                || bytes.getInt(at) != member.crc()
                || bytes.getInt(at + 4) != (int) member.packed()
                || bytes.getInt(at + 8) != (int) member.size()) {
            throw refusal.entry(member.name(), "is described in two ways that differ");
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
