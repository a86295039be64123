package io.jenkins.plugins.gotoolchain;

import hudson.remoting.ChannelClosedException;
import hudson.remoting.RequestAbortedException;

/** Tells that the connection to a node was lost from all that can go wrong on the node. */
final class LostConnection {

    private LostConnection() {}

    /** Whether it is the reason, however deep. */
    static boolean isBehind(Throwable thrown) {
        Throwable one = thrown;
        for (int depth = 0; one != null && depth < 20; depth++) {
            if (one instanceof ChannelClosedException || one instanceof RequestAbortedException) {
                return true;
            }
            one = one.getCause();
        }
        return false;
    }
}
