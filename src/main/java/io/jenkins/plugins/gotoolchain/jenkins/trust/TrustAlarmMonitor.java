package io.jenkins.plugins.gotoolchain.jenkins.trust;

import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import hudson.util.HttpResponses;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Shows what did not agree until an administrator says that it was seen. */
@Extension
public final class TrustAlarmMonitor extends AdministrativeMonitor {

    @Override
    public String getDisplayName() {
        return Messages.TrustAlarmMonitor_displayName();
    }

    @Override
    public boolean isActivated() {
        return !getOpen().isEmpty();
    }

    @Override
    public boolean isSecurity() {
        return true;
    }

    /** For the page: those that nobody has seen. */
    public List<TrustAlarm> getOpen() {
        return TrustAlarms.get().open();
    }

    /** For the page: all that are kept. */
    public List<TrustAlarm> getAll() {
        return TrustAlarms.get().all();
    }

    /** That somebody has seen it. */
    @POST
    public HttpResponse doSeen(@QueryParameter String id) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        TrustAlarms.get().seen(id, Jenkins.getAuthentication2().getName());
        return HttpResponses.redirectTo(".");
    }

    /** That the bytes which were verified first are not the right ones: those of the next node will count. */
    @POST
    public HttpResponse doForget(@QueryParameter String id) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        TrustAlarm alarm = TrustAlarms.get().find(id);
        if (alarm != null) {
            FirstBytes.get().forget(alarm.getAbout());
        }
        return doSeen(id);
    }
}
