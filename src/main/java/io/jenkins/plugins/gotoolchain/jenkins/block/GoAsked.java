package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Proc;
import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.environment.Setting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the go command says of a setting that nobody made, where the block runs things: of its own file, or of its own. */
record GoAsked(Launcher launcher, FilePath folder, EnvVars around, BlockProof.Proven go) {

    private static final long SECONDS = 60;

    /** @throws AbortException where it does not answer */
    String value(Setting setting) throws IOException, InterruptedException {
        String program = go.home() + (launcher.isUnix() ? "/bin/go" : "\\bin\\go.exe");
        EnvVars environment = new EnvVars(around);
        environment.overrideAll(Map.of("GOROOT", go.home(), "GOTOOLCHAIN", "local"));
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Proc process = launcher.launch()
                .cmds(List.of(program, "env", setting.name()))
                .envs(environment)
                .pwd(folder)
                .quiet(true)
                .stdout(output)
                .stderr(TaskListener.NULL.getLogger())
                .start();
        int exit = process.joinWithTimeout(SECONDS, TimeUnit.SECONDS, TaskListener.NULL);
        if (exit != 0) {
            throw new AbortException(program + " env " + setting + " ended with " + exit + ".\n"
                    + "  to do: run it on the node, and look at the file that `go env GOENV` names");
        }
        return output.toString(StandardCharsets.UTF_8).strip();
    }
}
