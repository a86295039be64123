package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.remoting.ChannelClosedException;

/** Tells that the connection to a node was lost from all that can go wrong on the node. */
final class LostConnection {

    /** Thrown, unchecked, where a call was under way. */
    private static final String ABORTED = "hudson.remoting.RequestAbortedException";

    private LostConnection() {}

    /** Whether it is the reason, however deep. */
    static boolean isBehind(Throwable thrown) {
        Throwable one = thrown;
        for (int depth = 0; one != null && depth < 20; depth++) {
            if (one instanceof ChannelClosedException || one.getClass().getName().equals(ABORTED)) {
                return true;
            }
            one = one.getCause();
        }
        return false;
    }
}
