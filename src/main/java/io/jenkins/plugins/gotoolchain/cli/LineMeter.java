package io.jenkins.plugins.gotoolchain.cli;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/** For logs: a line every few seconds, none for what is over before. */
final class LineMeter implements Meter {

    private static final long EVERY = 5_000_000_000L;

    private final PrintStream out;
    private final LongSupplier nanos;
    private String what;
    private long total;
    private long next;

    LineMeter(PrintStream out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
    }

    @Override
    public synchronized void begin(String what, long from, long total) {
        this.what = what;
        this.total = total;
        this.next = nanos.getAsLong() + EVERY;
    }

    @Override
    public synchronized void at(long bytes) {
        long now = nanos.getAsLong();
        if (what != null && now - next >= 0) {
            next = now + EVERY;
            out.println("go-toolchain: " + what + ": " + Bytes.of(bytes)
                    + (total > 0 ? " of " + Bytes.of(total) + " (" + 100 * bytes / total + " %)" : ""));
        }
    }

    @Override
    public synchronized void end() {
        what = null;
    }

    @Override
    public synchronized boolean isOn(String what) {
        return what.equals(this.what);
    }

    @Override
    public void line(String text) {
        out.println(text);
    }
}
