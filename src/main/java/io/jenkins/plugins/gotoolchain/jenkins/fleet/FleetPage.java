package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Api;
import hudson.model.ManagementLink;
import hudson.security.Permission;
import hudson.util.HttpResponses;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** All toolchains of all nodes: {@code manage/go-fleet/}, and {@code manage/go-fleet/api/json}. */
@Extension
public final class FleetPage extends ManagementLink {

    @Override
    public String getIconFileName() {
        return "symbol-cube";
    }

    @Override
    public String getDisplayName() {
        return Messages.FleetPage_displayName();
    }

    @Override
    public String getDescription() {
        return Messages.FleetPage_description();
    }

    @Override
    public String getUrlName() {
        return "go-fleet";
    }

    @NonNull
    @Override
    public Permission getRequiredPermission() {
        return Jenkins.SYSTEM_READ;
    }

    @NonNull
    @Override
    public Category getCategory() {
        return Category.STATUS;
    }

    /** What a request asks for. */
    public FleetView getView(StaplerRequest2 request) {
        Jenkins.get().checkPermission(Jenkins.SYSTEM_READ);
        return FleetView.of(request);
    }

    /** What a request wants to be done, for its confirmation. */
    public FleetChange getChange(StaplerRequest2 request) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return FleetChange.of(request);
    }

    /** Of {@link #getView}, with the same parameters. */
    public Api getApi(StaplerRequest2 request) {
        return new Api(getView(request));
    }

    /** Begins what a request wants, in the background. */
    @POST
    public HttpResponse doRun(StaplerRequest2 request) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        FleetChange change = FleetChange.of(request);
        if (change.getProblem() != null) {
            return HttpResponses.errorWithoutStack(400, change.getProblem());
        }
        change.start();
        return HttpResponses.redirectTo(".");
    }
}
