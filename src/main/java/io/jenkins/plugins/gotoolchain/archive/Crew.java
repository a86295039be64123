package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;

/**
 * A few threads on one piece of work, the caller's among them. The first failure stops them all and is the one that
 * surfaces; all have ended when {@link #run} returns.
 */
final class Crew {

    /** What one thread does, looking at {@link Crew#stopped()} often. */
    interface Work {

        /** @param number 0 for the caller's own thread */
        void run(int number) throws VerificationException, StoreException, InterruptedException;
    }

    private final Thread[] threads;
    private final Runnable onStop;
    private volatile Throwable failure;

    /** @param onStop wakes those that wait for each other; called once or more, from any thread */
    Crew(int helpers, Runnable onStop) {
        threads = new Thread[helpers];
        this.onStop = onStop;
    }

    boolean stopped() {
        return failure != null;
    }

    void run(Work work) throws VerificationException, StoreException, InterruptedException {
        for (int i = 0; i < threads.length; i++) {
            int number = i + 1;
            Thread thread = new Thread(() -> attempt(work, number), "unpack-" + number);
            thread.setDaemon(true);
            thread.start();
            threads[i] = thread;
        }
        attempt(work, 0);
        for (Thread thread : threads) {
            join(thread);
        }
        if (failure == null && Thread.currentThread().isInterrupted()) {
            fail(new InterruptedException());
        }
        surface();
    }

    private void join(Thread thread) {
        while (true) {
            try {
                thread.join();
                return;
            } catch (InterruptedException e) {
                fail(e);
            }
        }
    }

    private void attempt(Work work, int number) {
        try {
            work.run(number);
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void fail(Throwable e) {
        synchronized (this) {
            if (failure == null) {
                failure = e;
            }
        }
        for (Thread thread : threads) {
            if (thread != null) {
                thread.interrupt();
            }
        }
        onStop.run();
    }

    private void surface() throws VerificationException, StoreException, InterruptedException {
        if (failure instanceof VerificationException e) {
            throw e;
        }
        if (failure instanceof StoreException e) {
            throw e;
        }
        if (failure instanceof InterruptedException) {
            Thread.interrupted();
            throw new InterruptedException("unpacking was interrupted");
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }
}
