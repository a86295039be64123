package io.jenkins.plugins.gotoolchain;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

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
    }
}
