package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.provision.ProvisionListener;
import io.jenkins.plugins.gotoolchain.transfer.TransferProgress;
import java.time.Duration;

/** How it goes, on standard error: a bar on a terminal, a line every few seconds elsewhere. */
final class ConsoleProgress implements ProvisionListener, TransferProgress, AutoCloseable {

    private final Meter meter;

    ConsoleProgress() {
        // A terminal on standard output is as near as Java 17 comes to one on standard error.
        this(System.console() != null ? new BarMeter() : new LineMeter(System.err, System::nanoTime));
    }

    ConsoleProgress(Meter meter) {
        this.meter = meter;
    }

    @Override
    public void notice(String text) {
        meter.line("go-toolchain: " + text);
    }

    @Override
    public void step(String text) {
        meter.line("go-toolchain: " + text);
    }

    @Override
    public TransferProgress transfer() {
        return this;
    }

    @Override
    public void started(String what, long offset, long total) {
        if (offset > 0) {
            meter.line("go-toolchain: " + what + " goes on at " + Bytes.of(offset));
        }
        meter.begin("downloading " + what, offset, total);
    }

    @Override
    public void advanced(long bytesSoFar) {
        meter.at(bytesSoFar);
    }

    @Override
    public void retrying(String why, Duration after) {
        meter.end();
        meter.line("go-toolchain: " + why + "; again in " + after.toMillis() + " ms");
    }

    @Override
    public void finished(String what, long size, long fetched) {
        meter.end();
        meter.line("go-toolchain: " + what + " is here, " + Bytes.of(size)
                + (fetched < size ? ", of which " + Bytes.of(fetched) + " were fetched now" : ""));
    }

    @Override
    public void unpacking(String archive, long bytes, long total) {
        if (bytes == 0 || !meter.isOn("unpacking " + archive)) {
            meter.begin("unpacking " + archive, 0, total);
        }
        meter.at(bytes);
        if (bytes >= total) {
            meter.end();
        }
    }

    @Override
    public void close() {
        meter.end();
    }
}
