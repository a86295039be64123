package io.jenkins.plugins.gotoolchain.trust.sumdb;

/**
 * A tile of height 8 (go.dev/design/25530-sumdb#checksum-database): the hashes of up to 256 neighbouring subtrees of
 * level {@code 8 * level}, 32 bytes each, from the left. A tile that the tree has not filled yet is partial.
 *
 * @param level of the tile, 0 for tiles of records
 * @param index counted from the left within the level, from 0
 * @param width how many hashes, 1 to 256
 */
record Tile(int level, long index, int width) {

    static final int HEIGHT = 8;
    static final int FULL = 1 << HEIGHT;

    /** The tile that has a subtree's hash, or the hashes it is made from, as wide as a tree of this size has it. */
    static Tile holding(Subtree subtree, long treeSize) {
        if (subtree.end() > treeSize) {
            throw new IllegalArgumentException(subtree + " is not in a tree of " + treeSize);
        }
        int level = subtree.level() / HEIGHT;
        int above = subtree.level() - level * HEIGHT;
        long index = subtree.index() << above >> HEIGHT;
        long width = (treeSize >> level * HEIGHT) - (index << HEIGHT);
        return new Tile(level, index, (int) Math.min(width, FULL));
    }

    boolean isFull() {
        return width == FULL;
    }

    /** The subtree whose hash all of a full tile makes; it is in the tile above. */
    Subtree wholeSubtree() {
        if (!isFull()) {
            throw new IllegalStateException("a partial tile is no complete subtree: " + this);
        }
        return new Subtree((level + 1) * HEIGHT, index);
    }

    /** Bytes that the tile has. */
    int length() {
        return width * Hash.SIZE;
    }

    /** A subtree's hash, computed from those in the tile. */
    Hash hash(Subtree subtree, byte[] data) {
        int above = subtree.level() - level * HEIGHT;
        long first = (subtree.index() << above) - (index << HEIGHT);
        if (above < 0 || above > HEIGHT || first < 0 || first + (1L << above) > width || data.length < length()) {
            throw new IllegalArgumentException(subtree + " is not in " + this);
        }
        return hash(data, (int) first, 1 << above);
    }

    private static Hash hash(byte[] data, int first, int count) {
        if (count == 1) {
            return Hash.at(data, first * Hash.SIZE);
        }
        int half = count / 2;
        return Hash.ofNode(hash(data, first, half), hash(data, first + half, half));
    }

    /** {@code tile/8/0/x001/x234/067.p/5}, without a slash in front. */
    String path() {
        return isFull() ? fullPath() : fullPath() + ".p/" + width;
    }

    /** The path of the same tile once it is full. */
    String fullPath() {
        StringBuilder path = new StringBuilder("tile/").append(HEIGHT).append('/').append(level).append('/');
        appendGroups(path, index / 1000);
        appendDigits(path, index % 1000);
        return path.toString();
    }

    private static void appendGroups(StringBuilder path, long thousands) {
        if (thousands > 0) {
            appendGroups(path, thousands / 1000);
            path.append('x');
            appendDigits(path, thousands % 1000);
            path.append('/');
        }
    }

    private static void appendDigits(StringBuilder path, long group) {
        path.append((char) ('0' + group / 100)).append((char) ('0' + group / 10 % 10)).append((char) ('0' + group % 10));
    }
}
