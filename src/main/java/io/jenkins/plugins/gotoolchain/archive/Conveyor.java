package io.jenkins.plugins.gotoolchain.archive;

import java.util.ArrayDeque;

/**
 * Carries batches from one thread that fills them to a few that empty them; there are never more than so many. Each of
 * the takers has a belt of its own, since the pieces of a large file must come to one taker in order. Whoever waits when
 * all is stopped is interrupted.
 */
final class Conveyor {

    private final ArrayDeque<Batch> empty = new ArrayDeque<>();
    private final ArrayDeque<Batch>[] belts;
    private final long[] load;
    private final int size;
    private int toBeMade;
    private boolean ended;
    private boolean stopped;

    /**
     * @param batches how many there are at most
     * @param size of each, in bytes
     */
    @SuppressWarnings("unchecked")
    Conveyor(int takers, int batches, int size) {
        belts = new ArrayDeque[takers];
        for (int i = 0; i < takers; i++) {
            belts[i] = new ArrayDeque<>();
        }
        load = new long[takers];
        toBeMade = batches;
        this.size = size;
    }

    /** Waits for an empty batch. */
    synchronized Batch empty() throws InterruptedException {
        while (!stopped && empty.isEmpty() && toBeMade == 0) {
            wait();
        }
        goOn();
        if (empty.isEmpty()) {
            toBeMade--;
            return new Batch(size);
        }
        return empty.pop();
    }

    /**
     * Hands a batch over.
     *
     * @param taker which one must get it; -1 for the one that has least to do
     * @return which one got it
     */
    synchronized int send(Batch batch, int taker) {
        int to = taker;
        if (to < 0) {
            to = 0;
            for (int i = 1; i < belts.length; i++) {
                if (load[i] < load[to]) {
                    to = i;
                }
            }
        }
        belts[to].add(batch);
        load[to]++;
        notifyAll();
        return to;
    }

    /** Waits for a full batch. @return null where no more will come */
    synchronized Batch full(int taker) throws InterruptedException {
        while (!stopped && !ended && belts[taker].isEmpty()) {
            wait();
        }
        goOn();
        return belts[taker].poll();
    }

    synchronized void done(int taker, Batch batch) {
        load[taker]--;
        batch.clear();
        empty.push(batch);
        notifyAll();
    }

    /** No more will be sent. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Nobody waits any longer. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    private void goOn() throws InterruptedException {
        if (stopped) {
            throw new InterruptedException("another thread failed");
        }
    }
}
