package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.Extension;

/** {@code go-uninstall VERSION --all}: removes from nodes what is not in use. */
@Extension
public final class GoUninstallCommand extends VersionsCommand {

    public GoUninstallCommand() {
        super(FleetAct.REMOVE);
    }

    @Override
    public String getShortDescription() {
        return Messages.GoUninstallCommand_shortDescription();
    }
}
