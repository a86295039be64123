package io.jenkins.plugins.gotoolchain.trust.sumdb;

import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text and who signed it (golang.org/x/mod/sumdb/note): text of whole lines, a blank line, and one line a signature,
 * {@code — name base64}, where the base64 is of four bytes of key hash and the signature. The text is all before the
 * last blank line, its last newline included.
 */
final class SignedNote {

    private static final String SIGNATURE = "— ";
    private static final int MOST_SIGNATURES = 100;
    private static final int SHORTEST_SIGNATURE = 5;

    private SignedNote() {}

    /**
     * @return the text, after a signature by the key was found and verified. Signatures by others are ignored once
     *     they are well-formed.
     * @throws MalformedException where it is no signed note
     * @throws VerificationException where the key has not signed it, or a signature that claims to be the key's is not
     */
    static String open(String note, ChecksumKey key) throws MalformedException, VerificationException {
        int split = note.lastIndexOf("\n\n");
        if (split < 0 || split + 2 == note.length() || note.charAt(note.length() - 1) != '\n') {
            throw new MalformedException("no signatures after a blank line at the end of the note");
        }
        String text = note.substring(0, split + 1);
        List<String> signers = new ArrayList<>();
        boolean signed = false;
        int from = split + 2;
        for (int count = 0; from < note.length(); count++) {
            int end = note.indexOf('\n', from);
            String line = note.substring(from, end);
            int space = line.indexOf(' ', SIGNATURE.length());
            if (count == MOST_SIGNATURES || !line.startsWith(SIGNATURE) || space < 0) {
                throw new MalformedException("a line among the signatures is none: \"" + Shown.briefly(line) + "\"");
            }
            String signer = line.substring(SIGNATURE.length(), space);
            byte[] signature = CanonicalBase64.decode(line.substring(space + 1));
            if (!ChecksumKey.isName(signer) || signature == null || signature.length < SHORTEST_SIGNATURE) {
                throw new MalformedException("a signature cannot be read: \"" + Shown.briefly(line) + "\"");
            }
            if (key.isClaimedBy(signer, signature)) {
                if (!signed && !key.verifies(text.getBytes(StandardCharsets.UTF_8), signature)) {
                    throw new VerificationException(
                            "a tree head that claims to be signed by " + key.id() + " is not:\n" + Shown.indented(note),
                            ADVICE);
                }
                signed = true;
            } else {
                signers.add(signer);
            }
            from = end + 1;
        }
        if (!signed) {
            throw new VerificationException(
                    "a tree head is not signed by " + key.id() + ", but by " + String.join(", ", signers) + ":\n"
                            + Shown.indented(note),
                    ADVICE);
        }
        return text;
    }

    private static final String ADVICE = "nothing was installed; check GOSUMDB, and what stands between here and the"
            + " checksum database: it changes or replaces what the database says";
}
