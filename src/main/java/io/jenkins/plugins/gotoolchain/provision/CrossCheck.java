package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.source.Elsewhere;
import io.jenkins.plugins.gotoolchain.source.Offer;
import io.jenkins.plugins.gotoolchain.source.Sources;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks others what the digest of an archive is, while the archive is downloaded from its own source. What they say is
 * waited for a moment longer than that, not more: whoever is away must not hold up an installation that is proven
 * without them.
 */
final class CrossCheck implements AutoCloseable {

    /** How much longer than the download, in milliseconds. */
    private static final long PATIENCE = 5000;

    private final FutureTask<Elsewhere> question;
    private final Thread thread;

    private CrossCheck(FutureTask<Elsewhere> question, Thread thread) {
        this.question = question;
        this.thread = thread;
    }

    /** For what is held against something else. */
    static CrossCheck none() {
        return known(Elsewhere.NOBODY);
    }

    /** What they say is known already. */
    static CrossCheck known(Elsewhere answer) {
        FutureTask<Elsewhere> task = new FutureTask<>(() -> answer);
        task.run();
        return new CrossCheck(task, null);
    }

    /** Begins to ask. */
    static CrossCheck begin(Sources sources, Offer offer) {
        FutureTask<Elsewhere> task = new FutureTask<>(() -> sources.elsewhere(offer));
        Thread thread = new Thread(task, "cross-check of " + offer.archive().fileName());
        thread.setDaemon(true);
        thread.start();
        return new CrossCheck(task, thread);
    }

    Elsewhere answer() throws InterruptedException {
        return answer(PATIENCE);
    }

    /** @param patience in milliseconds */
    Elsewhere answer(long patience) throws InterruptedException {
        try {
            return question.get(patience, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Elsewhere(List.of(), List.of("the other sources: no answer in time"));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException ours) {
                throw ours;
            }
            return new Elsewhere(List.of(), List.of("the other sources: " + e.getCause().getMessage()));
        }
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
