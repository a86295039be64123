package io.jenkins.plugins.gotoolchain.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/**
 * Watches one attempt from a thread of its own and cuts its connection when nothing moved for too long, whatever the
 * socket says, or when the time for the whole transfer is over. What moves: a connection that stands, a TLS handshake
 * that is done, a header that is complete, a byte of the body.
 */
final class StallGuard implements Closeable {

    /** Why a connection was cut. */
    enum Cut { NOT, STALLED, OUT_OF_TIME }

    private final Ticker ticker;
    private final long stall;
    private final long deadline;
    private final Thread thread;
    private volatile long last;
    private volatile Closeable watched;
    private volatile Cut cut = Cut.NOT;

    /** @param deadline by {@link Ticker#nanos} */
    StallGuard(Ticker ticker, Duration stall, long deadline) {
        this.ticker = ticker;
        this.stall = stall.toNanos();
        this.deadline = deadline;
        this.last = ticker.nanos();
        this.thread = new Thread(this::run, "go-toolchain transfer guard");
        thread.setDaemon(true);
        thread.start();
    }

    /** Something moved. */
    void alive() {
        last = ticker.nanos();
    }

    /** What to close when the time comes; closed at once if it has come already. */
    void watch(Closeable connection) throws IOException {
        watched = connection;
        if (cut != Cut.NOT) {
            connection.close();
        }
    }

    Cut cut() {
        return cut;
    }

    private void run() {
        try {
            for (long left = left(); left > 0; left = left()) {
                ticker.sleep(Duration.ofNanos(left));
            }
        } catch (InterruptedException e) {
            return;
        }
        cut = ticker.nanos() - deadline >= 0 ? Cut.OUT_OF_TIME : Cut.STALLED;
        Closeable connection = watched;
        if (connection != null) {
            try {
                connection.close();
            } catch (IOException e) {
                // it is as good as closed: the reader sees the end or an error
            }
        }
    }

    private long left() {
        long now = ticker.nanos();
        return Math.min(last + stall - now, deadline - now);
    }

    /** Ends the watch; the connection stays as it is. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
