package io.jenkins.plugins.gotoolchain.archivecache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The SHA-256 of each part of a file, so that a part can be proven without the rest. On disk: the digests one after the
 * other, then the SHA-256 of all that.
 */
final class ChunkDigests {

    /** Of one part, in bytes; the last one may be shorter. */
    static final int CHUNK = 256 * 1024;

    private static final int DIGEST = 32;

    private final byte[] digests;

    private ChunkDigests(byte[] digests) {
        this.digests = digests;
    }

    /**
     * Reads a whole file.
     *
     * @param sha256 what all of it must have, lower-case hex
     * @throws IOException where it has not, or cannot be read
     */
    static ChunkDigests of(Path file, long size, String sha256) throws IOException {
        MessageDigest whole = sha256();
        MessageDigest part = sha256();
        byte[] digests = new byte[Math.toIntExact((size + CHUNK - 1) / CHUNK) * DIGEST];
        byte[] buffer = new byte[CHUNK];
        int count = 0;
        long read = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int length = in.readNBytes(buffer, 0, CHUNK); length > 0; length = in.readNBytes(buffer, 0, CHUNK)) {
                read += length;
                if (read > size) {
                    break;
                }
                whole.update(buffer, 0, length);
                part.update(buffer, 0, length);
                System.arraycopy(part.digest(), 0, digests, count++ * DIGEST, DIGEST);
            }
        }
        if (read != size || !HexFormat.of().formatHex(whole.digest()).equals(sha256)) {
            throw new IOException(file + " is not what was proven: it was changed meanwhile, or the disk is damaged");
        }
        return new ChunkDigests(digests);
    }

    /** @throws IOException where it is not there or damaged, or not of a file of that size */
    static ChunkDigests read(Path file, long size) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int length = all.length - DIGEST;
        if (length != (size + CHUNK - 1) / CHUNK * DIGEST
                || !Arrays.equals(sha256().digest(Arrays.copyOf(all, length)), Arrays.copyOfRange(all, length, all.length))) {
            throw new IOException(file + " is damaged");
        }
        return new ChunkDigests(Arrays.copyOf(all, length));
    }

    /** As {@link #read} takes them. */
    byte[] bytes() {
        byte[] all = Arrays.copyOf(digests, digests.length + DIGEST);
        System.arraycopy(sha256().digest(digests), 0, all, digests.length, DIGEST);
        return all;
    }

    /** Whether these are the bytes of a part. @param number from 0 */
    boolean prove(int number, byte[] bytes, int offset, int length) {
        MessageDigest part = sha256();
        part.update(bytes, offset, length);
        int at = number * DIGEST;
        return number >= 0 && at < digests.length
                && Arrays.equals(part.digest(), 0, DIGEST, digests, at, at + DIGEST);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
