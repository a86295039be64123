package io.jenkins.plugins.gotoolchain.jenkins.configuration;

/** What to do with a tool location that was given for a node and has no receipt of ours. */
public enum UnreceiptedLocation {
    /** The build fails. */
    REFUSE,
    /** Its files are held against the toolchain that the sources prove; the build fails where they differ. */
    CHECK,
    /** It is used, and the build's log and record say that nothing proves it. */
    ACCEPT
}
