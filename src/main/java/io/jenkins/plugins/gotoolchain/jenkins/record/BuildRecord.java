package io.jenkins.plugins.gotoolchain.jenkins.record;

import hudson.model.Node;
import hudson.model.Run;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes down which toolchains a build uses. Where it cannot, Jenkins' log says so and the build goes on. */
public final class BuildRecord {

    private static final Logger LOGGER = Logger.getLogger(BuildRecord.class.getName());

    private BuildRecord() {}

    /**
     * Writes down what decides what a build comes to.
     *
     * @return whether it was not known before
     */
    public static boolean decides(Run<?, ?> run, Node node, String line) {
        if (!GoToolchainsAction.of(run).add(new BuildInputs(node, line))) {
            return false;
        }
        try {
            run.save();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "What decides the result of " + run + " could not be saved");
        }
        return true;
    }

    /** @param run null where no build is known */
    public static void add(Run<?, ?> run, ToolchainUse use) {
        if (run == null || !GoToolchainsAction.of(run).add(use)) {
            return;
        }
        UseIndex.get().add(run, use);
        try {
            run.save();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "That " + run + " uses Go " + use.getVersion() + " could not be saved");
        }
    }
}
