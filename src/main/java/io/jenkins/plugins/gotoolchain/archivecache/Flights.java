package io.jenkins.plugins.gotoolchain.archivecache;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work that many ask for and that is done once: who asks while it is done is told so. A failure is everybody's for some
 * seconds, so that a thousand who ask do not make a thousand attempts.
 *
 * @param <T> what comes of it
 */
final class Flights<T> {

    private final ExecutorService threads;
    private final long failureNanos;
    private final Map<String, Flight<T>> flying = new ConcurrentHashMap<>();

    private static final class Flight<T> {
        private final FutureTask<T> task;
        private final long begun = System.nanoTime();
        private volatile long ended;

        Flight(Callable<T> work) {
            task = new FutureTask<>(work) {
                @Override
                protected void done() {
                    ended = System.nanoTime();
                }
            };
        }
    }

    /** @param most at a time; others wait for their turn, and are not yet begun */
    Flights(String name, int most, long failureMillis) {
        failureNanos = TimeUnit.MILLISECONDS.toNanos(failureMillis);
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most, most, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        threads = pool;
    }

    /**
     * What comes of it; null where it is still being done, after a wait.
     *
     * @throws IOException what the work threw
     */
    T ask(String key, Callable<T> work, long waitMillis) throws IOException, InterruptedException {
        return ask(key, work, waitMillis, waitMillis);
    }

    /** As {@link #ask(String, Callable, long)}. @param othersMillis how long those wait who did not begin it */
    T ask(String key, Callable<T> work, long waitMillis, long othersMillis) throws IOException, InterruptedException {
        Flight<T> fresh = new Flight<>(work);
        Flight<T> flight = flying.compute(key, (same, before) -> isOver(before) ? begun(fresh) : before);
        try {
            T result = flight.task.get(flight == fresh ? waitMillis : othersMillis, TimeUnit.MILLISECONDS);
            flying.remove(key, flight);
            return result;
        } catch (TimeoutException e) {
            return null;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException known) {
                throw known;
            }
            throw new IOException(String.valueOf(e.getCause()), e.getCause());
        }
    }

    /** For how long it has been done, in milliseconds; 0 where it is not. */
    long millis(String key) {
        Flight<T> flight = flying.get(key);
        return flight == null ? 0 : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - flight.begun);
    }

    /** Also one whose result nobody came for. */
    private boolean isOver(Flight<T> before) {
        return before == null || before.task.isDone() && System.nanoTime() - before.ended > failureNanos;
    }

    private Flight<T> begun(Flight<T> flight) {
        threads.execute(flight.task);
        return flight;
    }

    /** Interrupts what is being done. */
    void close() {
        threads.shutdownNow();
    }
}
