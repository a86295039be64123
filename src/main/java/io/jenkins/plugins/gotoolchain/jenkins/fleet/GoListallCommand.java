package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import hudson.Extension;
import hudson.cli.CLICommand;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.KnownReleases;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.SupportedReleases;
import java.util.Collection;
import jenkins.model.Jenkins;

/** {@code go-listall}: the versions that are known, newest first, with those that Go still supports. */
@Extension
public final class GoListallCommand extends CLICommand {

    @Override
    public String getShortDescription() {
        return Messages.GoListallCommand_shortDescription();
    }

    @Override
    protected int run() {
        Jenkins.get().checkPermission(Jenkins.SYSTEM_READ);
        Collection<GoVersion> known = KnownReleases.get().last();
        SupportedReleases supported = SupportedReleases.of(known);
        for (GoVersion version : known) {
            boolean still = !version.isPrerelease() && supported.supports(version.language());
            stdout.println(KnownReleases.inFull(version) + (still ? "\t" + Messages.GoListallCommand_supported() : ""));
        }
        return 0;
    }
}
