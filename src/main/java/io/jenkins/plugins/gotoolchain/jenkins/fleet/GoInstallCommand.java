package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.Extension;

/** {@code go-install VERSION --all}: installs on nodes, and waits until it is done. */
@Extension
public final class GoInstallCommand extends VersionsCommand {

    public GoInstallCommand() {
        super(FleetAct.INSTALL);
    }

    @Override
    public String getShortDescription() {
        return Messages.GoInstallCommand_shortDescription();
    }
}
