package io.jenkins.plugins.gotoolchain.diagnose;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Counts lines, eight bytes at a time. */
public final class LineEnds {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW = 0x7F7F7F7F7F7F7F7FL;
    private static final long ENDS = 0x0A0A0A0A0A0A0A0AL;

    private LineEnds() {}

    /** How many LF there are. */
    public static long count(byte[] bytes, int from, int to) {
        long count = 0;
        int at = from;
        for (; at + 8 <= to; at += 8) {
            long eight = (long) LONGS.get(bytes, at) ^ ENDS;
            count += Long.bitCount(~((eight & LOW) + LOW | eight | LOW));
        }
        for (; at < to; at++) {
            count += bytes[at] == '\n' ? 1 : 0;
        }
        return count;
    }
}
