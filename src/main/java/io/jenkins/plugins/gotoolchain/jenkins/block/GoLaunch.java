package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Proc;
import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.environment.GoSettings;
import io.jenkins.plugins.gotoolchain.environment.Setting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs the block's go command where the block runs things, for a question of ours.
 *
 * @param environment that of the block, or the one around it
 */
record GoLaunch(Launcher launcher, FilePath folder, EnvVars environment, BlockProof.Proven go) {

    private static final long SECONDS = 60;
    private static final long SECONDS_WITH_DOWNLOADS = 600;

    /** @return the values of these variables, as {@code go env} has them; in that order */
    List<String> values(List<String> names) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("env"));
        arguments.addAll(names);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int exit = run(arguments, output, SECONDS);
        if (exit != 0) {
            throw new AbortException(program() + " " + String.join(" ", arguments) + " ended with " + exit + ".\n"
                    + "  to do: run it on the node, and look at the file that `go env GOENV` names");
        }
        List<String> values = new ArrayList<>(output.toString(StandardCharsets.UTF_8).lines().map(String::strip).toList());
        while (values.size() < names.size()) {
            values.add("");
        }
        return values;
    }

    /** Whether the environment says it already. */
    boolean isSet(Setting setting) {
        return !environment.get(setting.name(), "").isBlank();
    }

    /** What would count: what we set, else what the environment says, else what the go command finds by itself. */
    String value(Setting setting, GoSettings ours) throws IOException, InterruptedException {
        String set = ours.values().get(setting);
        if (set != null) {
            return set;
        }
        return isSet(setting) ? environment.get(setting.name()) : values(List.of(setting.name())).get(0);
    }

    /** @param output takes what it prints @return its exit code; -1 where it took longer than ten minutes */
    int run(List<String> arguments, OutputStream output) throws IOException, InterruptedException {
        return run(arguments, output, SECONDS_WITH_DOWNLOADS);
    }

    private int run(List<String> arguments, OutputStream output, long seconds) throws IOException, InterruptedException {
        EnvVars inner = new EnvVars(environment);
        inner.overrideAll(Map.of("GOROOT", go.home(), "GOTOOLCHAIN", "local"));
        List<String> command = new ArrayList<>(List.of(program()));
        command.addAll(arguments);
        Proc process = launcher.launch()
                .cmds(command)
                .envs(inner)
                .pwd(folder)
                .quiet(true)
                .stdout(output)
                .stderr(output)
                .start();
        return process.joinWithTimeout(seconds, TimeUnit.SECONDS, TaskListener.NULL);
    }

    private String program() {
        return program(go.home(), launcher);
    }

    /** The go command of a toolchain, in the node's own notation. */
    static String program(String home, Launcher launcher) {
        return home + (launcher.isUnix() ? "/bin/go" : "\\bin\\go.exe");
    }
}
