package io.jenkins.plugins.gotoolchain.archivecache;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.transfer.RelayedAnswer;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers the requests of nodes in place of the sources: archives from the cache, which is filled first where it has to be,
 * and documents as they are. One for all nodes; what counts for a single one is its {@link RelayPass}.
 */
public final class ArchiveRelay {

    private static final String BODY = "archive:";
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,15})-");
    private static final String FIRST_BYTE = "bytes=0-0";
    private static final int WAIT_MILLIS = 50;

    /** Between two questions of one node: an eighth of what the fetch has taken so far, so that many do not ask too much. */
    private static final int SOONEST_MILLIS = 300;

    private static final int LATEST_MILLIS = 3000;

    /** Of parts on their way to nodes at a time. */
    private static final int MOST_ON_THE_WAY = 16 << 20;

    private static final int MOST_PARTS = 4;

    private final ArchiveCache cache;
    private final CacheCounts counts = new CacheCounts();
    private final RelayedDocuments documents = new RelayedDocuments();
    private final Flights<CachedArchive> flights;
    private final SharedArchives shared;
    private final RecentReaders readers = new RecentReaders();

    /** @param downloads at most so many archives are fetched at a time */
    public ArchiveRelay(ArchiveCache cache, int downloads) {
        this(cache, downloads, null);
    }

    /** @param shared asked before the sources, and given what it did not have; null for none */
    public ArchiveRelay(ArchiveCache cache, int downloads, SharedArchives shared) {
        this.cache = cache;
        this.shared = shared;
        this.flights = new Flights<>("go-toolchain archive cache", downloads, 5000);
    }

    public ArchiveCache cache() {
        return cache;
    }

    public CacheCounts counts() {
        return counts;
    }

    /** Ends what is being fetched; what came of it is kept. */
    public void close() {
        flights.close();
        documents.close();
    }

    RelayedAnswer ask(String address, Map<String, String> headers, RelayPass pass)
            throws IOException, InterruptedException {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            return RelayedAnswer.notHere();
        }
        boolean look = FIRST_BYTE.equals(headers.get("Range"));
        try {
            if (!pass.allows(uri)) {
                return RelayedAnswer.notHere();
            }
            Optional<ArchiveAddress> named = ArchiveAddress.of(uri);
            if (named.isPresent() && !look) {
                return archive(named.get(), uri, headers, pass);
            }
            return documents.ask(uri, pass.documents(), headers.get("If-None-Match"), look);
        } catch (UnreachableException | StoreException e) {
            // the network or the disk here: a node with a way of its own needs neither
            return pass.leaves(uri, e.problem()) ? RelayedAnswer.notHere() : RelayedAnswer.failed(e);
        } catch (ToolchainException e) {
            return RelayedAnswer.failed(e);
        } catch (IOException e) {
            StoreException trouble = new StoreException(
                    "The controller's archive cache cannot be used: " + e.getMessage(), List.of(),
                    "see to its folder and its disk", e);
            return pass.leaves(uri, trouble.problem()) ? RelayedAnswer.notHere() : RelayedAnswer.failed(trouble);
        }
    }

    private RelayedAnswer archive(ArchiveAddress named, URI uri, Map<String, String> headers, RelayPass pass)
            throws IOException, InterruptedException {
        Optional<CachedArchive> there = cache.find(named.key());
        if (there.isPresent()) {
            counts.hits.increment();
            return answer(there.get(), headers);
        }
        String flight = named.key() + " " + pass.name();
        CachedArchive filled = flights.ask(flight, () -> fill(named, uri, pass), WAIT_MILLIS, 0);
        if (filled == null) {
            pass.waiting();
            return RelayedAnswer.later((int) Math.max(SOONEST_MILLIS, Math.min(LATEST_MILLIS, flights.millis(flight) / 8)));
        }
        return answer(filled, headers);
    }

    private CachedArchive fill(ArchiveAddress named, URI uri, RelayPass pass) throws IOException, InterruptedException {
        Optional<CachedArchive> meanwhile = cache.find(named.key());
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        try {
            CachedArchive filled = pass.fetch(named, uri, cache, shared, proven -> {
                counts.fetched.add(proven.fetched());
                CachedArchive kept = cache.add(named.key(), proven);
                share(shared == null ? null : shared.address(named, uri), proven.from(), kept);
                return kept;
            });
            counts.fills.increment();
            return filled;
        } catch (IOException e) {
            counts.failures.increment();
            throw e;
        }
    }

    /** Few nodes get large parts, which cost less; many get small ones, so that all together do not fill the memory. */
    private static int share(int nodes) {
        return ChunkDigests.CHUNK * Math.max(1, Math.min(MOST_PARTS, MOST_ON_THE_WAY / ChunkDigests.CHUNK / nodes));
    }

    /** @param copy where the shared cache has it, or is to have it; null for no such cache */
    private void share(URI copy, URI from, CachedArchive kept) {
        if (copy != null && copy.equals(from)) {
            counts.shared.increment();
        } else if (copy != null) {
            shared.put(copy, cache.file(kept));
        }
    }

    /** As a server that knows ranges and validators (RFC 9110 §13.1.5, §14). */
    private static RelayedAnswer answer(CachedArchive archive, Map<String, String> headers) {
        String etag = '"' + archive.sha256() + '"';
        Map<String, String> fields = new HashMap<>();
        fields.put("ETag", etag);
        fields.put("Content-Type", "application/octet-stream");
        String body = BODY + archive.sha256() + ":" + archive.size();
        String condition = headers.get("If-Range");
        Matcher range = RANGE.matcher(headers.getOrDefault("Range", ""));
        if (!range.matches() || condition != null && !condition.equals(etag)) {
            return RelayedAnswer.file(200, fields, body, 0, archive.size());
        }
        long first = Long.parseLong(range.group(1));
        if (first >= archive.size()) {
            fields.put("Content-Range", "bytes */" + archive.size());
            return RelayedAnswer.document(416, fields, new byte[0]);
        }
        fields.put("Content-Range", "bytes " + first + "-" + (archive.size() - 1) + "/" + archive.size());
        return RelayedAnswer.file(206, fields, body, first, archive.size());
    }

    /** @param reader the same object for all that one node reads */
    byte[] read(String body, long offset, int most, Object reader) throws IOException, InterruptedException {
        if (body.startsWith(RelayedDocuments.BODY)) {
            return documents.read(body, offset, Math.min(most, ChunkDigests.CHUNK));
        }
        String[] parts = body.split(":");
        if (parts.length != 3 || !body.startsWith(BODY) || !parts[1].matches("[0-9a-f]{64}")
                || !parts[2].matches("[1-9][0-9]{0,14}")) {
            throw new IOException("no such body");
        }
        byte[] bytes = cache.read(parts[1], Long.parseLong(parts[2]), offset, Math.min(most, share(readers.with(reader))));
        counts.given.add(bytes.length);
        return bytes;
    }
}
