package io.jenkins.plugins.gotoolchain.diagnose;

/** Letters as bytes; all other bytes are left as they are. */
final class Ascii {

    private Ascii() {}

    static int lower(int b) {
        return b >= 'A' && b <= 'Z' ? b + 32 : b;
    }

    static int upper(int b) {
        return b >= 'a' && b <= 'z' ? b - 32 : b;
    }

    /** @param word in lower case */
    static boolean isAt(byte[] bytes, int at, byte[] word, int from, int to) {
        int last = word.length - 1;
        if (at < from || at + last >= to || lower(bytes[at + last]) != word[last]) {
            return false; // words that begin alike mostly end in different ways
        }
        for (int i = 0; i < last; i++) {
            if (lower(bytes[at + i]) != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word goes on with it. */
    static boolean isWord(int b) {
        return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '-' || b == '_' || b == '.'
                || b == '/' || b >= 0x80;
    }
}
