package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a zip's central directory (PKWARE's APPNOTE 6.3, 4.3.12 and 4.3.16) and accepts only what can be read in one way:
 * one disk, no zip64 (no toolchain needs it), nothing before the first entry, between the entries and the directory, or
 * after the end, no encryption, no other methods than stored and deflated.
 */
final class CentralDirectory {

    private static final int END_SIZE = 22;
    private static final int END_SIGNATURE = 0x06054b50;

    /** Five times what the largest toolchain of today has; it is read into memory. */
    private static final int MAX_SIZE = 8 << 20;

    private final FileChannel file;
    private final Refusal refusal;
    private final UnpackLimits limits;

    CentralDirectory(FileChannel file, Refusal refusal, UnpackLimits limits) {
        this.file = file;
        this.refusal = refusal;
        this.limits = limits;
    }

    /** @return the entries in the directory's order; a VerificationException says what is wrong with them */
    List<ZipMember> read() throws IOException {
        long length = file.size();
        if (length < END_SIZE) {
            throw refusal.because("it is too short to be a zip");
        }
        ByteBuffer end = read(length - END_SIZE, END_SIZE);
        if (end.getInt(0) != END_SIGNATURE || end.getShort(20) != 0) {
            throw refusal.because("it does not end as a zip ends: it is cut off, has something after its end, or is"
                    + " no zip");
        }
        int count = end.getShort(10) & 0xffff;
        long size = end.getInt(12) & 0xffffffffL;
        long offset = end.getInt(16) & 0xffffffffL;
        if (end.getShort(4) != 0 || end.getShort(6) != 0 || end.getShort(8) != end.getShort(10)) {
            throw refusal.because("it is a part of a zip of several disks");
        }
        if (count == 0xffff || size == 0xffffffffL || offset == 0xffffffffL) {
            throw refusal.because("it is a zip64, which no toolchain needs");
        }
        if (offset + size != length - END_SIZE) {
            throw refusal.because("its directory is not where its end says");
        }
        if (count > limits.maxEntries()) {
            throw refusal.because("it has more than " + limits.maxEntries() + " entries");
        }
        if (size > MAX_SIZE) {
            throw refusal.because("its directory has more than " + MAX_SIZE + " bytes");
        }
        return inOrder(entries(read(offset, (int) size), count), offset);
    }

    private ByteBuffer read(long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, offset + bytes.position()) < 0) {
                throw new IOException("it became shorter while it was read");
            }
        }
        return bytes.flip();
    }

    private List<ZipMember> entries(ByteBuffer directory, int count) throws VerificationException {
        List<ZipMember> members = new ArrayList<>(count);
        long total = 0;
        int at = 0;
        for (int i = 0; i < count; i++) {
            CentralEntry entry = new CentralEntry(directory, at, limits, refusal);
            at = entry.end();
            if (at < 0) {
                throw refusal.because("its directory is damaged at entry " + (i + 1));
            }
            ZipMember member = entry.read();
            total += member.size();
            if (total > limits.maxBytes()) {
                throw refusal.because("it would unpack to more than " + limits.maxBytes() + " bytes");
            }
            members.add(member);
        }
        if (at != directory.limit()) {
            throw refusal.because("its directory has more in it than its " + count + " entries");
        }
        return members;
    }

    /** Tells every entry where it ends: where the next begins. */
    private List<ZipMember> inOrder(List<ZipMember> members, long end) throws VerificationException {
        List<ZipMember> byOffset = new ArrayList<>(members);
        byOffset.sort((a, b) -> Long.compare(a.from(), b.from()));
        Map<String, Long> ends = new HashMap<>(members.size() * 2);
        long next = end;
        for (int i = byOffset.size() - 1; i >= 0; i--) {
            ZipMember member = byOffset.get(i);
            if (member.from() >= next) {
                throw refusal.entry(member.name(), "overlaps another entry");
            }
            if (ends.put(member.name(), next) != null) {
                throw refusal.entry(member.name(), "comes twice");
            }
            next = member.from();
        }
        if (next != 0) {
            throw refusal.because("it has something before its first entry");
        }
        List<ZipMember> complete = new ArrayList<>(members.size());
        for (ZipMember member : members) {
            complete.add(member.endingAt(ends.get(member.name())));
        }
        return complete;
    }
}
