package io.jenkins.plugins.gotoolchain.source;

import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import java.util.Locale;

/**
 * Digests as files hold them: the bare hex, or lines of {@code sha256sum} ({@code hex  name}, {@code hex *name}).
 * Anything else, such as the HTML page that go.dev has in such a place, has no digest.
 */
final class DigestText {

    private DigestText() {}

    /** Of a file beside the archive. Null where it has none, or more than one for that name. */
    static String beside(String text, String fileName) {
        String bare = text.strip().toLowerCase(Locale.ROOT);
        return DigestClaim.isSha256(bare) ? bare : inList(text, fileName);
    }

    /** Of a list. Null where the name is not in it, or twice with different digests. */
    static String inList(String text, String fileName) {
        String found = null;
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            String line = text.substring(from, end).strip();
            from = end + 1;
            if (line.length() < 67 || line.charAt(64) != ' ' || line.charAt(65) != ' ' && line.charAt(65) != '*') {
                continue;
            }
            String digest = line.substring(0, 64).toLowerCase(Locale.ROOT);
            String name = line.substring(66);
            name = name.startsWith("./") ? name.substring(2) : name;
            if (!name.equals(fileName) || !DigestClaim.isSha256(digest)) {
                continue;
            }
            if (found != null && !found.equals(digest)) {
                return null;
            }
            found = digest;
        }
        return found;
    }
}
