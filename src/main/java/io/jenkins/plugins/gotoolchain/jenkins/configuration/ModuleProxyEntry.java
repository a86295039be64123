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

/** A Go module proxy, or a GOPROXY list of them. */
public final class ModuleProxyEntry extends GoSource {

    private final String url;
    private String credentialsId;

    @DataBoundConstructor
    public ModuleProxyEntry(String url) {
        this.url = Util.fixNull(url).trim();
    }

    public String getUrl() {
        return url;
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
        return SourceCredentials.apply(SourceSpec.moduleProxy(url), credentialsId);
    }

    @Extension
    @Symbol("moduleProxy")
    public static final class DescriptorImpl extends GoSourceDescriptor {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.ModuleProxyEntry_displayName();
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String url, @QueryParameter String credentialsId) {
            return SourceLogins.forUrl(url, credentialsId);
        }

        @POST
        public FormValidation doCheckUrl(@QueryParameter String value) {
            return Checks.of(value, text -> new ModuleProxyEntry(text).spec());
        }

        /** Connects to the source, for administrators only. */
        @POST
        public FormValidation doTest(@QueryParameter String url, @QueryParameter String credentialsId) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return SourceTrial.ask(() -> {
                ModuleProxyEntry entry = new ModuleProxyEntry(url);
                entry.setCredentialsId(credentialsId);
                return entry.spec();
            });
        }
    }
}
