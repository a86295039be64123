package io.jenkins.plugins.gotoolchain.trust.sumdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A complete subtree of the record tree: the {@code 2^level} records from {@code index << level} on.
 *
 * @param level 0 for a single record
 * @param index counted from the left within the level, from 0
 */
record Subtree(int level, long index) {

    static Subtree ofRecord(long record) {
        return new Subtree(0, record);
    }

    /** Records before this one end here. */
    long end() {
        return (index + 1) << level;
    }

    /**
     * The largest complete subtrees that together are a tree of this size, from the left; one for each bit that is set
     * in the size (RFC 6962 §2.1). None for an empty tree.
     */
    static List<Subtree> peaks(long size) {
        List<Subtree> peaks = new ArrayList<>();
        long begin = 0;
        while (begin < size) {
            int level = 63 - Long.numberOfLeadingZeros(size - begin);
            peaks.add(new Subtree(level, begin >> level));
            begin += 1L << level;
        }
        return peaks;
    }

    /** The root of a tree of this size, from the hashes of its peaks, all of which must be in the map. */
    static Hash root(long size, Map<Subtree, Hash> hashes) {
        List<Subtree> peaks = peaks(size);
        if (peaks.isEmpty()) {
            return Hash.OF_EMPTY_TREE;
        }
        Hash root = need(peaks.get(peaks.size() - 1), hashes);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Hash.ofNode(need(peaks.get(i), hashes), root);
        }
        return root;
    }

    private static Hash need(Subtree subtree, Map<Subtree, Hash> hashes) {
        Hash hash = hashes.get(subtree);
        if (hash == null) {
            throw new IllegalStateException("no hash of " + subtree);
        }
        return hash;
    }
}
