package io.jenkins.plugins.gotoolchain.buildcache;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A record as a server for Bazel wants it: the message {@code ActionResult} of the Remote Execution API, version 2
 * ({@code build/bazel/remote/execution/v2/remote_execution.proto}), whose standard output is the record and whose one file is the
 * body. Such a server keeps both as long as either is asked for, and gives no record whose body it has lost.
 */
final class ActionResult {

    /** Beside the record's own bytes. */
    static final int MOST_AROUND = 512;

    private static final int OUTPUT_FILES = 2;
    private static final int STDOUT_RAW = 5;
    private static final int FILE_PATH = 1;
    private static final int FILE_DIGEST = 2;
    private static final int DIGEST_HASH = 1;
    private static final int DIGEST_SIZE = 2;

    /** Types on the wire, as protobuf's encoding has them. */
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED32 = 5;

    private ActionResult() {}

    static byte[] of(CacheRecord record) {
        ByteArrayOutputStream digest = new ByteArrayOutputStream();
        bytes(digest, DIGEST_HASH, record.sha256().getBytes(StandardCharsets.US_ASCII));
        varint(digest, DIGEST_SIZE << 3 | VARINT);
        varint(digest, record.size());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        bytes(file, FILE_PATH, "body".getBytes(StandardCharsets.US_ASCII));
        bytes(file, FILE_DIGEST, digest.toByteArray());
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        bytes(message, OUTPUT_FILES, file.toByteArray());
        bytes(message, STDOUT_RAW, record.bytes());
        return message.toByteArray();
    }

    /** The record in a message; empty where it is no message, or has none. */
    static Optional<byte[]> record(byte[] message) {
        ByteBuffer rest = ByteBuffer.wrap(message);
        byte[] found = null;
        while (rest.hasRemaining()) {
            long key = varint(rest);
            long length = switch ((int) (key & 7)) {
                case VARINT -> varint(rest) < 0 ? -1 : 0;
                case FIXED64 -> 8;
                case FIXED32 -> 4;
                case LENGTH -> varint(rest);
                default -> -1;
            };
            if (key < 0 || length < 0 || length > rest.remaining()) {
                return Optional.empty();
            }
            byte[] value = new byte[(int) length];
            rest.get(value);
            if (key == (STDOUT_RAW << 3 | LENGTH)) {
                found = value;
            }
        }
        return Optional.ofNullable(found);
    }

    private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
        varint(out, field << 3 | LENGTH);
        varint(out, value.length);
        out.writeBytes(value);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while (rest > 0x7f) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** @return less than 0 where there is none, or one that is larger than any length is */
    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            if (!in.hasRemaining()) {
                return -1;
            }
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        return -1;
    }
}
