package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.util.Optional;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A version that no build gets any more, and that goes from all nodes. */
public final class WithdrawnEntry extends AbstractDescribableImpl<WithdrawnEntry> {

    private final String version;
    private String reason;

    @DataBoundConstructor
    public WithdrawnEntry(String version) {
        this.version = Util.fixNull(version).trim();
    }

    public String getVersion() {
        return version;
    }

    /** Why, for those whose builds fail for it; null for nothing said. */
    public String getReason() {
        return reason;
    }

    @DataBoundSetter
    public void setReason(String reason) {
        this.reason = Util.fixEmptyAndTrim(reason);
    }

    /** Empty where it is none: then nothing is withdrawn, and the form says so. */
    public Optional<GoVersion> parsed() {
        try {
            return Optional.of(GoVersion.parse(version));
        } catch (VersionException e) {
            return Optional.empty();
        }
    }

    @Extension
    public static final class DescriptorImpl extends Descriptor<WithdrawnEntry> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.WithdrawnEntry_displayName();
        }

        @POST
        public FormValidation doCheckVersion(@QueryParameter String value) {
            return Checks.of(value, GoVersion::parse);
        }
    }
}
