package io.jenkins.plugins.gotoolchain.jenkins.strict;

/** What goStrict does about a Go that is not the one provided. */
public enum StrictReaction {
    /** The build fails, and what runs in the block is stopped at once. */
    FAIL,
    /** The build goes on and is unstable. */
    UNSTABLE;

    /** For a form. */
    public String getDisplayName() {
        return this == FAIL ? Messages.StrictReaction_FAIL() : Messages.StrictReaction_UNSTABLE();
    }
}
