package io.jenkins.plugins.gotoolchain.provision;

import java.io.Serializable;

/**
 * What the time of an installation went into, in milliseconds.
 *
 * @param download from the first request for the archive to its last byte, waiting and trying again included
 * @param verify looking at what is there, and proving what is not
 * @param unpack writing the tree, with its digests where they are taken in the same pass
 */
public record Spent(long download, long verify, long unpack) implements Serializable {

    /** Nothing but a look at what is there. */
    public static Spent looking(long millis) {
        return new Spent(0, millis, 0);
    }

    /** @param start of {@link System#nanoTime} */
    public static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
