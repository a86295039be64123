package io.jenkins.plugins.gotoolchain.trust.sumdb;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A tree of records kept whole in memory, level by level; its root is computed as RFC 6962 §2.1 defines it. */
final class NaiveTree {

    private final List<List<Hash>> levels = new ArrayList<>();

    NaiveTree() {
        levels.add(new ArrayList<>());
    }

    /** Records {@code "record 0\n"}, {@code "record 1\n"}, … */
    static NaiveTree ofSize(int size) {
        NaiveTree tree = new NaiveTree();
        for (int i = 0; i < size; i++) {
            tree.add(record(i));
        }
        return tree;
    }

    static String record(long number) {
        return "record " + number + "\n";
    }

    static Hash leafOf(String record) {
        return Hash.ofLeaf(record.getBytes(StandardCharsets.UTF_8));
    }

    void add(String record) {
        levels.get(0).add(leafOf(record));
        for (int level = 0; levels.get(level).size() % 2 == 0; level++) {
            List<Hash> below = levels.get(level);
            if (levels.size() == level + 1) {
                levels.add(new ArrayList<>());
            }
            levels.get(level + 1).add(Hash.ofNode(below.get(below.size() - 2), below.get(below.size() - 1)));
        }
    }

    int size() {
        return levels.get(0).size();
    }

    Hash leaf(int record) {
        return levels.get(0).get(record);
    }

    Hash root() {
        return root(size());
    }

    /** The root when the tree had only so many records. */
    Hash root(int size) {
        return size == 0 ? Hash.OF_EMPTY_TREE : definition(0, size);
    }

    /** MTH(D[begin:end]), by recursion over the definition; whole powers of two are looked up. */
    private Hash definition(int begin, int end) {
        int count = end - begin;
        if (Integer.bitCount(count) == 1 && begin % count == 0) {
            return levels.get(Integer.numberOfTrailingZeros(count)).get(begin / count);
        }
        int left = Integer.highestOneBit(count - 1);
        return Hash.ofNode(definition(begin, begin + left), definition(begin + left, end));
    }

    TreeHead head(int size) {
        return new TreeHead(size, root(size), "");
    }

    byte[] tile(Tile tile) {
        return tile(tile.level(), tile.index(), tile.width());
    }

    /** @return null where the tree has no such tile */
    byte[] tile(int level, long index, int width) {
        int treeLevel = level * Tile.HEIGHT;
        long end = index * Tile.FULL + width;
        if (treeLevel >= levels.size() || end > levels.get(treeLevel).size()) {
            return null;
        }
        byte[] data = new byte[width * Hash.SIZE];
        for (int i = 0; i < width; i++) {
            byte[] hash = levels.get(treeLevel).get((int) (index * Tile.FULL) + i).bytes();
            System.arraycopy(hash, 0, data, i * Hash.SIZE, Hash.SIZE);
        }
        return Arrays.copyOf(data, data.length);
    }
}
