package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.source.SourceKind;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import java.util.List;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A folder of archives with their digests, on each agent under the same path. */
public final class FolderEntry extends GoSource {

    private final String path;
    private boolean trustDigests;

    @DataBoundConstructor
    public FolderEntry(String path) {
        this.path = Util.fixNull(path).trim();
    }

    public String getPath() {
        return path;
    }

    public boolean isTrustDigests() {
        return trustDigests;
    }

    @DataBoundSetter
    public void setTrustDigests(boolean trustDigests) {
        this.trustDigests = trustDigests;
    }

    @Override
    SourceSpec spec() throws ConfigurationException {
        NodePath.check(path);
        return new SourceSpec(SourceKind.ARCHIVE_FOLDER, path, trustDigests, List.of());
    }

    @Extension
    @Symbol("folder")
    public static final class DescriptorImpl extends GoSourceDescriptor {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.FolderEntry_displayName();
        }

        @POST
        public FormValidation doCheckPath(@QueryParameter String value) {
            return Checks.of(value, NodePath::check);
        }
    }
}
