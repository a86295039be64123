package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** How much a node keeps. What is in use, and what a build just asked for, always stays. */
public final class StoreLimits extends AbstractDescribableImpl<StoreLimits> {

    private int keep;
    private int unusedForDays;
    private int maxGibibytes;
    private int maxToolchains;

    @DataBoundConstructor
    public StoreLimits() {}

    /** The so many that were used last stay, whatever the other limits say; 0 for none. */
    public int getKeep() {
        return keep;
    }

    @DataBoundSetter
    public void setKeep(int keep) {
        this.keep = Math.max(0, keep);
    }

    /** What was not used for so many days goes; 0 for no such limit. */
    public int getUnusedForDays() {
        return unusedForDays;
    }

    @DataBoundSetter
    public void setUnusedForDays(int unusedForDays) {
        this.unusedForDays = Math.max(0, unusedForDays);
    }

    /** While all take more, the one that was used longest ago goes; 0 for no such limit. */
    public int getMaxGibibytes() {
        return maxGibibytes;
    }

    @DataBoundSetter
    public void setMaxGibibytes(int maxGibibytes) {
        this.maxGibibytes = Math.max(0, maxGibibytes);
    }

    /** While there are more of them, the one that was used longest ago goes; 0 for no such limit. */
    public int getMaxToolchains() {
        return maxToolchains;
    }

    @DataBoundSetter
    public void setMaxToolchains(int maxToolchains) {
        this.maxToolchains = Math.max(0, maxToolchains);
    }

    /** Whether anything may go by these. */
    public boolean sendsAny() {
        return unusedForDays > 0 || maxGibibytes > 0 || maxToolchains > 0;
    }

    boolean saysNothing() {
        return keep == 0 && !sendsAny();
    }

    @Extension
    public static final class DescriptorImpl extends Descriptor<StoreLimits> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.StoreLimits_displayName();
        }
    }
}
