package io.jenkins.plugins.gotoolchain.archivecache;

import io.jenkins.plugins.gotoolchain.provision.ProvenFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Proven archives by their SHA-256, within a limit of bytes. Each part is held against its digest whenever it is read: what
 * does not fit is thrown away, and whoever wants it asks anew. Several processes may use one folder. Safe for use by
 * several threads.
 */
public final class ArchiveCache {

    /** Each holds some parts in memory while they are read. */
    private static final int READERS = 16;

    private static final Duration TOUCHED = Duration.ofMinutes(1);

    private final CacheFolder folder;
    private final long maxBytes;
    private final Clock clock;
    private final Semaphore readers = new Semaphore(READERS, true);
    private final Map<String, ChunkDigests> digests = new ConcurrentHashMap<>();
    private final Map<String, Instant> touched = new ConcurrentHashMap<>();

    /**
     * @param root made when something is kept
     * @param maxBytes of all archives; the one that came last stays even where it is larger
     */
    public ArchiveCache(Path root, long maxBytes) {
        this(root, maxBytes, Clock.systemUTC());
    }

    ArchiveCache(Path root, long maxBytes, Clock clock) {
        this.folder = new CacheFolder(root);
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    /** For what is not in it yet: partials and answers of indexes. */
    public Path work() {
        return folder.work();
    }

    /** What is there under a key, with all its bytes; whether they are the right ones is seen when they are read. */
    public Optional<CachedArchive> find(String key) {
        CachedArchive archive = CacheEntryFile.read(folder.entry(key));
        if (archive == null || !archive.key().equals(key) || !isWhole(archive)) {
            return Optional.empty();
        }
        touch(archive);
        return Optional.of(archive);
    }

    /** Its bytes, as they are on the disk; it may go at any time. */
    Path file(CachedArchive archive) {
        return folder.bytes(archive.sha256());
    }

    private boolean isWhole(CachedArchive archive) {
        try {
            return Files.size(folder.bytes(archive.sha256())) == archive.size()
                    && Files.exists(folder.digests(archive.sha256()));
        } catch (IOException e) {
            return false;
        }
    }

    /** The entry's time says when it was used last. A disk that does not take it costs the right order of eviction only. */
    private void touch(CachedArchive archive) {
        Instant now = clock.instant();
        Instant before = touched.get(archive.key());
        if (before == null || Duration.between(before, now).abs().compareTo(TOUCHED) > 0) {
            touched.put(archive.key(), now);
            try {
                Files.setLastModifiedTime(folder.entry(archive.key()), FileTime.from(now));
            } catch (IOException e) {
                touched.remove(archive.key());
            }
        }
    }

    /**
     * Takes a proven file in, by moving it, and reads it once more on the way.
     *
     * @throws IOException where it is not what was proven any more, or cannot be kept
     */
    public CachedArchive add(String key, ProvenFile proven) throws IOException {
        CachedArchive archive = new CachedArchive(key, proven.sha256(), proven.size(), proven.archive().fileName(),
                proven.source(), clock.instant(), proven.evidence());
        ChunkDigests parts = ChunkDigests.of(proven.file(), proven.size(), proven.sha256());
        Path bytes = folder.bytes(archive.sha256());
        Files.createDirectories(folder.group(archive.sha256()));
        Files.createDirectories(folder.entries());
        replace(folder.digests(archive.sha256()), parts.bytes());
        digests.remove(archive.sha256());
        Files.move(proven.file(), bytes, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        replace(folder.entry(key), CacheEntryFile.text(archive).getBytes(StandardCharsets.UTF_8));
        evict(archive);
        return archive;
    }

    /** Whole or not at all, whoever reads it meanwhile. */
    private static void replace(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
        Files.write(fresh, content);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Bytes of an archive, as far as a part's end where they reach one.
     *
     * @param most bytes that are wanted
     * @throws IOException where they are not there any more, or not those that were proven
     */
    public byte[] read(String sha256, long size, long offset, int most) throws IOException, InterruptedException {
        if (offset < 0 || offset >= size || most <= 0) {
            throw new IOException("no such part");
        }
        readers.acquire();
        try {
            long start = offset / ChunkDigests.CHUNK * ChunkDigests.CHUNK;
            long wanted = Math.min(size, offset + most);
            long whole = wanted == size ? size : wanted / ChunkDigests.CHUNK * ChunkDigests.CHUNK;
            long end = whole > offset ? whole : Math.min(size, start + ChunkDigests.CHUNK);
            byte[] parts = bytes(sha256, start, Math.toIntExact(end - start));
            int proven = proven(sha256, size, start, parts);
            if (proven == 0) {
                drop(sha256);
                throw new IOException("the archive was damaged in the cache and is thrown away");
            }
            int from = (int) (offset - start);
            int to = Math.min(proven, from + most);
            return from == 0 && to == parts.length ? parts : Arrays.copyOfRange(parts, from, to);
        } finally {
            readers.release();
        }
    }

    /** @return how many bytes are what they were, up to the first part that is not */
    private int proven(String sha256, long size, long start, byte[] parts) throws IOException {
        ChunkDigests known = digestsOf(sha256, size);
        int number = Math.toIntExact(start / ChunkDigests.CHUNK);
        int at = 0;
        while (at < parts.length) {
            int length = Math.min(ChunkDigests.CHUNK, parts.length - at);
            if (!known.prove(number++, parts, at, length)) {
                return at;
            }
            at += length;
        }
        return at;
    }

    private byte[] bytes(String sha256, long start, int length) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(length);
        try (FileChannel file = FileChannel.open(folder.bytes(sha256), StandardOpenOption.READ)) {
            while (part.hasRemaining()) {
                if (file.read(part, start + part.position()) < 0) {
                    drop(sha256);
                    throw new IOException("the archive was cut short in the cache and is thrown away");
                }
            }
        } catch (NoSuchFileException e) {
            throw new IOException("the archive is not in the cache any more", e);
        }
        return part.array();
    }

    private ChunkDigests digestsOf(String sha256, long size) throws IOException {
        ChunkDigests known = digests.get(sha256);
        if (known == null) {
            try {
                known = ChunkDigests.read(folder.digests(sha256), size);
            } catch (IOException e) {
                drop(sha256);
                throw e;
            }
            digests.put(sha256, known);
        }
        return known;
    }

    private void drop(String sha256) throws IOException {
        digests.remove(sha256);
        Files.deleteIfExists(folder.bytes(sha256));
        Files.deleteIfExists(folder.digests(sha256));
    }

    /** All that is there, the one that was used last first. */
    public List<CachedArchive> list() throws IOException {
        Map<CachedArchive, FileTime> times = new HashMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.entries(), "*.properties")) {
            for (Path entry : entries) {
                CachedArchive archive = CacheEntryFile.read(entry);
                if (archive != null && isWhole(archive)) {
                    times.put(archive, Files.getLastModifiedTime(entry));
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        }
        List<CachedArchive> all = new ArrayList<>(times.keySet());
        all.sort(Comparator.comparing((CachedArchive one) -> times.get(one)).reversed().thenComparing(CachedArchive::key));
        return all;
    }

    /** Bytes of all archives. */
    public long size() throws IOException {
        return list().stream().mapToLong(CachedArchive::size).sum();
    }

    /** @param others that stay: one of them may have the same bytes */
    private void remove(CachedArchive archive, List<CachedArchive> others) throws IOException {
        Files.deleteIfExists(folder.entry(archive.key()));
        touched.remove(archive.key());
        boolean shared = others.stream().anyMatch(other -> other.sha256().equals(archive.sha256()));
        if (!shared) {
            drop(archive.sha256());
        }
    }

    /** Who still reads what goes asks anew. */
    private void evict(CachedArchive newest) throws IOException {
        List<CachedArchive> all = new ArrayList<>(list());
        long left = all.stream().mapToLong(CachedArchive::size).sum();
        for (int i = all.size() - 1; i >= 0 && left > maxBytes; i--) {
            CachedArchive last = all.get(i);
            if (!last.key().equals(newest.key())) {
                left -= last.size();
                all.remove(i);
                remove(last, all);
            }
        }
    }
}
