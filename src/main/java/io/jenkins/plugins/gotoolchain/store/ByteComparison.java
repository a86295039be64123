package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads files and compares their digests with the manifest's, largest first, on at most two threads. */
final class ByteComparison {

    private static final int THREADS = 2;
    private static final int WORTH_A_THREAD = 64;
    private static final int BUFFER = 128 * 1024;

    private final Path home;
    private final List<TreeEntry> entries;
    private final Pace pace;
    private final AtomicInteger next = new AtomicInteger();
    private final List<String> changed = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean stopped;

    private ByteComparison(Path home, List<TreeEntry> entries, Pace pace) {
        this.home = home;
        this.pace = pace;
        this.entries = new ArrayList<>(entries);
        this.entries.sort((a, b) -> Long.compare(b.size(), a.size()));
    }

    /** @return the paths of those whose bytes differ or cannot be read, sorted */
    static List<String> changed(Path home, List<TreeEntry> entries, Pace pace) throws InterruptedException {
        if (entries.isEmpty()) {
            return List.of();
        }
        ByteComparison comparison = new ByteComparison(home, entries, pace);
        comparison.run();
        List<String> changed = new ArrayList<>(comparison.changed);
        Collections.sort(changed);
        return changed;
    }

    private void run() throws InterruptedException {
        Thread second = null;
        if (THREADS > 1 && entries.size() >= WORTH_A_THREAD) {
            second = new Thread(this::work, "go-toolchain verify");
            second.setDaemon(true);
            second.start();
        }
        work();
        try {
            if (second != null) {
                second.join();
            }
        } catch (InterruptedException e) {
            stopped = true;
            throw e;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private void work() {
        byte[] buffer = new byte[BUFFER];
        MessageDigest digest = sha256();
        for (int i = next.getAndIncrement(); i < entries.size(); i = next.getAndIncrement()) {
            if (stopped || Thread.currentThread().isInterrupted()) {
                stopped = true;
                return;
            }
            TreeEntry entry = entries.get(i);
            try {
                if (!entry.sha256().equals(digest(entry, digest, buffer))) {
                    changed.add(entry.path());
                }
            } catch (InterruptedException e) {
                stopped = true;
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private String digest(TreeEntry entry, MessageDigest digest, byte[] buffer) throws InterruptedException {
        try (InputStream in = Files.newInputStream(home.resolve(entry.path()), LinkOption.NOFOLLOW_LINKS)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                pace.spend(n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            digest.reset();
            return "unreadable: " + e.getMessage();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
