package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.LauncherDecorator;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.environment.GoEnvironment;
import io.jenkins.plugins.gotoolchain.environment.GoSettings;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.EnvironmentSettings;
import io.jenkins.plugins.gotoolchain.jenkins.node.OutcomeLine;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/**
 * A Go that was provided and has proven that it runs there, for what has no context of a Pipeline's step.
 *
 * @param variables with {@code PATH+GO}
 * @param go to ask it once more
 * @param open what has to be ended with the block
 */
public record GivenGo(Map<String, String> variables, OpenBlock open, StrictGo go) {

    /** Something launches things elsewhere, and only that is known of it. */
    private static final class Elsewhere extends LauncherDecorator {
        @Override
        public Launcher decorate(Launcher launcher, Node node) {
            return launcher;
        }
    }

    /**
     * @param version null where the workspace or the configuration says it
     * @param verifyModules whether the modules that are there are held against their digests
     */
    public static GivenGo open(
            Run<?, ?> run, FilePath workspace, Launcher launcher, TaskListener log, EnvVars environment, String version,
            boolean verifyModules) throws IOException, InterruptedException {
        Computer computer = workspace.toComputer();
        Node node = computer == null ? null : computer.getNode();
        if (node == null) {
            throw new AbortException("The node of this build is not configured any more, so no Go can be provided there.");
        }
        GoSettings settings = BlockSettings.said(EnvironmentSettings.of(run, node), environment, log);
        BlockFolder place = BlockFolder.of(workspace, environment);
        BlockToolchain wanted = BlockToolchain.of(node, run, log, version, place);
        LauncherDecorator around = launcher instanceof Launcher.DecoratedLauncher ? new Elsewhere() : null;
        FilePath temporary = place.temporary();
        BlockProof.Proven proven = new BlockProof(run, node, launcher, around, workspace, temporary, log)
                .prove(wanted, home -> inside(environment, home, launcher, settings));
        if (proven.pathMissing()) {
            throw new AbortException(wanted.name() + " runs where this block runs things, but what runs there does not take"
                    + " the PATH that Jenkins gives.\n"
                    + "  to do: use withGo there, which can put it on the PATH of a container, with goStrict around the container");
        }
        BlockCaches caches = BlockCaches.of(run, node, null, temporary, around != null);
        GoLaunch outside = new GoLaunch(launcher, workspace, environment, proven);
        GoSettings cached = caches.in(settings, outside, temporary.child("go-cache-" + UUID.randomUUID()), log);
        OpenBlock open = new OpenBlock(node, proven, null, caches.open());
        try {
            BlockModule module = BlockModule.of(place, log);
            GoSettings strict = module.strict(cached, outside);
            GoEnvironment go = GoEnvironment.of(proven.version(), proven.home(), !launcher.isUnix(), strict);
            for (String note : go.notes()) {
                log.getLogger().println(OutcomeLine.PREFIX + note);
            }
            EnvVars within = new EnvVars(environment);
            within.overrideAll(variables(go));
            GoLaunch inside = new GoLaunch(launcher, workspace, within, proven);
            module.demand(inside);
            module.record(run, node, inside);
            if (verifyModules) {
                module.verify(inside);
            }
            open.hold();
            return new GivenGo(variables(go), open, new StrictGo(proven.home(), proven.version(), variables(go)));
        } catch (IOException | InterruptedException | RuntimeException e) {
            open.end(null);
            throw e;
        }
    }

    private static EnvVars inside(EnvVars outer, BlockToolchain.Home home, Launcher launcher, GoSettings settings) {
        GoVersion known = home.version() == null ? new GoVersion("1.24") : home.version();
        EnvVars inner = new EnvVars(outer);
        inner.overrideAll(variables(GoEnvironment.of(known, home.home(), !launcher.isUnix(), settings)));
        return inner;
    }

    private static Map<String, String> variables(GoEnvironment go) {
        return new BlockVariables(go, Map.of("GOTOOLCHAIN", "local")).values();
    }
}
