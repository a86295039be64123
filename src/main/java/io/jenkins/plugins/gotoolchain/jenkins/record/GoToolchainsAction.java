package io.jenkins.plugins.gotoolchain.jenkins.record;

import hudson.model.Api;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.RunAction2;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A build's record of the toolchains that it used: a part of its page, a page of its own, and in its REST API. */
@ExportedBean(defaultVisibility = 2)
public final class GoToolchainsAction implements RunAction2 {

    /** Pods that live for one stage could make it many. */
    private static final int MOST = 200;

    private transient Run<?, ?> run;

    /** Replaced and never changed: builds are saved while branches use toolchains. */
    private volatile List<ToolchainUse> uses = new ArrayList<>();

    /** Replaced and never changed, as the uses are. */
    private volatile List<BuildInputs> inputs;

    private int leftOut;

    /** The build's own, made where it has none. */
    static GoToolchainsAction of(Run<?, ?> run) {
        return KeptAction.of(run, GoToolchainsAction.class, GoToolchainsAction::new);
    }

    /** @return whether it was not known before */
    synchronized boolean add(ToolchainUse use) {
        List<ToolchainUse> before = getToolchains();
        for (ToolchainUse one : before) {
            if (one.repeats(use)) {
                return false;
            }
        }
        if (before.size() >= MOST) {
            leftOut++;
            return false;
        }
        List<ToolchainUse> now = new ArrayList<>(before);
        now.add(use);
        uses = now;
        return true;
    }

    /** @return whether they were not known before */
    synchronized boolean add(BuildInputs more) {
        List<BuildInputs> before = getInputs();
        if (before.size() >= MOST || before.stream().anyMatch(one -> one.repeats(more))) {
            return false;
        }
        List<BuildInputs> now = new ArrayList<>(before);
        now.add(more);
        inputs = now;
        return true;
    }

    /** What decides the result, in the order in which blocks were opened. */
    @Exported
    public List<BuildInputs> getInputs() {
        List<BuildInputs> all = inputs;
        return all == null ? List.of() : all;
    }

    /** In the order in which the build came to use them. */
    @Exported
    public List<ToolchainUse> getToolchains() {
        List<ToolchainUse> all = uses;
        return all == null ? List.of() : all;
    }

    /** How many further uses were not kept, since there were too many. */
    @Exported
    public synchronized int getLeftOut() {
        return leftOut;
    }

    @Override
    public void onAttached(Run<?, ?> run) {
        this.run = run;
    }

    @Override
    public void onLoad(Run<?, ?> run) {
        this.run = run;
    }

    /** {@code api/json} and {@code api/xml} under the page. */
    public Api getApi() {
        return new Api(this);
    }

    /** For the page. */
    public Run<?, ?> getRun() {
        return run;
    }

    @Override
    public String getIconFileName() {
        return "symbol-cube";
    }

    @Override
    public String getDisplayName() {
        return Messages.GoToolchainsAction_displayName();
    }

    @Override
    public String getUrlName() {
        return "go-toolchains";
    }
}
