package io.jenkins.plugins.gotoolchain.transfer;

import java.time.Duration;

/** Told how a transfer goes, by the thread that does it. Must return at once. */
public interface TransferProgress {

    TransferProgress SILENT = new TransferProgress() {};

    /**
     * An attempt has its answer and bytes begin to arrive.
     *
     * @param what the file, printable
     * @param offset the bytes that were here already
     * @param total all bytes of the file; -1 if nobody knows
     */
    default void started(String what, long offset, long total) {}

    /** @param bytesSoFar bytes of the file that are here, with those that were here before */
    default void advanced(long bytesSoFar) {}

    /** An attempt failed and another one follows after {@code after}. */
    default void retrying(String why, Duration after) {}

    /** Something that the user should know, such as waiting for another process. */
    default void notice(String text) {}

    /**
     * The file is here in whole.
     *
     * @param size its bytes
     * @param fetched those of them that crossed the wire now
     */
    default void finished(String what, long size, long fetched) {}
}
