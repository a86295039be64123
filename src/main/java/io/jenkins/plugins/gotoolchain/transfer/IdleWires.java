package io.jenkins.plugins.gotoolchain.transfer;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Connections that have done their work and may be asked once more: at most one for each origin, and none for longer
 * than a few seconds. A handshake costs more than a small document.
 */
final class IdleWires {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Ticker ticker;
    private final Map<String, Idle> byOrigin = new HashMap<>();

    private record Idle(Wire wire, StallGuard guard, long until) {}

    IdleWires(Ticker ticker) {
        this.ticker = ticker;
    }

    /** @return null if there is none that could still be good */
    Wire take(String origin, StallGuard guard) throws IOException {
        Idle idle;
        synchronized (this) {
            idle = byOrigin.remove(origin);
        }
        if (idle == null) {
            return null;
        }
        idle.guard.close();
        // Its guard closes it too, but in its own time.
        if (ticker.nanos() - idle.until >= 0 || !idle.wire.isQuiet()) {
            idle.wire.close();
            return null;
        }
        guard.watch(idle.wire);
        return idle.wire;
    }

    void keep(String origin, Wire wire) throws IOException {
        long until = ticker.nanos() + LONGEST.toNanos();
        StallGuard guard = new StallGuard(ticker, LONGEST, until);
        guard.watch(wire);
        Idle before;
        synchronized (this) {
            before = byOrigin.put(origin, new Idle(wire, guard, until));
        }
        if (before != null) {
            before.guard.close();
            before.wire.close();
        }
    }
}
