package io.jenkins.plugins.gotoolchain.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;

/**
 * The signatures under a receipt, in the file {@code .receipt.sig} beside it: a line for each,
 * {@code ed25519 <key's name> <signature in base64>}. What is signed is the receipt's file, every byte of it, and nothing
 * else, so that {@code openssl pkeyutl -verify -rawin} checks it too. The receipt names the digest of the tree, so whoever
 * signs it signs all files.
 */
final class ReceiptSignatures {

    private static final String KIND = "ed25519 ";
    private static final int LIMIT = 16 * 1024;
    private static final int MOST = 50;

    private ReceiptSignatures() {}

    static String line(ReceiptKey key, byte[] signature) {
        return KIND + key.id() + " " + Base64.getEncoder().encodeToString(signature);
    }

    /** @return empty where there are none, or they cannot be read */
    static String read(Path home) {
        try {
            return new String(MetaFiles.read(home.resolve(MetaFiles.SIGNATURES), LIMIT), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return "";
        }
    }

    /** The key that signed it, of those that count. */
    static Optional<ReceiptKey> signedBy(byte[] receipt, String lines, List<ReceiptKey> keys) {
        int read = 0;
        for (String line : lines.lines().toList()) {
            String[] parts = line.strip().split(" ");
            if (parts.length != 3 || !line.startsWith(KIND) || ++read > MOST) {
                continue;
            }
            for (ReceiptKey key : keys) {
                if (key.id().equals(parts[1]) && key.signed(receipt, bytes(parts[2]))) {
                    return Optional.of(key);
                }
            }
        }
        return Optional.empty();
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** @return why it does not count as signed, for people; empty where it does */
    static Optional<String> objection(byte[] receipt, String lines, List<ReceiptKey> keys) {
        if (signedBy(receipt, lines, keys).isPresent()) {
            return Optional.empty();
        }
        StringJoiner names = new StringJoiner(" or ");
        keys.forEach(key -> names.add(key.id()));
        return Optional.of(lines.isBlank()
                ? "its receipt is not signed, and has to be by " + names
                : "no signature under its receipt is by " + names + " and of what it says now");
    }

    /** Takes the place of one by the same key; others stay. */
    static void add(Path home, String line) throws IOException {
        String name = line.substring(0, line.lastIndexOf(' ') + 1);
        List<String> lines = new ArrayList<>();
        for (String there : read(home).lines().toList()) {
            if (!there.startsWith(name) && lines.size() < MOST - 1) {
                lines.add(there);
            }
        }
        lines.add(line);
        Path fresh = home.resolve(MetaFiles.SIGNATURES + "-" + UUID.randomUUID());
        try {
            Files.writeString(fresh, String.join("\n", lines) + "\n", StandardCharsets.US_ASCII);
            Files.move(fresh, home.resolve(MetaFiles.SIGNATURES), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            throw new IOException("the toolchain is gone", e);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
