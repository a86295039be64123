package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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

    private static final int ENTRY_SIZE = 46;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int PATCHED = 1 << 5;
    private static final int UTF8 = 1 << 11;
    private static final int ZIP64_EXTRA = 0x0001;
    private static final int UNICODE_PATH_EXTRA = 0x7075;
    private static final int UNIX_TIME_EXTRA = 0x5455;

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
            if (directory.limit() - at < ENTRY_SIZE || directory.getInt(at) != ENTRY_SIGNATURE) {
                throw refusal.because("its directory is damaged at entry " + (i + 1));
            }
            int nameLength = directory.getShort(at + 28) & 0xffff;
            int extraLength = directory.getShort(at + 30) & 0xffff;
            int commentLength = directory.getShort(at + 32) & 0xffff;
            int next = at + ENTRY_SIZE + nameLength + extraLength + commentLength;
            if (next > directory.limit()) {
                throw refusal.because("its directory is damaged at entry " + (i + 1));
            }
            ZipMember member = member(directory, at, nameLength, extraLength);
            total += member.size();
            if (total > limits.maxBytes()) {
                throw refusal.because("it would unpack to more than " + limits.maxBytes() + " bytes");
            }
            members.add(member);
            at = next;
        }
        if (at != directory.limit()) {
            throw refusal.because("its directory has more in it than its " + count + " entries");
        }
        return members;
    }

    private ZipMember member(ByteBuffer directory, int at, int nameLength, int extraLength)
            throws VerificationException {
        int madeBy = directory.get(at + 5);
        int flags = directory.getShort(at + 8) & 0xffff;
        int method = directory.getShort(at + 10) & 0xffff;
        String name = name(directory, at + ENTRY_SIZE, nameLength, flags);
        long packed = directory.getInt(at + 20) & 0xffffffffL;
        long size = directory.getInt(at + 24) & 0xffffffffL;
        long offset = directory.getInt(at + 42) & 0xffffffffL;
        if ((flags & ENCRYPTED) != 0) {
            throw refusal.entry(name, "is encrypted");
        }
        if ((flags & PATCHED) != 0 || method != 0 && method != 8) {
            throw refusal.entry(name, "is packed with a method (" + method + ") that Go does not use");
        }
        if (packed == 0xffffffffL || size == 0xffffffffL || offset == 0xffffffffL) {
            throw refusal.entry(name, "has zip64 sizes, which no toolchain needs");
        }
        if (size > limits.maxFileBytes()) {
            throw refusal.entry(name, "would unpack to more than " + limits.maxFileBytes() + " bytes");
        }
        if (method == 0 && packed != size) {
            throw refusal.entry(name, "is stored, yet has two sizes");
        }
        if (directory.getShort(at + 34) != 0) {
            throw refusal.entry(name, "is on another disk");
        }
        int mode = madeBy == 3 || madeBy == 19 ? directory.getInt(at + 38) >>> 16 : 0;
        checkKind(name, mode, size);
        long seconds = extras(directory, at + ENTRY_SIZE + nameLength, extraLength, name);
        return new ZipMember(
                name, flags, method, directory.getInt(at + 16), packed, size, offset, -1, mode, seconds);
    }

    private String name(ByteBuffer directory, int at, int length, int flags) throws VerificationException {
        byte[] bytes = directory.array();
        boolean ascii = true;
        for (int i = at; i < at + length && ascii; i++) {
            ascii = bytes[i] >= 0;
        }
        if (ascii) {
            return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
        }
        try {
            if ((flags & UTF8) != 0) {
                return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, length)).toString();
            }
        } catch (CharacterCodingException e) {
            // falls through to the refusal
        }
        throw refusal.entry(new String(bytes, at, length, StandardCharsets.US_ASCII), "has a name that is not UTF-8");
    }

    private void checkKind(String name, int mode, long size) throws VerificationException {
        boolean folder = name.endsWith("/");
        int kind = mode & 0xf000;
        if (kind != 0 && kind != (folder ? 0x4000 : 0x8000)) {
            throw refusal.entry(name, kind == 0xa000 ? "is a link, which no zip of Go has" : "is neither file nor folder");
        }
        if (folder && size != 0) {
            throw refusal.entry(name, "is a folder with content");
        }
    }

    /** @return the time in the extra fields, in seconds since 1970; -1 where there is none */
    private long extras(ByteBuffer directory, int at, int length, String name) throws VerificationException {
        long seconds = -1;
        int end = at + length;
        while (at < end) {
            int size = end - at < 4 ? -1 : directory.getShort(at + 2) & 0xffff;
            if (size < 0 || size > end - at - 4) {
                throw refusal.entry(name, "has damaged extra fields");
            }
            int id = directory.getShort(at) & 0xffff;
            if (id == ZIP64_EXTRA || id == UNICODE_PATH_EXTRA) {
                throw refusal.entry(name, "has extra fields that can change its size or name");
            }
            if (id == UNIX_TIME_EXTRA && size >= 5 && (directory.get(at + 4) & 1) != 0) {
                seconds = directory.getInt(at + 5) & 0xffffffffL;
            }
            at += 4 + size;
        }
        return seconds;
    }

    /** Tells every entry where it ends: where the next begins. */
    private List<ZipMember> inOrder(List<ZipMember> members, long end) throws VerificationException {
        List<ZipMember> byOffset = new ArrayList<>(members);
        byOffset.sort((a, b) -> Long.compare(a.from(), b.from()));
        java.util.Map<String, Long> ends = new java.util.HashMap<>(members.size() * 2);
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
