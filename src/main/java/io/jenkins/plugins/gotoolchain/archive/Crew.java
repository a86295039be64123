package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;

/**
 * A few threads on one piece of work, the caller's among them. The first failure stops them all and is the one that
 * surfaces; all have ended when {@link #run} returns.
 */
final class Crew {

    /** What each thread does: it looks at {@link Crew#stopped()} often, and is interrupted as well. */
    interface Work {
        void run() throws VerificationException, StoreException, InterruptedException;
    }

    private final Thread[] threads;
    private volatile Throwable failure;

    Crew(int helpers) {
        threads = new Thread[helpers];
    }

    boolean stopped() {
        return failure != null;
    }

    void run(String name, Work own, Work help) throws VerificationException, StoreException, InterruptedException {
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> attempt(help), name + '-' + (i + 1));
            threads[i].setDaemon(true);
            threads[i].start();
        }
        attempt(own);
        boolean interrupted = false;
        for (Thread thread : threads) {
            if (stopped()) {
                thread.interrupt();
            }
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    fail(e);
                    for (Thread other : threads) {
                        other.interrupt();
                    }
                }
            }
        }
        if (interrupted && !(failure instanceof InterruptedException)) {
            Thread.currentThread().interrupt();
        }
        surface();
    }

    private void attempt(Work work) {
        try {
            work.run();
        } catch (Throwable e) {
            fail(e);
        }
    }

    private synchronized void fail(Throwable e) {
        if (failure == null) {
            failure = e;
        }
    }

    private void surface() throws VerificationException, StoreException, InterruptedException {
        if (failure instanceof VerificationException e) {
            throw e;
        }
        if (failure instanceof StoreException e) {
            throw e;
        }
        if (failure instanceof InterruptedException) {
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
