package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.transfer.Timeline.Kind;
import io.jenkins.plugins.gotoolchain.transfer.Timeline.Point;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one download's timeline while it tells somebody else how it goes. Its memory is bounded: when it has all the
 * samples that it may have, every other one goes; when it has all events, those in the middle go.
 */
public final class TimelineRecorder implements TransferProgress {

    static final int SAMPLES = 120;
    static final int EVENTS = 40;

    /** A shorter silence is none, in milliseconds. */
    static final long SILENCE = 3000;

    private static final long FIRST_STEP = 50;

    private final String what;
    private final String from;
    private final TransferProgress next;
    private final Ticker ticker;
    private final long start;
    private final long startNanos;
    private final List<Point> points = new ArrayList<>();
    private int samples;
    private int events;
    private int leftOut;
    private long step = FIRST_STEP;
    private long nextSample;
    private long bytes;
    private long total = -1;
    private long quietSince;
    private boolean begun;
    private boolean waitsForAnother;

    /**
     * @param what the file, printable
     * @param next who is told as well
     */
    public TimelineRecorder(String what, URI from, TransferProgress next, Ticker ticker) {
        this.what = what;
        this.from = PrintableUri.of(from);
        this.next = next;
        this.ticker = ticker;
        this.start = Math.max(0, ticker.epochMillis());
        this.startNanos = ticker.nanos();
    }

    @Override
    public void started(String file, long offset, long all) {
        synchronized (this) {
            long now = now();
            silence(now);
            begun = true;
            waitsForAnother = false;
            bytes = offset;
            total = all;
            quietSince = now;
            nextSample = now + step;
            event(Kind.STARTED, now, 0, "");
        }
        next.started(file, offset, all);
    }

    @Override
    public void advanced(long bytesSoFar) {
        synchronized (this) {
            long now = now();
            silence(now);
            bytes = bytesSoFar;
            quietSince = now;
            if (now >= nextSample) {
                sample(now);
            }
        }
        next.advanced(bytesSoFar);
    }

    @Override
    public void retrying(String why, Duration after) {
        synchronized (this) {
            long now = now();
            silence(now);
            begun = true;
            waitsForAnother = false;
            event(Kind.RETRY, now, after.toMillis(), why);
            quietSince = now + after.toMillis();
        }
        next.retrying(why, after);
    }

    @Override
    public void notice(String text) {
        synchronized (this) {
            long now = now();
            silence(now);
            event(Kind.NOTICE, now, 0, text);
            quietSince = Math.max(quietSince, now);
            waitsForAnother = !begun;
        }
        next.notice(text);
    }

    @Override
    public void finished(String file, long size, long fetched) {
        synchronized (this) {
            long now = now();
            bytes = size;
            total = size;
            quietSince = now;
            event(Kind.FINISHED, now, 0, "");
        }
        next.finished(file, size, fetched);
    }

    /** The download has ended without the file. */
    public synchronized void failed(String why) {
        long now = now();
        silence(now);
        event(Kind.FAILED, now, 0, why);
    }

    /** What was seen so far. */
    public synchronized Timeline timeline() {
        return new Timeline(what, from, start, points, leftOut);
    }

    private long now() {
        return Math.max(0, (ticker.nanos() - startNanos) / 1_000_000);
    }

    /** Called before anything moves on: says if nothing moved for long. Waiting for another process's download is none. */
    private void silence(long now) {
        if (!waitsForAnother && now - quietSince >= SILENCE) {
            event(Kind.STALLED, quietSince, now - quietSince, "");
        }
    }

    private void sample(long now) {
        if (samples == SAMPLES) {
            thinOut();
        }
        points.add(new Point(Kind.SAMPLE, now, bytes, total, 0, ""));
        samples++;
        nextSample = now + step;
    }

    private void thinOut() {
        boolean[] drop = {false};
        points.removeIf(point -> point.kind() == Kind.SAMPLE && (drop[0] = !drop[0]));
        samples /= 2;
        step *= 2;
    }

    private void event(Kind kind, long millis, long wait, String text) {
        if (events == EVENTS) {
            dropFromTheMiddle();
        }
        points.add(new Point(kind, millis, bytes, total, wait, text));
        events++;
    }

    private void dropFromTheMiddle() {
        int seen = 0;
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).kind() != Kind.SAMPLE && ++seen > EVENTS / 2) {
                points.remove(i);
                events--;
                leftOut++;
                return;
            }
        }
    }
}
