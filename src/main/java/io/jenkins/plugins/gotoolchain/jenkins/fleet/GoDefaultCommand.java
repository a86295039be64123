package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.AbortException;
import hudson.Extension;
import hudson.cli.CLICommand;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.version.VersionSelector;
import jenkins.model.Jenkins;
import org.kohsuke.args4j.Argument;

/** {@code go-default [VERSION]}: says or sets which version builds get that name none. */
@Extension
public final class GoDefaultCommand extends CLICommand {

    @Argument(metaVar = "VERSION", usage = "1.24.1, 1.24.x or stable; nothing to say which one it is; none for none")
    String version;

    @Override
    public String getShortDescription() {
        return Messages.GoDefaultCommand_shortDescription();
    }

    @Override
    protected int run() throws Exception {
        GoToolchainConfiguration configuration = GoToolchainConfiguration.get();
        if (version == null) {
            Jenkins.get().checkPermission(Jenkins.SYSTEM_READ);
            stdout.println(configuration.getDefaultVersion() == null ? "none" : configuration.getDefaultVersion());
            return 0;
        }
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        if (version.equals("none")) {
            configuration.setDefaultVersion(null);
            return 0;
        }
        try {
            VersionSelector.parse(version);
        } catch (VersionException e) {
            throw new AbortException(e.getMessage());
        }
        configuration.setDefaultVersion(version);
        return 0;
    }
}
