package io.jenkins.plugins.gotoolchain.jenkins.oldplugin;

import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import hudson.util.HttpResponses;
import io.jenkins.plugins.gotoolchain.jenkins.tool.GoInstallation;
import io.jenkins.plugins.gotoolchain.jenkins.tool.OldGoPlugin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.verb.POST;

/** Says what goes on where the dormant plugin "golang" is active too, and takes its installations over on request. */
@Extension
public final class OldGoPluginMonitor extends AdministrativeMonitor {

    @Override
    public String getDisplayName() {
        return Messages.OldGoPluginMonitor_displayName();
    }

    @Override
    public boolean isActivated() {
        return OldGoPlugin.isActive();
    }

    /** For the page. */
    public List<OldGoInstallation> getInstallations() {
        return OldGoInstallation.all();
    }

    /** How many could be taken over now. */
    public int getReady() {
        return (int) getInstallations().stream().filter(one -> one.getState() == OldGoInstallation.State.READY).count();
    }

    /** Copies: the old plugin keeps what it has, since Declarative Pipelines ask it as long as it is active. */
    @POST
    public HttpResponse doTakeOver() throws IOException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        GoInstallation.DescriptorImpl tool = Jenkins.get().getDescriptorByType(GoInstallation.DescriptorImpl.class);
        List<GoInstallation> mine = new ArrayList<>(List.of(tool.getConfiguredInstallations()));
        Set<String> taken = new TreeSet<>();
        for (OldGoInstallation one : getInstallations()) {
            if (one.getState() == OldGoInstallation.State.READY && taken.add(one.getName())) {
                mine.add(one.mine());
            } else if (one.getState() == OldGoInstallation.State.TAKEN) {
                taken.add(one.getName());
            }
        }
        tool.setInstallations(mine.toArray(new GoInstallation[0]));
        new OldGoLocations().takeOver(taken);
        return HttpResponses.redirectTo(".");
    }
}
