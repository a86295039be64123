package io.jenkins.plugins.gotoolchain.jenkins.record;

import hudson.model.Node;
import hudson.model.Run;

/** Writes down which toolchains a build uses. Where it cannot, Jenkins' log says so and the build goes on. */
public final class BuildRecord {

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
        KeptAction.save(run, "What decides the result");
        return true;
    }

    /** @param run null where no build is known */
    public static void add(Run<?, ?> run, ToolchainUse use) {
        if (run == null || !GoToolchainsAction.of(run).add(use)) {
            return;
        }
        UseIndex.get().add(run, use);
        KeptAction.save(run, "The use of Go " + use.getVersion());
    }
}
