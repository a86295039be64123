package io.jenkins.plugins.gotoolchain.trust.sumdb;

import java.util.Base64;

/** Standard base64 with padding; what Java's decoder lets pass beyond that (no padding, loose bits) is refused. */
final class CanonicalBase64 {

    private CanonicalBase64() {}

    /** @return the bytes, or null where the text is not in the canonical form */
    static byte[] decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
