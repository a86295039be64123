package io.jenkins.plugins.gotoolchain.diagnose;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whether one of some words is in a line, whatever its case, in one pass over the line. Without words it is. */
final class AnyOf {

    private final byte[][] words;
    private final boolean[] first = new boolean[256];

    AnyOf(List<String> words) {
        this.words = words.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
        for (byte[] word : this.words) {
            first[word[0] & 0xFF] = true;
            first[Ascii.upper(word[0] & 0xFF)] = true;
        }
    }

    boolean isIn(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (first[bytes[at] & 0xFF]) {
                for (byte[] word : words) {
                    if (Ascii.isAt(bytes, at, word, from, to)) {
                        return true;
                    }
                }
            }
        }
        return words.length == 0;
    }
}
