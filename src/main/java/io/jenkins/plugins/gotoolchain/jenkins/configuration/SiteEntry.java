package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A download site with the layout of go.dev/dl, or a mirror of it. */
public final class SiteEntry extends GoSource {

    private final String url;
    private boolean trustDigests;
    private String credentialsId;

    @DataBoundConstructor
    public SiteEntry(String url) {
        this.url = Util.fixNull(url).trim();
    }

    public String getUrl() {
        return url;
    }

    public boolean isTrustDigests() {
        return trustDigests;
    }

    @DataBoundSetter
    public void setTrustDigests(boolean trustDigests) {
        this.trustDigests = trustDigests;
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    @Override
    SourceSpec spec() throws ConfigurationException {
        SourceSpec site = SourceSpec.site(url, trustDigests);
        return site.equals(SourceSpec.site(SourceSpec.GO_DOWNLOAD_SITE.address(), trustDigests))
                ? SourceSpec.GO_DOWNLOAD_SITE
                : SourceCredentials.apply(site, credentialsId);
    }

    @Extension
    @Symbol("site")
    public static final class DescriptorImpl extends GoSourceDescriptor {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.SiteEntry_displayName();
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String url, @QueryParameter String credentialsId) {
            return SourceLogins.forUrl(url, credentialsId);
        }

        @POST
        public FormValidation doCheckUrl(@QueryParameter String value) {
            return Checks.of(value, text -> new SiteEntry(text).spec());
        }

        /** Connects to the source, for administrators only. */
        @POST
        public FormValidation doTest(
                @QueryParameter String url,
                @QueryParameter boolean trustDigests,
                @QueryParameter String credentialsId) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return SourceTrial.ask(() -> {
                SiteEntry entry = new SiteEntry(url);
                entry.setCredentialsId(credentialsId);
                entry.setTrustDigests(trustDigests);
                return entry.spec();
            });
        }
    }
}
