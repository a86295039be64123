package io.jenkins.plugins.gotoolchain.trust.openpgp;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * An archive's signature that says it is by the pinned key and could be. Whether it is, {@link #verify} finds out. Not
 * for several threads.
 */
public final class ClaimedSignature {

    /** More signatures by one key nobody makes; each costs a pass over the archive. */
    static final int MOST = 4;

    private static final int BUFFER = 1 << 18;

    /** One signature, and the part of the key that it says it is by. */
    record Claim(DataSignature signature, KeyPart by) {}

    private final String what;
    private final String from;
    private final Fingerprint key;
    private final List<Claim> claims;

    ClaimedSignature(String what, String from, Fingerprint key, List<Claim> claims) {
        this.what = what;
        this.from = from;
        this.key = key;
        this.claims = List.copyOf(claims);
    }

    /**
     * Holds it against an archive.
     *
     * @param sha256 of the bytes that are meant, lower-case hex: the file has to have these while it is read
     * @throws VerificationException where the key did not sign these bytes
     * @throws StoreException where the file cannot be read
     */
    public VerifiedSignature verify(Path file, String sha256) throws VerificationException, StoreException {
        try {
            String read = read(file);
            if (!read.equals(sha256)) {
                throw new VerificationException(
                        file.getFileName() + " changed on the disk while its signature was verified:\n    " + sha256
                                + " came\n    " + read + " was read",
                        "nothing was installed; find out who else writes to the store's folder, and check the disk");
            }
            for (Claim claim : claims) {
                if (!claim.signature().holds()) {
                    throw wrong(claim, file, sha256);
                }
            }
        } catch (MalformedException e) {
            throw new VerificationException(what + " does not count: " + from + ": it " + e.getMessage(), "use another source");
        } catch (VerificationException e) {
            throw e;
        } catch (IOException e) {
            throw new StoreException(
                    file + " cannot be read: " + e, List.of(), "see to the disk and the folder's permissions", e);
        }
        Claim first = claims.get(0);
        return new VerifiedSignature(
                key, first.by().fingerprint(), first.signature().made(), first.signature().hashName(), from);
    }

    /** Shows the file to all signatures. @return its SHA-256 */
    private String read(Path file) throws IOException, MalformedException {
        for (Claim claim : claims) {
            claim.signature().begin(claim.by());
        }
        MessageDigest sha256 = digest("SHA-256");
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha256.update(buffer, 0, n);
                for (Claim claim : claims) {
                    claim.signature().update(buffer, n);
                }
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private VerificationException wrong(Claim claim, Path file, String sha256) throws IOException {
        String whose = " (" + from + ", made on " + Shown.time(claim.signature().made()) + " by " + claim.by().what() + ")";
        String bytes = "\n    the bytes received have sha256 " + sha256;
        if (isOfAnother(claim, file)) {
            return new VerificationException(
                    what + whose + " is of another file" + bytes,
                    "nothing was installed; the archive or its signature was replaced, or is of another version: use"
                            + " another source and tell whoever runs this one");
        }
        return new VerificationException(
                what + whose + " is wrong: it says it is of these bytes, and the key has not made it" + bytes,
                "nothing was installed; the signature is damaged or forged: use another source and tell whoever runs"
                        + " this one");
    }

    /** Only for the message: a signature carries the first bytes of the hash it was made over. */
    private static boolean isOfAnother(Claim claim, Path file) throws IOException {
        MessageDigest digest = digest(claim.signature().hashName());
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return !claim.signature().isOver(digest);
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + name, e);
        }
    }
}
