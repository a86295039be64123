package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.LauncherDecorator;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.jenkins.node.OutcomeLine;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.util.function.Function;

/** Provides the toolchain where the block can run it, and has it prove that there, once per node and launcher. */
final class BlockProof {

    /**
     * A toolchain that runs.
     *
     * @param pathMissing whether a container keeps its own path, so that it has to be put on it once more inside
     */
    record Proven(String home, GoVersion version, boolean pathMissing) {}

    private final Run<?, ?> run;
    private final Node node;
    private final Launcher launcher;
    private final LauncherDecorator around;
    private final FilePath folder;
    private final FilePath temporary;
    private final TaskListener log;

    /** @param around what launches things elsewhere than on the node itself; null where nothing does */
    BlockProof(Run<?, ?> run, Node node, Launcher launcher, LauncherDecorator around, FilePath folder, FilePath temporary,
            TaskListener log) {
        this.run = run;
        this.node = node;
        this.launcher = launcher;
        this.around = around;
        this.folder = folder;
        this.temporary = temporary;
        this.log = log;
    }

    /** @throws AbortException where it does not run: why, as far as can be seen, and what to do */
    Proven prove(BlockToolchain wanted, Function<BlockToolchain.Home, EnvVars> environment)
            throws IOException, InterruptedException {
        ProvenLaunches known = ProvenLaunches.get();
        FilePath store = temporary.child("go-toolchain");
        boolean elsewhere = around != null && known.needsOwnStore(run, node, around);
        BlockToolchain.Home home = elsewhere ? wanted.provideIn(store) : wanted.provide();
        Proven proven = known.find(run, node, around, home.home());
        if (proven != null) {
            return proven;
        }
        LaunchProof.Result result = launch(home, environment.apply(home));
        if (around != null && !elsewhere && result.version() == null && result.trouble() == LaunchTrouble.NOT_THERE) {
            log.getLogger().println(OutcomeLine.PREFIX + home.home() + " on " + node.getDisplayName()
                    + " cannot be seen where this block runs, in a container: once more in " + store.getRemote());
            home = wanted.provideIn(store);
            result = launch(home, environment.apply(home));
            elsewhere = true;
        }
        proven = judge(wanted, home, result);
        known.keep(run, node, around, proven, elsewhere);
        return proven;
    }

    private LaunchProof.Result launch(BlockToolchain.Home home, EnvVars environment)
            throws IOException, InterruptedException {
        LaunchProof proof = new LaunchProof(launcher, folder, environment, log);
        return around != null && launcher.isUnix() ? proof.runInShell(program(home)) : proof.run(program(home));
    }

    private String program(BlockToolchain.Home home) {
        return GoLaunch.program(home.home(), launcher);
    }

    private Proven judge(BlockToolchain wanted, BlockToolchain.Home home, LaunchProof.Result result) throws AbortException {
        String says = result.version();
        if (says == null || !GoVersion.isValid(says)) {
            throw new AbortException(wanted.name() + " is on " + node.getDisplayName() + ", but it does not run there the way"
                    + " this block runs things: " + result.trouble().cause() + ".\n"
                    + "  tried: " + program(home) + " version" + (result.exit() < 0 ? "" : ", which ended with " + result.exit())
                    + said(result.words()) + "\n"
                    + "  to do: " + result.trouble().advice());
        }
        if (home.version() != null && !home.version().text().equals(says)) {
            throw new AbortException(wanted.name() + " is on " + node.getDisplayName() + ", but where this block runs things "
                    + program(home) + " says that it is Go " + says + ".\n"
                    + "  to do: find out what puts another Go in its place there");
        }
        boolean missing = result.found() != null && !result.found().equals(program(home));
        return new Proven(home.home(), new GoVersion(says), missing);
    }

    /** The first words that it printed, on one line. */
    private static String said(String words) {
        String line = words.strip().replaceAll("\\s*[\r\n]+\\s*", " | ").replaceAll("\\p{Cntrl}", "?");
        return line.isEmpty() ? "" : ": " + line.substring(0, Math.min(300, line.length()));
    }
}
