package io.jenkins.plugins.gotoolchain.trust;

import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;

/**
 * The hash of a module's files, {@code Hash1} of golang.org/x/mod/sumdb/dirhash: {@code h1:} and the base64 of the
 * SHA-256 over one line a file, {@code hex(sha256(content))}, two spaces, name, newline; lines are in the order of the
 * names' bytes.
 */
public final class ModuleHash {

    private ModuleHash() {}

    /**
     * @throws VerificationException where a name has a newline, comes twice or is not Unicode, or a digest is none:
     *     such a list would not say which files are meant
     */
    public static String of(Collection<ModuleFile> files) throws VerificationException {
        byte[][] names = new byte[files.size()][];
        ModuleFile[] sorted = files.toArray(new ModuleFile[0]);
        Arrays.sort(sorted, (a, b) -> compareAsUtf8(a.name(), b.name()));
        MessageDigest digest = newSha256();
        for (int i = 0; i < sorted.length; i++) {
            ModuleFile file = sorted[i];
            names[i] = file.name().getBytes(StandardCharsets.UTF_8);
            refuse(file, names[i], i > 0 && Arrays.equals(names[i], names[i - 1]));
            digest.update(file.sha256().getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) ' ');
            digest.update((byte) ' ');
            digest.update(names[i]);
            digest.update((byte) '\n');
        }
        return "h1:" + Base64.getEncoder().encodeToString(digest.digest());
    }

    private static void refuse(ModuleFile file, byte[] name, boolean twice) throws VerificationException {
        String reason = null;
        if (file.name().isEmpty() || file.name().indexOf('\n') >= 0) {
            reason = "a name that is empty or has a newline";
        } else if (!new String(name, StandardCharsets.UTF_8).equals(file.name())) {
            reason = "a name that is not Unicode";
        } else if (twice) {
            reason = "the same name twice";
        } else if (!DigestClaim.isSha256(file.sha256())) {
            reason = "a file without a SHA-256";
        }
        if (reason != null) {
            throw new VerificationException(
                    "the module zip has " + reason + ": \"" + file.name().replace("\n", "\\n") + "\"",
                    "get the archive from another source; this one is damaged or made to deceive");
        }
    }

    /** By code point, which is the order of the UTF-8 bytes; {@code String.compareTo} differs above U+FFFF. */
    static int compareAsUtf8(String a, String b) {
        int shared = Math.min(a.length(), b.length());
        for (int i = 0; i < shared; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean xPaired = Character.isSurrogate(x);
                boolean yPaired = Character.isSurrogate(y);
                return xPaired == yPaired ? x - y : xPaired ? 1 : -1;
            }
        }
        return a.length() - b.length();
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
