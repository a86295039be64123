package io.jenkins.plugins.gotoolchain.jenkins.diagnosis;

import hudson.model.Api;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.diagnose.log.Cause;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.RunAction2;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What a failed build's log shows: a part of its page, a page of its own, and in its REST API. */
@ExportedBean(defaultVisibility = 2)
public final class GoCausesAction implements RunAction2 {

    private static final int MOST = 20;

    private final List<SeenCause> causes = new ArrayList<>();
    private transient Run<?, ?> run;

    GoCausesAction(List<Cause> found) {
        for (Cause one : found) {
            if (causes.size() < MOST) {
                causes.add(SeenCause.of(one));
            }
        }
    }

    /** Nearest to the root first. */
    @Exported
    public List<SeenCause> getCauses() {
        return causes == null ? List.of() : new ArrayList<>(causes);
    }

    /** For the part of the build's page: the one that is nearest to the root. */
    public SeenCause getFirst() {
        return getCauses().get(0);
    }

    /** For the page. */
    public Run<?, ?> getRun() {
        return run;
    }

    /** {@code api/json} under the page. */
    public Api getApi() {
        return new Api(this);
    }

    @Override
    public void onAttached(Run<?, ?> run) {
        this.run = run;
    }

    @Override
    public void onLoad(Run<?, ?> run) {
        this.run = run;
    }

    @Override
    public String getIconFileName() {
        return "symbol-warning";
    }

    @Override
    public String getDisplayName() {
        return Messages.GoCausesAction_displayName();
    }

    @Override
    public String getUrlName() {
        return "go-causes";
    }
}
