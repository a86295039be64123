package io.jenkins.plugins.gotoolchain.diagnose;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words that a line must have to be worth reading, looked for in bytes, whatever their case. Each has one of two
 * pairs of letters in it, and eight bytes are compared with both pairs at once; so most of a log costs a few
 * instructions for seven bytes. The bytes before and after a pair then decide in two look-ups which words are possible.
 */
final class Anchors {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long LOW = 0x7F7F7F7F7F7F7F7FL;
    private static final int MOST = 128;

    private final byte[][] words;
    private final int[] pairAt;
    private final boolean[] wordEnds;
    private final LogRule[] ruleOf;
    private final int[] also;
    private final AnyOf alsoWords;
    private final long[][] possibleBefore = new long[MOST / 64][256];
    private final long[][] possibleAfter = new long[MOST / 64][256];

    Anchors(List<LogRule> rules) {
        List<byte[]> all = new ArrayList<>();
        List<Boolean> ends = new ArrayList<>();
        List<LogRule> owners = new ArrayList<>();
        for (LogRule rule : rules) {
            for (String anchor : rule.anchors()) {
                boolean end = anchor.endsWith("|");
                String word = end ? anchor.substring(0, anchor.length() - 1) : anchor;
                for (byte[] bytes : encoded(word)) {
                    all.add(bytes);
                    ends.add(end);
                    owners.add(rule);
                }
            }
        }
        if (all.size() > MOST) {
            throw new IllegalStateException("more than " + MOST + " anchors");
        }
        words = all.toArray(new byte[0][]);
        pairAt = new int[words.length];
        wordEnds = new boolean[words.length];
        ruleOf = owners.toArray(new LogRule[0]);
        also = new int[words.length];
        List<List<String>> alsos = rules.stream().map(LogRule::also).distinct().toList();
        alsoWords = new AnyOf(alsos);
        for (int i = 0; i < words.length; i++) {
            wordEnds[i] = ends.get(i);
            pairAt[i] = pair(words[i]);
            also[i] = alsos.indexOf(ruleOf[i].also());
            for (int b = 0; b < 256; b++) {
                if (fits(i, -1, b)) {
                    possibleBefore[i / 64][b] |= 1L << i;
                }
                if (fits(i, 2, b)) {
                    possibleAfter[i / 64][b] |= 1L << i;
                }
            }
        }
    }

    private static List<byte[]> encoded(String word) {
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        return utf8.length == word.length() || !Charset.isSupported(LogLine.GBK)
                ? List.of(utf8)
                : List.of(utf8, word.getBytes(Charset.forName(LogLine.GBK)));
    }

    private static int pair(byte[] word) {
        for (int i = 0; i + 1 < word.length; i++) {
            if (word[i] == 'g' && (word[i + 1] == 'o' || word[i + 1] == 'i')) {
                return i;
            }
        }
        throw new IllegalStateException("no \"go\" in " + new String(word, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
    }

    /** Whether the word allows this byte so many bytes from where its pair begins. */
    private boolean fits(int word, int offset, int b) {
        int at = pairAt[word] + offset;
        if (at < 0) {
            return true;
        }
        return at < words[word].length ? Ascii.lower(b) == (words[word][at] & 0xFF) : !wordEnds[word] || !Ascii.isWord(b);
    }

    /**
     * @param start of the lines that are looked at, at or before {@code from}
     * @return where the next pair of letters is from which one of the words could be made; -1 where none is
     */
    int next(byte[] bytes, int from, int start, int to) {
        int at = from;
        while (at + 8 <= to) {
            long eight = (long) LONGS.get(bytes, at) | EACH * 0x20;
            long g = zeros(eight ^ EACH * 'g');
            if (g == 0) {
                at += 8;
                continue;
            }
            long pairs = g & (zeros(eight ^ EACH * 'o') | zeros(eight ^ EACH * 'i')) >>> 8;
            while (pairs != 0) {
                int pair = at + (Long.numberOfTrailingZeros(pairs) >>> 3);
                if (isPossible(bytes, pair, start, to)) {
                    return pair;
                }
                pairs &= pairs - 1;
            }
            at += 7;
        }
        for (; at + 1 < to; at++) {
            if (Ascii.lower(bytes[at]) == 'g' && (Ascii.lower(bytes[at + 1]) == 'o' || Ascii.lower(bytes[at + 1]) == 'i')
                    && isPossible(bytes, at, start, to)) {
                return at;
            }
        }
        return -1;
    }

    /** The highest bit of each byte that is zero. */
    private static long zeros(long eight) {
        return ~((eight & LOW) + LOW | eight | LOW);
    }

    private boolean isPossible(byte[] bytes, int pair, int start, int to) {
        int before = pair > start ? bytes[pair - 1] & 0xFF : '\n';
        int after = pair + 2 < to ? bytes[pair + 2] & 0xFF : '\n';
        return (possibleBefore[0][before] & possibleAfter[0][after]) != 0
                || (possibleBefore[1][before] & possibleAfter[1][after]) != 0;
    }

    /** What is known of the line that is being read, so that it is known once however many pairs are in it. */
    static final class LookedAt {

        private int start = -1;
        private long met;

        void forget() {
            start = -1;
        }

        private long met(AnyOf words, byte[] bytes, int lineStart, int lineEnd) {
            if (start != lineStart) {
                met = words.in(bytes, lineStart, lineEnd);
                start = lineStart;
            }
            return met;
        }
    }

    /** The rules that a line has to be read for: one of their words is at the pair, and what must be in the line too. */
    List<LogRule> rules(byte[] bytes, int pair, int lineStart, int lineEnd, LookedAt line) {
        List<LogRule> found = List.of();
        long met = -1;
        boolean looked = false;
        int before = pair > lineStart ? bytes[pair - 1] & 0xFF : '\n';
        int after = pair + 2 < lineEnd ? bytes[pair + 2] & 0xFF : '\n';
        for (int half = 0; half < possibleBefore.length; half++) {
            long possible = possibleBefore[half][before] & possibleAfter[half][after];
            for (; possible != 0; possible &= possible - 1) {
                int word = half * 64 + Long.numberOfTrailingZeros(possible);
                long bit = 1L << also[word];
                if ((met & bit) != 0 && Ascii.isAt(bytes, pair - pairAt[word], words[word], lineStart, lineEnd)) {
                    if (!looked) {
                        met = line.met(alsoWords, bytes, lineStart, lineEnd);
                        looked = true;
                    }
                    if ((met & bit) != 0) {
                        found = found.isEmpty() ? new ArrayList<>(2) : found;
                        found.add(ruleOf[word]);
                    }
                }
            }
        }
        return found;
    }
}
