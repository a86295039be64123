package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads one file header of a zip's central directory (APPNOTE 6.3, 4.3.12), and refuses what Go's zips do not have. */
final class CentralEntry {

    /** Of the fixed part, in bytes. */
    static final int SIZE = 46;

    private static final int SIGNATURE = 0x02014b50;
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int PATCHED = 1 << 5;
    private static final int UTF8 = 1 << 11;
    private static final int ZIP64_EXTRA = 0x0001;
    private static final int UNICODE_PATH_EXTRA = 0x7075;
    private static final int UNIX_TIME_EXTRA = 0x5455;
    private static final int KIND = 0xf000;
    private static final int KIND_FILE = 0x8000;
    private static final int KIND_FOLDER = 0x4000;
    private static final int KIND_LINK = 0xa000;

    private final ByteBuffer directory;
    private final int at;
    private final UnpackLimits limits;
    private final Refusal refusal;

    /** @param at where in the directory it begins */
    CentralEntry(ByteBuffer directory, int at, UnpackLimits limits, Refusal refusal) {
        this.directory = directory;
        this.at = at;
        this.limits = limits;
        this.refusal = refusal;
    }

    /** Where the next one begins; below zero where this is none. */
    int end() {
        if (directory.limit() - at < SIZE || directory.getInt(at) != SIGNATURE) {
            return -1;
        }
        int end = at + SIZE + number(28) + number(30) + number(32);
        return end > directory.limit() ? -1 : end;
    }

    /** The entry, without where it ends in the archive. */
    ZipMember read() throws VerificationException {
        int flags = number(8);
        int method = number(10);
        String name = name(flags);
        long packed = size(20);
        long size = size(24);
        long offset = size(42);
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
        if (number(34) != 0) {
            throw refusal.entry(name, "is on another disk");
        }
        int mode = mode();
        checkKind(name, mode, size);
        return new ZipMember(name, flags, method, directory.getInt(at + 16), packed, size, offset, -1, mode, time(name));
    }

    private int number(int offset) {
        return directory.getShort(at + offset) & 0xffff;
    }

    private long size(int offset) {
        return directory.getInt(at + offset) & 0xffffffffL;
    }

    private String name(int flags) throws VerificationException {
        byte[] bytes = directory.array();
        int from = at + SIZE;
        int length = number(28);
        boolean ascii = true;
        for (int i = from; i < from + length && ascii; i++) {
            ascii = bytes[i] >= 0;
        }
        if (ascii) {
            return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
        try {
            if ((flags & UTF8) != 0) {
                ByteBuffer name = ByteBuffer.wrap(bytes, from, length);
                return StandardCharsets.UTF_8.newDecoder().decode(name).toString();
            }
        } catch (CharacterCodingException e) {
            // falls through to the refusal
        }
        throw refusal.entry(new String(bytes, from, length, StandardCharsets.US_ASCII), "has a name that is not UTF-8");
    }

    /** The Unix mode where the archive was made on Unix or macOS, else 0. */
    private int mode() {
        int madeBy = directory.get(at + 5);
        return madeBy == 3 || madeBy == 19 ? number(40) : 0;
    }

    private void checkKind(String name, int mode, long size) throws VerificationException {
        boolean folder = name.endsWith("/");
        int kind = mode & KIND;
        if (kind == KIND_LINK) {
            throw refusal.entry(name, "is a link, which no zip of Go has");
        }
        if (kind != 0 && kind != (folder ? KIND_FOLDER : KIND_FILE)) {
            throw refusal.entry(name, "is neither file nor folder");
        }
        if (folder && size != 0) {
            throw refusal.entry(name, "is a folder with content");
        }
    }

    /** The time in the extra fields, in seconds since 1970; -1 where there is none. */
    private long time(String name) throws VerificationException {
        long seconds = -1;
        int field = at + SIZE + number(28);
        int end = field + number(30);
        while (field < end) {
            int size = end - field < 4 ? -1 : directory.getShort(field + 2) & 0xffff;
            if (size < 0 || size > end - field - 4) {
                throw refusal.entry(name, "has damaged extra fields");
            }
            int id = directory.getShort(field) & 0xffff;
            if (id == ZIP64_EXTRA || id == UNICODE_PATH_EXTRA) {
                throw refusal.entry(name, "has extra fields that can change its size or name");
            }
            if (id == UNIX_TIME_EXTRA && size >= 5 && (directory.get(field + 4) & 1) != 0) {
                seconds = directory.getInt(field + 5) & 0xffffffffL;
            }
            field += 4 + size;
        }
        return seconds;
    }
}
