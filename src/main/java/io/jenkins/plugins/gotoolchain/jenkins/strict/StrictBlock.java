package io.jenkins.plugins.gotoolchain.jenkins.strict;

import hudson.EnvVars;
import hudson.model.Run;
import hudson.remoting.Channel;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.gotoolchain.diagnose.LogRules;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.Serializable;
import java.util.Arrays;

/**
 * One block of goStrict in one build, or the whole of a Freestyle build. The controller keeps it by its names; an agent
 * gets a proxy that can do nothing but report for this block.
 */
final class StrictBlock implements StrictReport, Serializable {

    private static final long serialVersionUID = 1L;

    /** Names the blocks around a step, with commas, the innermost last. */
    static final String VARIABLE = "GO_STRICT_BLOCK";

    private final String build;
    private final String id;
    private final StrictReaction reaction;

    /** @param id unique within the build */
    StrictBlock(Run<?, ?> run, String id, StrictReaction reaction) {
        this.build = run.getExternalizableId();
        this.id = id;
        this.reaction = reaction;
    }

    String id() {
        return id;
    }

    boolean fails() {
        return reaction == StrictReaction.FAIL;
    }

    /** The value of {@link #VARIABLE} inside. */
    String within(EnvVars outer) {
        String around = outer.get(VARIABLE, "");
        return around.isEmpty() ? id : around + "," + id;
    }

    /** Whether something with this environment is inside the block of this id. */
    static boolean isAround(String id, EnvVars environment) {
        return environment != null && Arrays.asList(environment.get(VARIABLE, "").split(",")).contains(id);
    }

    @Override
    public void found(String rule, String version, int hash) {
        if (LogRules.byId(rule).isEmpty()) {
            return;
        }
        Run<?, ?> run;
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            run = Run.fromExternalizableId(build);
        }
        if (run != null && run.isBuilding() && !StrictEcho.isPrinting(run, hash)) {
            String named = version != null && GoVersion.isValid(version) ? version : null;
            StrictVerdict.on(run, this, new StrictFinding(rule, named, hash, fails()));
        }
    }

    private Object writeReplace() {
        Channel channel = Channel.current();
        return channel == null ? this : channel.export(StrictReport.class, this);
    }
}
