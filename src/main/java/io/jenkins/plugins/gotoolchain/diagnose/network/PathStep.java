package io.jenkins.plugins.gotoolchain.diagnose.network;

import java.io.Serializable;

/**
 * One decision on the way to a verdict.
 *
 * @param detail what was seen, in English, printable; may be empty
 * @param millis that it took; -1 where it was not measured
 */
public record PathStep(Name name, State state, String detail, long millis) implements Serializable {

    /** In the order in which they are taken. */
    public enum Name { PROXY, NAME, CONNECTION, TUNNEL, CERTIFICATE, ANSWER, INDEX, BYTES }

    /** How it went; {@code SKIPPED} where an earlier one failed. */
    public enum State { OK, NOTE, FAILED, SKIPPED }
}
