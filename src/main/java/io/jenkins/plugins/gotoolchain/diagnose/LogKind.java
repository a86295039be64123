package io.jenkins.plugins.gotoolchain.diagnose;

/** What a line of a build's log tells. */
public enum LogKind {
    /** The go command fetches, or would fetch, another toolchain than the one that runs. */
    FETCHES_TOOLCHAIN,
    /** A script fetches a Go of its own. */
    FETCHES_GO,
    /** Something wanted to run go, and there was none. */
    NO_GO
}
