package io.jenkins.plugins.gotoolchain.diagnose;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Which of some sets of words has one in a line, whatever its case, in one pass over the line for all of them. */
final class AnyOf {

    private final byte[][] words;
    private final long[] setOf;
    private final long always;
    private final long[] first = new long[256];
    private final long[] second = new long[256];

    /** @param sets at most 64; an empty one is met by every line */
    AnyOf(List<List<String>> sets) {
        List<byte[]> all = new ArrayList<>();
        List<Long> owners = new ArrayList<>();
        long empty = 0;
        for (int set = 0; set < sets.size(); set++) {
            if (sets.get(set).isEmpty()) {
                empty |= 1L << set;
            }
            for (String word : sets.get(set)) {
                all.add(word.getBytes(StandardCharsets.UTF_8));
                owners.add(1L << set);
            }
        }
        if (all.size() > 64 || sets.size() > 64) {
            throw new IllegalStateException("more than 64 words");
        }
        words = all.toArray(new byte[0][]);
        setOf = owners.stream().mapToLong(Long::longValue).toArray();
        always = empty;
        for (int i = 0; i < words.length; i++) {
            mark(first, words[i][0], i);
            mark(second, words[i][1], i);
        }
    }

    private static void mark(long[] at, byte letter, int word) {
        at[letter & 0xFF] |= 1L << word;
        at[Ascii.upper(letter & 0xFF)] |= 1L << word;
    }

    /** @return a bit for each set, by its place in the list */
    long in(byte[] bytes, int from, int to) {
        long met = always;
        for (int at = from; at + 1 < to; at++) {
            long possible = first[bytes[at] & 0xFF] & second[bytes[at + 1] & 0xFF];
            for (; possible != 0; possible &= possible - 1) {
                int word = Long.numberOfTrailingZeros(possible);
                if ((met & setOf[word]) == 0 && Ascii.isAt(bytes, at, words[word], from, to)) {
                    met |= setOf[word];
                }
            }
        }
        return met;
    }
}
