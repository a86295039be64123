package io.jenkins.plugins.gotoolchain.trust.sumdb;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Gets tiles from the cache or the database, several at a time. What it returns is not authenticated yet. */
final class TileReader {

    /** A proof needs about seven tiles: one round trip for all of them. */
    private static final int AT_ONCE = 8;

    private final SumdbReader reader;
    private final TileCache cache;

    TileReader(SumdbReader reader, TileCache cache) {
        this.reader = reader;
        this.cache = cache;
    }

    /** @return those that are in the cache */
    Map<Tile, byte[]> cached(List<Tile> tiles) {
        Map<Tile, byte[]> found = new HashMap<>();
        for (Tile tile : tiles) {
            byte[] data = cache.read(tile);
            if (data != null) {
                found.put(tile, data);
            }
        }
        return found;
    }

    /**
     * @return all of them, each of its full length, from the database
     * @throws UnreachableException where one cannot be had
     */
    Map<Tile, byte[]> fetch(List<Tile> tiles) throws UnreachableException, InterruptedException {
        Map<Tile, byte[]> data = new HashMap<>();
        if (tiles.size() <= 1) {
            for (Tile tile : tiles) {
                data.put(tile, fetch(tile));
            }
            return data;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, tiles.size()), TileReader::daemon);
        try {
            List<Future<byte[]>> pending = new ArrayList<>();
            for (Tile tile : tiles) {
                pending.add(threads.submit(() -> fetch(tile)));
            }
            for (int i = 0; i < tiles.size(); i++) {
                data.put(tiles.get(i), pending.get(i).get());
            }
            return data;
        } catch (ExecutionException e) {
            throw Causes.rethrow(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "checksum database tiles");
        thread.setDaemon(true);
        return thread;
    }

    private byte[] fetch(Tile tile) throws UnreachableException, InterruptedException {
        Optional<byte[]> data = reader.read(tile.path(), Tile.FULL * Hash.SIZE);
        if (data.isPresent()) {
            if (data.get().length != tile.length()) {
                throw noTile(tile.path(), "has " + data.get().length + " bytes instead of " + tile.length());
            }
            return data.get();
        }
        if (tile.isFull()) {
            throw noTile(tile.path(), "is not there");
        }
        // a partial tile may be gone once the full one exists, and is the beginning of it
        Optional<byte[]> full = reader.read(tile.fullPath(), Tile.FULL * Hash.SIZE);
        if (full.isEmpty()) {
            throw noTile(tile.path(), "is not there, nor is the full tile");
        }
        if (full.get().length != Tile.FULL * Hash.SIZE) {
            throw noTile(tile.fullPath(), "has " + full.get().length + " bytes instead of " + Tile.FULL * Hash.SIZE);
        }
        return Arrays.copyOf(full.get(), tile.length());
    }

    private UnreachableException noTile(String path, String why) throws UnreachableException, InterruptedException {
        return new UnreachableException(
                "the checksum database, read through " + reader.from() + ", does not answer as it should: " + path + " "
                        + why,
                "try again later; if it lasts, tell whoever runs the proxy that the database is read through");
    }
}
