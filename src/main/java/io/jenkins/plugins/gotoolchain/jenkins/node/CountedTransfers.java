package io.jenkins.plugins.gotoolchain.jenkins.node;

import io.jenkins.plugins.gotoolchain.provision.ProvisionListener;
import io.jenkins.plugins.gotoolchain.transfer.TransferProgress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often downloads went on and began again, and tells another listener all that it is told. */
final class CountedTransfers implements ProvisionListener {

    private final ProvisionListener told;
    private final AtomicInteger resumes = new AtomicInteger();
    private final AtomicInteger retries = new AtomicInteger();

    CountedTransfers(ProvisionListener told) {
        this.told = told;
    }

    /** Answers whose bytes went behind those that were here. */
    int resumes() {
        return resumes.get();
    }

    /** Attempts that failed and were followed by another one. */
    int retries() {
        return retries.get();
    }

    @Override
    public void notice(String text) {
        told.notice(text);
    }

    @Override
    public void step(String text) {
        told.step(text);
    }

    @Override
    public void unpacking(String archive, long bytes, long total) {
        told.unpacking(archive, bytes, total);
    }

    @Override
    public TransferProgress transfer() {
        return new Counted(told.transfer());
    }

    private final class Counted implements TransferProgress {

        private final TransferProgress progress;

        Counted(TransferProgress progress) {
            this.progress = progress;
        }

        @Override
        public void started(String what, long offset, long total) {
            if (offset > 0) {
                resumes.incrementAndGet();
            }
            progress.started(what, offset, total);
        }

        @Override
        public void advanced(long bytesSoFar) {
            progress.advanced(bytesSoFar);
        }

        @Override
        public void retrying(String why, Duration after) {
            retries.incrementAndGet();
            progress.retrying(why, after);
        }

        @Override
        public void notice(String text) {
            progress.notice(text);
        }

        @Override
        public void finished(String what, long size, long fetched) {
            progress.finished(what, size, fetched);
        }
    }
}
