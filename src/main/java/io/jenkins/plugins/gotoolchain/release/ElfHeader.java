package io.jenkins.plugins.gotoolchain.release;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What the start of an ELF program says it was built for (System V ABI, chapter 4).
 *
 * @param bits 32 or 64
 * @param arch by Go's name; empty where Go has none
 * @param loader the dynamic loader it asks for; empty for a static program, or where that stands further back
 */
record ElfHeader(int bits, String arch, String loader) {

    /** How much of a program is enough: its headers and, in every common layout, the loader's name. */
    static final int BYTES = 4096;

    private static final int PROGRAM_INTERPRETER = 3;

    /** Null where it is no ELF program. */
    static ElfHeader parse(byte[] start) {
        if (start == null || start.length < 52 || start[0] != 0x7f || start[1] != 'E' || start[2] != 'L' || start[3] != 'F') {
            return null;
        }
        boolean wide = start[4] == 2;
        boolean little = start[5] == 1;
        ByteBuffer in = ByteBuffer.wrap(start).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        try {
            return new ElfHeader(wide ? 64 : 32, arch(in.getShort(18), wide, little), loader(in, wide));
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            return null;
        }
    }

    private static String arch(int machine, boolean wide, boolean little) {
        return switch (machine) {
            case 3 -> "386";
            case 8 -> (wide ? "mips64" : "mips") + (little ? "le" : "");
            case 21 -> little ? "ppc64le" : "ppc64";
            case 22 -> wide ? "s390x" : "";
            case 40 -> little ? "arm" : "";
            case 62 -> "amd64";
            case 183 -> little ? "arm64" : "";
            case 243 -> wide ? "riscv64" : "";
            case 258 -> wide ? "loong64" : "";
            default -> "";
        };
    }

    private static String loader(ByteBuffer in, boolean wide) {
        long table = wide ? in.getLong(32) : in.getInt(28);
        int size = in.getShort(wide ? 54 : 42);
        int count = Math.min(in.getShort(wide ? 56 : 44), 64);
        for (int i = 0; i < count; i++) {
            long at = table + (long) i * size;
            if (at < 0 || at + (wide ? 56 : 32) > in.limit()) {
                return "";
            }
            if (in.getInt((int) at) == PROGRAM_INTERPRETER) {
                long offset = wide ? in.getLong((int) at + 8) : in.getInt((int) at + 4);
                long length = wide ? in.getLong((int) at + 32) : in.getInt((int) at + 16);
                boolean here = offset >= 0 && length > 1 && length < 1024 && offset <= in.limit() - length;
                return here ? new String(in.array(), (int) offset, (int) length - 1, StandardCharsets.ISO_8859_1) : "";
            }
        }
        return "";
    }
}
