package io.jenkins.plugins.gotoolchain.trust.sumdb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tiles of one tree that were shown to belong to it. A hash is read from nowhere else, and a tile gets in here in
 * two ways only: all partial tiles together, because their peaks make the tree's root; and a full tile, because its
 * hash is in a tile that is here already. There is no loop over tiles that could begin too late.
 */
final class AuthenticTiles {

    private final TreeHead tree;
    private final Map<Tile, byte[]> authentic = new HashMap<>();

    private AuthenticTiles(TreeHead tree) {
        this.tree = tree;
    }

    /**
     * Every tile that is needed to read these subtrees' hashes from a tree and to authenticate them, those above before
     * those below.
     */
    static List<Tile> needed(long treeSize, Collection<Subtree> wanted) {
        Set<Tile> tiles = new LinkedHashSet<>(edge(treeSize));
        for (Subtree subtree : wanted) {
            addWithTilesAbove(Tile.holding(subtree, treeSize), treeSize, tiles);
        }
        return new ArrayList<>(tiles);
    }

    private static void addWithTilesAbove(Tile tile, long treeSize, Set<Tile> tiles) {
        if (!tiles.contains(tile)) {
            addWithTilesAbove(Tile.holding(tile.wholeSubtree(), treeSize), treeSize, tiles);
            tiles.add(tile);
        }
    }

    /** The partial tiles: they hold all peaks and nothing else. */
    private static Set<Tile> edge(long treeSize) {
        Set<Tile> edge = new LinkedHashSet<>();
        for (Subtree peak : Subtree.peaks(treeSize)) {
            edge.add(Tile.holding(peak, treeSize));
        }
        return edge;
    }

    /**
     * @param data what was received for the tiles that are {@link #needed}
     * @throws MismatchException where the tiles do not make this tree
     */
    static AuthenticTiles of(TreeHead tree, Map<Tile, byte[]> data) throws MismatchException {
        AuthenticTiles tiles = new AuthenticTiles(tree);
        tiles.admitEdge(data);
        for (Tile tile : data.keySet()) {
            tiles.admit(tile, data);
        }
        return tiles;
    }

    private void admitEdge(Map<Tile, byte[]> data) throws MismatchException {
        Map<Subtree, Hash> peaks = new HashMap<>();
        for (Subtree peak : Subtree.peaks(tree.size())) {
            Tile tile = Tile.holding(peak, tree.size());
            peaks.put(peak, tile.hash(peak, received(tile, data)));
        }
        if (!Subtree.root(tree.size(), peaks).equals(tree.root())) {
            throw new MismatchException(edge(tree.size()));
        }
        for (Tile tile : edge(tree.size())) {
            authentic.put(tile, data.get(tile));
        }
    }

    private void admit(Tile tile, Map<Tile, byte[]> data) throws MismatchException {
        if (authentic.containsKey(tile)) {
            return;
        }
        Subtree whole = tile.wholeSubtree();
        Tile above = Tile.holding(whole, tree.size());
        admit(above, data);
        byte[] bytes = received(tile, data);
        if (!tile.hash(whole, bytes).equals(hash(whole))) {
            throw new MismatchException(Set.of(tile));
        }
        authentic.put(tile, bytes);
    }

    private static byte[] received(Tile tile, Map<Tile, byte[]> data) {
        byte[] bytes = data.get(tile);
        if (bytes == null || bytes.length != tile.length()) {
            throw new IllegalArgumentException("not all of " + tile + " was received");
        }
        return bytes;
    }

    /** @throws IllegalStateException where the tile that holds it was not among those asked for */
    Hash hash(Subtree subtree) {
        Tile tile = Tile.holding(subtree, tree.size());
        byte[] data = authentic.get(tile);
        if (data == null) {
            throw new IllegalStateException(tile + " was not authenticated");
        }
        return tile.hash(subtree, data);
    }

    /** The root that the tree had when it was smaller. */
    Hash rootAt(long size) {
        Map<Subtree, Hash> peaks = new HashMap<>();
        for (Subtree peak : Subtree.peaks(size)) {
            peaks.put(peak, hash(peak));
        }
        return Subtree.root(size, peaks);
    }

    /** All that are authentic, for keeping. */
    Map<Tile, byte[]> all() {
        return Map.copyOf(authentic);
    }

    /** These tiles do not make the tree: at least one of them is wrong. */
    static final class MismatchException extends Exception {

        private static final long serialVersionUID = 1L;

        MismatchException(Set<Tile> tiles) {
            super("these tiles do not belong to it: " + paths(tiles));
        }

        private static String paths(Set<Tile> tiles) {
            StringBuilder paths = new StringBuilder();
            for (Tile tile : tiles) {
                paths.append(paths.isEmpty() ? "" : ", ").append(tile.path());
            }
            return paths.toString();
        }
    }
}
