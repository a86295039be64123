package io.jenkins.plugins.gotoolchain.trust.sumdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.UUID;

/**
 * Tiles that were authenticated before, on disk. What is read from here is authenticated anew, so a damaged file costs
 * one more request and nothing else; nor does it matter when the disk does not take a tile. A file has as many hashes
 * as were ever known of its tile: a narrower tile is the beginning of a wider one.
 */
final class TileCache {

    private final Path folder;

    TileCache(Path folder) {
        this.folder = folder;
    }

    /** @return null where the tile is not here, or not wide enough */
    byte[] read(Tile tile) {
        byte[] data = stored(tile);
        return data == null || data.length < tile.length() ? null : Arrays.copyOf(data, tile.length());
    }

    /** Keeps a tile that is authentic, unless a wider one is here already and says the same. */
    void keep(Tile tile, byte[] data) {
        byte[] stored = stored(tile);
        if (stored != null && stored.length >= data.length && Arrays.equals(data, Arrays.copyOf(stored, data.length))) {
            return;
        }
        String path = tile.fullPath();
        Path temporary = folder.resolve(".new-" + UUID.randomUUID());
        try {
            Files.createDirectories(folder.resolve(path.substring(0, path.lastIndexOf('/'))));
            Files.write(temporary, data);
            Files.move(temporary, file(tile), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            forget(temporary);
        }
    }

    private byte[] stored(Tile tile) {
        try {
            Path file = file(tile);
            return Files.isRegularFile(file) && Files.size(file) <= Tile.FULL * Hash.SIZE ? Files.readAllBytes(file) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private Path file(Tile tile) {
        return folder.resolve(tile.fullPath());
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // a leftover does no harm: it is authenticated before it is used
        }
    }
}
