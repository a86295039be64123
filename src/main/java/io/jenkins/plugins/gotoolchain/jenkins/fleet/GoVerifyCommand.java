package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.Extension;

/** {@code go-verify VERSION --all}: reads every byte on nodes. */
@Extension
public final class GoVerifyCommand extends VersionsCommand {

    public GoVerifyCommand() {
        super(FleetAct.VERIFY);
    }

    @Override
    public String getShortDescription() {
        return Messages.GoVerifyCommand_shortDescription();
    }
}
