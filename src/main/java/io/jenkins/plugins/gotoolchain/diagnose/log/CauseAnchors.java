package io.jenkins.plugins.gotoolchain.diagnose.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the lines that are worth reading: those with one of the rules' anchors. Only every fourth pair of bytes is looked
 * at: of each anchor four pairs that follow each other are known, so that one of them lies there, wherever the anchor
 * begins. Of all such places in an anchor the one with the rarest letters is taken.
 */
final class CauseAnchors {

    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int STEP = 4;
    private static final int SHORTEST = STEP + 1;
    private static final int SLOTS = 1 << 13;

    /** How often letters come in such texts, roughly: the more to the left, the more often. */
    private static final String OFTEN = " etaoinsrhldcumfpgwybvk./-_:0123456789jxqz";

    private final byte[][] words;
    private final CauseRule[] owners;

    /** By the slot of a pair: anchors that have it, and where. Null where none has. */
    private final int[][] wordsAt = new int[SLOTS][];
    private final int[][] offsetsAt = new int[SLOTS][];
    private final boolean[] known = new boolean[SLOTS];

    CauseAnchors(List<CauseRule> rules) {
        List<byte[]> all = new ArrayList<>();
        List<CauseRule> by = new ArrayList<>();
        for (CauseRule rule : rules) {
            for (String anchor : rule.anchors()) {
                all.add(anchor.getBytes(StandardCharsets.UTF_8));
                by.add(rule);
            }
        }
        words = all.toArray(new byte[0][]);
        owners = by.toArray(new CauseRule[0]);
        for (int word = 0; word < words.length; word++) {
            int begin = rarest(words[word]);
            for (int offset = begin; offset < begin + STEP; offset++) {
                int slot = slot((short) SHORTS.get(words[word], offset));
                known[slot] = true;
                wordsAt[slot] = with(wordsAt[slot], word);
                offsetsAt[slot] = with(offsetsAt[slot], offset);
            }
        }
    }

    private static int[] with(int[] some, int one) {
        int[] more = some == null ? new int[1] : Arrays.copyOf(some, some.length + 1);
        more[more.length - 1] = one;
        return more;
    }

    private static int rarest(byte[] word) {
        if (word.length < SHORTEST) {
            throw new IllegalStateException("an anchor of less than " + SHORTEST + " bytes: " + new String(word, StandardCharsets.UTF_8));
        }
        int best = 0;
        int bestScore = -1;
        for (int begin = 0; begin + STEP < word.length; begin++) {
            int score = Integer.MAX_VALUE;
            for (int at = begin; at < begin + STEP; at++) {
                score = Math.min(score, rarity(word[at]) + rarity(word[at + 1]));
            }
            if (score > bestScore) {
                best = begin;
                bestScore = score;
            }
        }
        return best;
    }

    private static int rarity(byte letter) {
        int at = OFTEN.indexOf((char) letter);
        return at < 0 ? OFTEN.length() : at;
    }

    private static int slot(short pair) {
        return (pair ^ pair >>> 7) & SLOTS - 1;
    }

    /** @return where the next anchor begins; -1 where there is none */
    int next(byte[] bytes, int from, int to) {
        for (int at = from; at + 1 < to; at += STEP) {
            int slot = slot((short) SHORTS.get(bytes, at));
            if (known[slot]) {
                int found = at(bytes, at, slot, from, to);
                if (found >= 0) {
                    return found;
                }
            }
        }
        return -1;
    }

    private int at(byte[] bytes, int at, int slot, int from, int to) {
        int[] candidates = wordsAt[slot];
        int first = -1;
        for (int i = 0; i < candidates.length; i++) {
            int begin = at - offsetsAt[slot][i];
            if (is(bytes, begin, from, to, words[candidates[i]]) && (first < 0 || begin < first)) {
                first = begin;
            }
        }
        return first;
    }

    /** The rules that have an anchor in these bytes, each once, in the order of the rules. */
    List<CauseRule> in(byte[] bytes, int from, int to) {
        List<CauseRule> found = new ArrayList<>(4);
        for (int word = 0; word < words.length; word++) {
            if (!found.contains(owners[word]) && contains(bytes, from, to, words[word])) {
                found.add(owners[word]);
            }
        }
        return found;
    }

    private static boolean contains(byte[] bytes, int from, int to, byte[] word) {
        for (int at = from; at + word.length <= to; at++) {
            if (bytes[at] == word[0] && is(bytes, at, from, to, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(byte[] bytes, int at, int from, int to, byte[] word) {
        if (at < from || at + word.length > to) {
            return false;
        }
        for (int i = word.length - 1; i >= 0; i--) {
            if (bytes[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }
}
