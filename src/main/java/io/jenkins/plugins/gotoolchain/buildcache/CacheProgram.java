package io.jenkins.plugins.gotoolchain.buildcache;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Serves one go command from its first request to its last. */
public final class CacheProgram {

    private static final int MOST_AT_ONCE = 16;
    private static final int MOST_UPLOADS_AT_ONCE = 4;
    private static final int MOST_WAITING = 4096;

    private final CacheSettings settings;
    private final Consumer<String> told;
    private final Patience patience;
    private final Clock clock = Clock.systemUTC();
    private final CacheFolder folder;
    private final GoResults results;
    private final CacheServer server;
    private final ThreadPoolExecutor gets =
            pool(MOST_AT_ONCE, new ThreadPoolExecutor.CallerRunsPolicy());
    private final ThreadPoolExecutor uploads = pool(MOST_UPLOADS_AT_ONCE, new ThreadPoolExecutor.AbortPolicy());
    private final AtomicLong localHits = new AtomicLong();
    private final AtomicLong remoteHits = new AtomicLong();
    private final AtomicLong misses = new AtomicLong();
    private final AtomicLong puts = new AtomicLong();
    private final AtomicLong fetchedBytes = new AtomicLong();
    private final AtomicLong sentBytes = new AtomicLong();
    private final AtomicLong unsent = new AtomicLong();
    private final MakingTime making = new MakingTime();

    /**
     * @param told takes lines for people, never anything of the protocol
     * @throws IOException if the folder cannot be made, or a setting cannot be used
     */
    public CacheProgram(CacheSettings settings, Consumer<String> told) throws IOException {
        this(settings, told, Patience.USUAL);
    }

    CacheProgram(CacheSettings settings, Consumer<String> told, Patience patience) throws IOException {
        this.settings = settings;
        this.told = told;
        this.patience = patience;
        this.folder = new CacheFolder(settings.folder(), clock);
        this.results = settings.results() == null ? null : new GoResults(settings.results());
        this.server = settings.server() == null ? null : new CacheServer(settings, patience, told);
    }

    /**
     * Reads requests until {@code close}, or until the stream ends, and answers them in the order in which they are done.
     *
     * @throws IOException if the streams break, or what comes is not the protocol
     */
    public void serve(InputStream in, OutputStream out) throws IOException, InterruptedException {
        Answers answers = new Answers(out);
        ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(CacheProgram::daemon);
        keeper.scheduleAtFixedRate(folder::keepGiven, 15, 15, TimeUnit.MINUTES);
        try {
            answers.greet();
            RequestStream requests = new RequestStream(in);
            for (Optional<RequestStream.Request> next = requests.next(); next.isPresent(); next = requests.next()) {
                RequestStream.Request request = next.get();
                if (request.command().equals("close")) {
                    close();
                    answers.done(request.id());
                    return;
                }
                answer(request, requests, answers);
            }
        } finally {
            keeper.shutdownNow();
            gets.shutdownNow();
            uploads.shutdownNow();
        }
    }

    private void answer(RequestStream.Request request, RequestStream requests, Answers answers) throws IOException {
        boolean get = request.command().equals("get");
        if (!get && !request.command().equals("put")) {
            answers.error(request.id(), "unknown command");
        } else if (request.action().length < 1 || request.action().length > 64
                || !get && (request.output().length < 1 || request.output().length > 32) || request.bodySize() < 0) {
            throw new IOException("a request has no usable ActionID, OutputID or BodySize");
        } else if (get) {
            gets.execute(() -> get(request, answers));
        } else {
            put(request, requests, answers);
        }
    }

    private void get(RequestStream.Request request, Answers answers) {
        try {
            Optional<CacheRecord> found = find(HexFormat.of().formatHex(request.action()));
            if (found.isPresent()) {
                answers.hit(request.id(), found.get(), folder.body(found.get().output()));
            } else {
                misses.incrementAndGet();
                making.asked(System.nanoTime());
                answers.miss(request.id());
            }
        } catch (IOException e) {
            // the go command is gone: the end of its requests says so too
        }
    }

    private Optional<CacheRecord> find(String action) {
        Optional<CacheRecord> local = folder.find(action);
        if (local.isPresent()) {
            localHits.incrementAndGet();
            return local;
        }
        Path file = folder.temporary();
        try {
            Optional<CacheRecord> seen = results == null ? Optional.empty() : results.copy(action, file);
            if (seen.isPresent()) {
                folder.publish(file, seen.get());
                localHits.incrementAndGet();
                return seen;
            }
            if (server == null) {
                return seen;
            }
            Optional<CacheRecord> record = server.record(action);
            if (record.isEmpty()) {
                return record;
            }
            if (folder.holds(record.get())) {
                folder.publish(record.get());
            } else if (server.body(record.get(), file)) {
                folder.publish(file, record.get());
                fetchedBytes.addAndGet(record.get().size());
            } else {
                return Optional.empty();
            }
            remoteHits.incrementAndGet();
            return record;
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            remove(file);
        }
    }

    /** In the thread that reads, for the body is part of the stream. It is read to its end whatever the disk does. */
    private void put(RequestStream.Request request, RequestStream requests, Answers answers) throws IOException {
        Path file = folder.temporary();
        MessageDigest digest = CacheFolder.sha256();
        InputStream body = request.bodySize() == 0 ? InputStream.nullInputStream() : requests.body();
        try {
            String trouble = write(new DigestInputStream(body, digest), request.bodySize(), file);
            CacheRecord record = new CacheRecord(
                    HexFormat.of().formatHex(request.action()), HexFormat.of().formatHex(request.output()),
                    request.bodySize(), HexFormat.of().formatHex(digest.digest()), clock.instant());
            if (trouble == null) {
                trouble = publish(file, record);
            }
            if (trouble != null) {
                answers.error(request.id(), trouble);
                return;
            }
            puts.incrementAndGet();
            making.made(System.nanoTime());
            answers.hit(request.id(), record, folder.body(record.output()));
            upload(record);
        } finally {
            remove(file);
        }
    }

    private String publish(Path file, CacheRecord record) {
        try {
            folder.publish(file, record);
            return null;
        } catch (IOException e) {
            return "the build cache cannot keep a body: " + e;
        }
    }

    private static String write(InputStream body, long size, Path file) throws IOException {
        String trouble = size > CacheRecord.MOST_OF_BODY ? "the body is larger than the build cache takes" : null;
        OutputStream out = OutputStream.nullOutputStream();
        long count = 0;
        try {
            out = trouble == null ? Files.newOutputStream(file) : out;
        } catch (IOException e) {
            trouble = "the build cache cannot write: " + e;
        }
        try {
            byte[] buffer = new byte[1 << 16];
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                count += n;
                if (trouble == null) {
                    try {
                        out.write(buffer, 0, n);
                    } catch (IOException e) {
                        trouble = "the build cache cannot write: " + e;
                    }
                }
            }
        } finally {
            out.close();
        }
        return trouble == null && count != size ? "the body is not as long as announced" : trouble;
    }

    private void upload(CacheRecord record) {
        if (server == null || settings.readOnly() || server.isLeftAlone()) {
            return;
        }
        unsent.incrementAndGet();
        try {
            uploads.execute(() -> {
                try {
                    if (server.put(record, folder.body(record.output()))) {
                        sentBytes.addAndGet(record.size());
                        unsent.decrementAndGet();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        } catch (RejectedExecutionException e) {
            // too many wait: this one is for another build to send
        }
    }

    private void close() throws InterruptedException {
        gets.shutdown();
        uploads.shutdown();
        gets.awaitTermination(1, TimeUnit.HOURS);
        if (!uploads.awaitTermination(patience.drain().toMillis(), TimeUnit.MILLISECONDS)) {
            uploads.shutdownNow();
        }
        if (settings.mostBytes() > 0) {
            try {
                folder.evict(settings.mostBytes());
            } catch (IOException | java.io.UncheckedIOException e) {
                told.accept("the build cache cannot be made smaller: " + e);
            }
        }
        told.accept("build cache: " + localHits + " hits here, " + remoteHits + " from the server (" + fetchedBytes
                + " bytes), " + misses + " misses, " + puts + " puts (" + sentBytes + " bytes sent"
                + (unsent.get() == 0 ? ")" : ", " + unsent + " not sent)"));
    }

    /** So far. */
    CacheTally tally() {
        return new CacheTally(
                localHits.get(), remoteHits.get(), misses.get(), puts.get(), fetchedBytes.get(), sentBytes.get(),
                TimeUnit.NANOSECONDS.toMillis(making.sum()));
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // it is swept when it is old
        }
    }

    private static ThreadPoolExecutor pool(int most, java.util.concurrent.RejectedExecutionHandler full) {
        return new ThreadPoolExecutor(
                most, most, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MOST_WAITING), CacheProgram::daemon, full);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "build cache");
        thread.setDaemon(true);
        return thread;
    }
}
