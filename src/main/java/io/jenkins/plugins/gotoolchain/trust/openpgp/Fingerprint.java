package io.jenkins.plugins.gotoolchain.trust.openpgp;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.io.Serializable;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What an OpenPGP key is pinned by (RFC 9580 §5.5.4).
 *
 * @param hex 40 digits for a key of version 4, 64 for one of version 6, in capitals
 */
public record Fingerprint(String hex) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Of the primary key that Go's archives are signed with: Google's Linux packages signing authority. */
    public static final Fingerprint GO = new Fingerprint("EB4C1BFD4F042F6DDDCCEC917721F63BD38B4796");

    public Fingerprint {
        if (!isFingerprint(hex)) {
            throw new IllegalArgumentException("no fingerprint in capitals");
        }
    }

    /**
     * @param text as people write it: in groups, in any case, with {@code 0x} in front
     * @throws ConfigurationException where it is none; a short key ID is none either, anybody can make a key to fit one
     */
    public static Fingerprint parse(String text) throws ConfigurationException {
        String hex = text.replaceAll("[\\s:]", "").toUpperCase(Locale.ROOT);
        hex = hex.startsWith("0X") ? hex.substring(2) : hex;
        if (!isFingerprint(hex)) {
            throw new ConfigurationException(
                    "the signing key's fingerprint is none: " + hex.length() + " characters, not 40 or 64 hexadecimal digits",
                    "give it in full, as gpg --show-keys --fingerprint prints it; a key ID is too short to pin a key");
        }
        return new Fingerprint(hex);
    }

    static Fingerprint of(byte[] bytes) {
        return new Fingerprint(HexFormat.of().withUpperCase().formatHex(bytes));
    }

    private static boolean isFingerprint(String hex) {
        boolean fits = hex.length() == 40 || hex.length() == 64;
        for (int i = 0; fits && i < hex.length(); i++) {
            char c = hex.charAt(i);
            fits = c >= '0' && c <= '9' || c >= 'A' && c <= 'F';
        }
        return fits;
    }

    @Override
    public String toString() {
        return hex;
    }
}
