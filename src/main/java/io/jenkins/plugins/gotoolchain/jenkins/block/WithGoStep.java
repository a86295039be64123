package io.jenkins.plugins.gotoolchain.jenkins.block;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernameCredentials;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Node;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.queue.Tasks;
import hudson.security.ACL;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.gotoolchain.environment.SettingOrigins;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.gocache.CacheSharing;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.EnvironmentSettings;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoEnvironmentSettings;
import io.jenkins.plugins.gotoolchain.jenkins.tool.VersionField;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code withGo('1.24.1') { }}: a block with a verified Go on its path. */
public final class WithGoStep extends Step implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String version;
    private final GoEnvironmentSettings environment = new GoEnvironmentSettings();
    private String credentialsId;
    private String toolchain;
    private String cache;
    private boolean verifyModules;

    /** @param version null or blank where the workspace or the configuration says it; Declarative demands it */
    @DataBoundConstructor
    public WithGoStep(String version) {
        this.version = Util.fixEmptyAndTrim(version);
    }

    /** A version, a selector, a file of the workspace, or the name of a configured installation; null for none. */
    public String getVersion() {
        return version;
    }

    public String getGoproxy() {
        return environment.getGoproxy();
    }

    @DataBoundSetter
    public void setGoproxy(String goproxy) {
        environment.setGoproxy(goproxy);
    }

    public String getGoprivate() {
        return environment.getGoprivate();
    }

    @DataBoundSetter
    public void setGoprivate(String goprivate) {
        environment.setGoprivate(goprivate);
    }

    public String getGonoproxy() {
        return environment.getGonoproxy();
    }

    @DataBoundSetter
    public void setGonoproxy(String gonoproxy) {
        environment.setGonoproxy(gonoproxy);
    }

    public String getGosumdb() {
        return environment.getGosumdb();
    }

    @DataBoundSetter
    public void setGosumdb(String gosumdb) {
        environment.setGosumdb(gosumdb);
    }

    public String getGonosumdb() {
        return environment.getGonosumdb();
    }

    @DataBoundSetter
    public void setGonosumdb(String gonosumdb) {
        environment.setGonosumdb(gonosumdb);
    }

    public String getGoinsecure() {
        return environment.getGoinsecure();
    }

    @DataBoundSetter
    public void setGoinsecure(String goinsecure) {
        environment.setGoinsecure(goinsecure);
    }

    public String getGovcs() {
        return environment.getGovcs();
    }

    @DataBoundSetter
    public void setGovcs(String govcs) {
        environment.setGovcs(govcs);
    }

    public String getGoflags() {
        return environment.getGoflags();
    }

    @DataBoundSetter
    public void setGoflags(String goflags) {
        environment.setGoflags(goflags);
    }

    /** A user name with a password, for the proxies and the private hosts, or with a private key, for ssh to the private hosts. */
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    /** GOTOOLCHAIN; null for {@code local}. */
    public String getToolchain() {
        return toolchain;
    }

    @DataBoundSetter
    public void setToolchain(String toolchain) {
        this.toolchain = Util.fixEmptyAndTrim(toolchain);
    }

    /** {@code node}, {@code job}, {@code none}, {@code read-only} or {@code go}; null for what is configured. */
    public String getCache() {
        return cache;
    }

    @DataBoundSetter
    public void setCache(String cache) {
        this.cache = Util.fixEmptyAndTrim(cache);
    }

    /** Whether {@code go mod verify} comes before the first step. */
    public boolean isVerifyModules() {
        return verifyModules;
    }

    @DataBoundSetter
    public void setVerifyModules(boolean verifyModules) {
        this.verifyModules = verifyModules;
    }

    /** @throws ConfigurationException where a value is one that Go would refuse or misread */
    SettingOrigins settings() throws ConfigurationException {
        return EnvironmentSettings.of("this step", environment);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new WithGoExecution(context, this);
    }

    /** The step in the snippet generator. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {

        @Override
        public String getFunctionName() {
            return "withGo";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.WithGoStep_displayName();
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, Node.class, FilePath.class, Launcher.class, TaskListener.class);
        }

        @Override
        public String argumentsToString(@NonNull Map<String, Object> namedArgs) {
            return namedArgs.get("version") instanceof String version ? version : null;
        }

        @POST
        public ComboBoxModel doFillVersionItems(@AncestorInPath Item item) {
            return VersionField.items(item);
        }

        @POST
        public FormValidation doCheckVersion(@AncestorInPath Item item, @QueryParameter String value) {
            return VersionField.check(item, value);
        }

        @POST
        public ListBoxModel doFillCacheItems() {
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.WithGoStep_cache_default(), "");
            for (CacheSharing one : CacheSharing.values()) {
                items.add(one.label());
            }
            return items;
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
            StandardListBoxModel model = new StandardListBoxModel();
            if (!mayUseCredentials(item)) {
                return model.includeCurrentValue(credentialsId);
            }
            return model.includeEmptyValue()
                    .includeMatchingAs(
                            item instanceof Queue.Task task ? Tasks.getAuthenticationOf2(task) : ACL.SYSTEM2,
                            item, StandardUsernameCredentials.class, List.of(), CredentialsMatchers.always())
                    .includeCurrentValue(credentialsId);
        }

        private static boolean mayUseCredentials(Item item) {
            return item == null
                    ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                    : item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(CredentialsProvider.USE_ITEM);
        }
    }
}
