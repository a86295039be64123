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
import io.jenkins.plugins.gotoolchain.jenkins.login.BlockLogin;
import io.jenkins.plugins.gotoolchain.jenkins.login.SecretMask;
import io.jenkins.plugins.gotoolchain.jenkins.node.OutcomeLine;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** All that happens before the body of a block begins: provide, log in, prove. */
final class BlockOpening {

    private static final Logger LOGGER = Logger.getLogger(BlockOpening.class.getName());

    private final WithGoStep step;
    private final String loginFolder;
    private final StepContext context;
    private Node node;
    private OpenBlock block;
    private EnvironmentExpander variables;
    private SecretMask mask;
    private LauncherDecorator launchers;

    /** @param loginFolder the name of the folder for the login, where there is one */
    BlockOpening(WithGoStep step, String loginFolder, StepContext context) {
        this.step = step;
        this.loginFolder = loginFolder;
        this.context = context;
    }

    void open() throws IOException, InterruptedException {
        Run<?, ?> run = context.get(Run.class);
        node = context.get(Node.class);
        FilePath folder = context.get(FilePath.class);
        EnvVars outer = context.get(EnvVars.class);
        TaskListener log = context.get(TaskListener.class);
        if (node == null) {
            throw new AbortException("The node of this block is not configured any more, so no Go can be provided there.");
        }
        GoSettings settings = BlockSettings.said(step.settings().over(EnvironmentSettings.of(run, node)), outer, log);
        BlockLogin login = step.getCredentialsId() == null
                ? null
                : BlockLogin.of(step.getCredentialsId(), run, settings);
        String toolchain = ToolchainVariable.of(step.getToolchain());
        BlockFolder place = BlockFolder.of(folder, outer);
        FilePath temporary = place.temporary();
        BlockToolchain wanted = BlockToolchain.of(node, run, log, step.getVersion(), place);
        Launcher launcher = context.get(Launcher.class);
        BlockCaches caches =
                BlockCaches.of(run, node, step.getCache(), temporary, context.get(LauncherDecorator.class) != null);
        BlockProof proof = new BlockProof(run, node, launcher, context.get(LauncherDecorator.class), folder, temporary, log);
        BlockProof.Proven proven = proof.prove(wanted, home -> environment(outer, home.version(), home.home(), launcher, settings, toolchain));
        GoSettings cached = caches.in(
                settings, new GoLaunch(launcher, folder, outer, proven), temporary.child(loginFolder + "-cache"), log);
        GoEnvironment environment = GoEnvironment.of(proven.version(), proven.home(), !launcher.isUnix(), cached);
        for (String note : environment.notes()) {
            log.getLogger().println(OutcomeLine.PREFIX + note);
        }
        Map<String, String> more = new LinkedHashMap<>(Map.of("GOTOOLCHAIN", toolchain));
        FilePath secrets = login == null ? null : temporary.child(loginFolder);
        block = new OpenBlock(node, proven, secrets, caches.open());
        block.hold();
        if (login != null) {
            login.write(secrets);
            mask = login.mask();
            more.putAll(login.variables(secrets, outer));
            log.getLogger().println(OutcomeLine.PREFIX + "The login \"" + step.getCredentialsId() + "\" is for "
                    + String.join(", ", login.hosts()) + " in this block");
        }
        mask = SecretMask.both(mask, caches.mask());
        variables = new BlockVariables(environment, more);
        EnvVars within = new EnvVars(outer);
        variables.expand(within);
        GoLaunch inside = new GoLaunch(launcher, folder, within, proven);
        BlockModule module = BlockModule.ifReadable(place, log);
        module.noteGo(proven.version());
        module.record(run, node, inside);
        if (step.isVerifyModules()) {
            module.verify(inside);
        }
        if (proven.pathMissing()) {
            LauncherDecorator around = context.get(LauncherDecorator.class);
            launchers = BodyInvoker.mergeLauncherDecorators(around, new PathInContainer(environment.path().get(0)));
            ProvenLaunches.get().follow(run, node, around, launchers);
        }
    }

    private static EnvVars environment(EnvVars outer, GoVersion version, String home, Launcher launcher, GoSettings settings, String toolchain) {
        EnvVars inner = new EnvVars(outer);
        GoVersion known = version == null ? new GoVersion("1.24") : version;
        new BlockVariables(GoEnvironment.of(known, home, !launcher.isUnix(), settings), Map.of("GOTOOLCHAIN", toolchain)).expand(inner);
        return inner;
    }

    /** Takes back what there is so far, in a thread of its own: this one may be interrupted. */
    void undo() {
        OpenBlock left = block;
        if (left != null) {
            Computer.threadPoolForRemoting.submit(() -> {
                try {
                    left.end(null);
                } catch (InterruptedException e) {
                    LOGGER.log(Level.FINE, "interrupted while Jenkins goes down", e);
                }
            });
        }
    }

    Node node() {
        return node;
    }

    OpenBlock block() {
        return block;
    }

    EnvironmentExpander variables() {
        return variables;
    }

    /** @return null where there is nothing to mask */
    SecretMask mask() {
        return mask;
    }

    /** @return null where the block launches things as the one around it does */
    LauncherDecorator launchers() {
        return launchers;
    }
}
