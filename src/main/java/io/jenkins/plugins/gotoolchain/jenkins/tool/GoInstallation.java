package io.jenkins.plugins.gotoolchain.jenkins.tool;

import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.Extension;
import hudson.Util;
import hudson.model.EnvironmentSpecific;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.slaves.NodeSpecific;
import hudson.tools.ToolDescriptor;
import hudson.tools.ToolInstallation;
import hudson.tools.ToolInstaller;
import hudson.tools.ToolProperty;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import io.jenkins.plugins.gotoolchain.environment.GoEnvironment;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.EnvironmentSettings;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.VersionChoice;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import io.jenkins.plugins.gotoolchain.jenkins.provisioning.CurrentBuild;
import io.jenkins.plugins.gotoolchain.pins.Pins;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A Go that builds ask for by name. One with nothing but a name is the version of that name. */
public final class GoInstallation extends ToolInstallation
        implements NodeSpecific<GoInstallation>, EnvironmentSpecific<GoInstallation> {

    private static final long serialVersionUID = 1L;

    private String version;

    /** Whether nobody configured it. */
    private transient boolean released;

    /** What a build gets with it; null until its home on a node was looked at there. */
    @SuppressFBWarnings(
            value = "SE_TRANSIENT_FIELD_NOT_RESTORED",
            justification = "what was saved is on no node: it has to be looked at again")
    private transient GoEnvironment environment;

    @DataBoundConstructor
    public GoInstallation(String name, String home, List<? extends ToolProperty<?>> properties) {
        super(Util.fixEmptyAndTrim(name), Util.fixEmptyAndTrim(home), properties);
    }

    private GoInstallation(GoInstallation from, String home, GoEnvironment environment) {
        super(from.getName(), home, from.getProperties());
        this.version = from.version;
        this.environment = environment;
    }

    /** One that nobody configured. */
    static GoInstallation released(String name) {
        GoInstallation installation = new GoInstallation(name, null, null);
        installation.released = true;
        return installation;
    }

    /** The version or selector; null where the name is one. */
    public String getVersion() {
        return version;
    }

    @DataBoundSetter
    public void setVersion(String version) {
        this.version = Util.fixEmptyAndTrim(version);
    }

    /** What is installed where neither a home nor an installer says otherwise. */
    public String selector() {
        return version == null ? getName() : version;
    }

    /** Whether it says nothing about how to come by it, so that its version is installed. */
    public boolean isByVersion() {
        return getHome() == null && getProperties().isEmpty();
    }

    /** @throws AbortException where there is none that is proven: never another one in its place */
    @Override
    public GoInstallation forNode(@NonNull Node node, TaskListener log) throws IOException, InterruptedException {
        return forNode(node, log, null);
    }

    /**
     * The same for a build whose workspace has a list of pins.
     *
     * @param list beside which nothing is accepted; null for none
     */
    public GoInstallation forNode(@NonNull Node node, TaskListener log, Pins list)
            throws IOException, InterruptedException {
        ProvisionOutcome outcome = new InstallationHome(this, node, log, list).provide();
        try {
            return new GoInstallation(this, outcome.home(), GoEnvironment.of(
                    outcome.receipt().version(),
                    outcome.home(),
                    outcome.platform().isWindows(),
                    EnvironmentSettings.of(CurrentBuild.on(node, log), node).settings()));
        } catch (ConfigurationException e) {
            throw new AbortException(e.getMessage());
        }
    }

    /** Where Jenkins' own means lead to: a tool location of the node, an installer, or the home as it is configured. */
    String translated(Node node, TaskListener log) throws IOException, InterruptedException {
        return translateFor(node, log);
    }

    /** A home that was looked at stays as it is: no variable of a build leads elsewhere. */
    @Override
    public GoInstallation forEnvironment(EnvVars environment) {
        boolean looked = this.environment != null;
        return looked || getHome() == null ? this : new GoInstallation(this, environment.expand(getHome()), null);
    }

    @Override
    public void buildEnvVars(EnvVars environment) {
        if (this.environment != null) {
            BuildEnvironment.put(this.environment, environment);
        }
    }

    /** Keeps what is configured, and knows what may be asked for besides. */
    @Extension(ordinal = 1) // before the dormant plugin "golang", see OldGoPluginMonitor
    @Symbol({"go", "goTool"})
    public static final class DescriptorImpl extends ToolDescriptor<GoInstallation> {

        public DescriptorImpl() {
            load();
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.GoInstallation_displayName();
        }

        /** What is configured and, where that is allowed, every released version that is not. */
        @Override
        public GoInstallation[] getInstallations() {
            return ReleasedInstallations.join(getConfiguredInstallations());
        }

        /** What the page and the configuration as code show. */
        public GoInstallation[] getConfiguredInstallations() {
            return super.getInstallations();
        }

        /** Those that nobody configured stay so: scripts hand back what {@link #getInstallations} gave them. */
        @Override
        public void setInstallations(GoInstallation... installations) {
            List<GoInstallation> configured = new ArrayList<>();
            for (GoInstallation one : installations) {
                if (!one.released) {
                    configured.add(one);
                }
            }
            super.setInstallations(configured.toArray(new GoInstallation[0]));
            save();
        }

        /** Null: {@link GoInstallationsPage} shows and keeps what was configured only. */
        @Override
        public String getGlobalConfigPage() {
            return null;
        }

        @Override
        public List<? extends ToolInstaller> getDefaultInstallers() {
            return List.of();
        }

        @POST
        public ComboBoxModel doFillVersionItems() {
            return VersionChoice.items();
        }

        @POST
        public FormValidation doCheckVersion(@QueryParameter String value) {
            return VersionChoice.judge(value);
        }
    }
}
