package io.jenkins.plugins.gotoolchain.jenkins.record;

import hudson.model.Run;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes down which toolchains a build uses. Where it cannot, Jenkins' log says so and the build goes on. */
public final class BuildRecord {

    private static final Logger LOGGER = Logger.getLogger(BuildRecord.class.getName());

    private BuildRecord() {}

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
