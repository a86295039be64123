package io.jenkins.plugins.gotoolchain.archivecache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How many have read something in the last seconds. Safe for use by several threads. */
final class RecentReaders {

    private static final long RECENT_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long SWEPT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Map<Object, Long> last = new ConcurrentHashMap<>();
    private final AtomicLong swept = new AtomicLong(System.nanoTime());

    /** @return how many there are with this one, which reads now */
    int with(Object reader) {
        long now = System.nanoTime();
        last.put(reader, now);
        long before = swept.get();
        if (now - before > SWEPT_NANOS && swept.compareAndSet(before, now)) {
            last.values().removeIf(at -> now - at > RECENT_NANOS);
        }
        return last.size();
    }
}
