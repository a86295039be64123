package io.jenkins.plugins.gotoolchain.jenkins.strict;

import io.jenkins.plugins.gotoolchain.diagnose.LogFinding;
import io.jenkins.plugins.gotoolchain.diagnose.LogWatch;
import java.io.IOException;
import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Lets everything through as it comes, and reads along until there is something to report. What is written byte by byte, as
 * the steps of Pipelines write their output, is passed on a line at a time, which costs less than the bytes would.
 */
final class WatchedLog extends OutputStream {

    private static final Logger LOGGER = Logger.getLogger(WatchedLog.class.getName());

    private final OutputStream log;
    private final StrictReport report;
    private final byte[] line = new byte[8192];
    private int length;
    private LogWatch watch = new LogWatch(this::found);
    private LogFinding first;

    WatchedLog(OutputStream log, StrictReport report) {
        this.log = log;
        this.report = report;
    }

    @Override
    public void write(int b) throws IOException {
        line[length++] = (byte) b;
        if (b == '\n' || b == '\r' || length == line.length) {
            pass();
        }
    }

    private void pass() throws IOException {
        int count = length;
        length = 0;
        if (count > 0) {
            through(line, 0, count);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        pass();
        through(bytes, from, count);
    }

    private void through(byte[] bytes, int from, int count) throws IOException {
        log.write(bytes, from, count);
        if (watch != null) {
            watch.accept(bytes, from, count);
            report();
        }
    }

    @Override
    public void flush() throws IOException {
        pass();
        log.flush();
    }

    @Override
    public void close() throws IOException {
        try {
            pass();
            if (watch != null) {
                watch.finish();
                report();
            }
        } finally {
            log.close();
        }
    }

    private void found(LogFinding finding) {
        first = first == null ? finding : first;
    }

    private void report() throws IOException {
        if (first == null) {
            return;
        }
        watch = null;
        log.flush(); // so that the log has the line when the controller looks for it
        try {
            report.found(first.rule().id(), first.version(), first.line().hashCode());
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "goStrict found something and cannot tell the controller", e);
        }
    }
}
