package io.jenkins.plugins.gotoolchain.transfer;

import java.io.Serializable;
import java.util.List;

/**
 * One GET without retries, and what was seen on its way.
 *
 * @param hops the request, and those that its redirects led to
 * @param body its first bytes, as many as were asked to be kept
 * @param bytes of the body that came
 * @param length of the body as announced; -1 where nothing was
 * @param bodyMillis from the header of the answer to the last byte that came
 * @param quietMillis from that byte to the end of the watch, where it was not the last one wanted; else 0
 * @param dateSkewMillis how far this clock is ahead of the {@code Date} of the answer; 0 where there was none
 * @param trouble what ended it; null where it went well, whatever the status
 */
public record Observed(
        List<ObservedHop> hops, byte[] body, long bytes, long length, long bodyMillis, long quietMillis,
        long dateSkewMillis, ObservedTrouble trouble) implements Serializable {

    public Observed {
        hops = List.copyOf(hops);
    }

    /** The one that ended it. */
    public ObservedHop last() {
        return hops.get(hops.size() - 1);
    }

    /** Of the last answer; 0 where there was none. */
    public int status() {
        return last().status();
    }

    /** Of the last answer; null where it has no such header. @param name in lower case */
    public String header(String name) {
        return last().headers().get(name);
    }

    /** Bytes per second of the body; 0 where it was too short to tell. */
    public double rate() {
        return bytes < 16 * 1024 || bodyMillis <= 0 ? 0 : bytes * 1000.0 / bodyMillis;
    }
}
