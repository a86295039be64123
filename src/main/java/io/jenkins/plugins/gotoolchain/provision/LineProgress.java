package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.transfer.TransferProgress;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** How it goes, for a log: a line when something begins, every few seconds while it goes on, and when it is done. */
public final class LineProgress implements ProvisionListener, TransferProgress {

    private static final long EVERY = 5_000_000_000L;

    private final Consumer<String> lines;
    private final LongSupplier nanos;
    private String doing;
    private long total;
    private long next;

    /** @param nanos nanoseconds since some moment, as {@link System#nanoTime} */
    public LineProgress(Consumer<String> lines, LongSupplier nanos) {
        this.lines = lines;
        this.nanos = nanos;
    }

    @Override
    public void notice(String text) {
        lines.accept(text);
    }

    @Override
    public void step(String text) {
        lines.accept(text);
    }

    @Override
    public TransferProgress transfer() {
        return this;
    }

    @Override
    public void started(String what, long offset, long total) {
        if (offset > 0) {
            lines.accept(what + " goes on at " + Bytes.of(offset) + (total > 0 ? " of " + Bytes.of(total) : ""));
        }
        begin("downloading " + what, total);
    }

    @Override
    public void advanced(long bytesSoFar) {
        at(bytesSoFar);
    }

    @Override
    public synchronized void retrying(String why, Duration after) {
        doing = null;
        lines.accept(why + "; again in " + after.toMillis() + " ms");
    }

    @Override
    public synchronized void finished(String what, long size, long fetched) {
        doing = null;
        lines.accept(what + " is here, " + Bytes.of(size)
                + (fetched < size ? ", of which " + Bytes.of(fetched) + " were fetched now" : ""));
    }

    @Override
    public synchronized void unpacking(String archive, long bytes, long total) {
        if (doing == null || !doing.endsWith(archive) || !doing.startsWith("unpacking")) {
            begin("unpacking " + archive, total);
        }
        at(bytes);
    }

    private synchronized void begin(String what, long all) {
        doing = what;
        total = all;
        next = nanos.getAsLong() + EVERY;
    }

    private synchronized void at(long bytes) {
        long now = nanos.getAsLong();
        if (doing != null && now - next >= 0) {
            next = now + EVERY;
            lines.accept(doing + ": " + Bytes.of(bytes)
                    + (total > 0 ? " of " + Bytes.of(total) + " (" + 100 * bytes / total + " %)" : ""));
        }
    }
}
