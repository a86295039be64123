package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** How often every byte of what nodes have is read again, and how much of them that may take. */
public final class AuditSettings extends AbstractDescribableImpl<AuditSettings> {

    public static final int EVERY_HOURS = 24;
    public static final int MEBIBYTES_PER_SECOND = 50;
    public static final int MINUTES = 10;

    private int everyHours = EVERY_HOURS;
    private int mebibytesPerSecond = MEBIBYTES_PER_SECOND;
    private int minutes = MINUTES;

    @DataBoundConstructor
    public AuditSettings() {}

    /** A toolchain is read when that was last done so many hours ago; 0 for never. */
    public int getEveryHours() {
        return everyHours;
    }

    @DataBoundSetter
    public void setEveryHours(int everyHours) {
        this.everyHours = Math.max(0, everyHours);
    }

    /** How fast files are read on each node; 0 for as fast as they come. */
    public int getMebibytesPerSecond() {
        return mebibytesPerSecond;
    }

    @DataBoundSetter
    public void setMebibytesPerSecond(int mebibytesPerSecond) {
        this.mebibytesPerSecond = Math.max(0, mebibytesPerSecond);
    }

    /** After so many minutes no further toolchain is begun on a node; the next hour goes on with it. At least one. */
    public int getMinutes() {
        return minutes;
    }

    @DataBoundSetter
    public void setMinutes(int minutes) {
        this.minutes = Math.max(1, minutes);
    }

    boolean saysNothing() {
        return everyHours == EVERY_HOURS && mebibytesPerSecond == MEBIBYTES_PER_SECOND && minutes == MINUTES;
    }

    @Extension
    public static final class DescriptorImpl extends Descriptor<AuditSettings> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.AuditSettings_displayName();
        }
    }
}
