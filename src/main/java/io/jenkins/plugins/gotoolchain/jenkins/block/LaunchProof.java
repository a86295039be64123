package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Proc;
import hudson.model.TaskListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code go version} as the block will run things: in its container where it has one. */
final class LaunchProof {

    private static final long SECONDS = 60;
    private static final int TRIES = 3;
    private static final String SAYS = "go version ";

    /**
     * What came of it.
     *
     * @param exit its exit code; -1 where it could not be started
     * @param words what it printed, or what the system said
     * @param found the {@code go} that the path leads to in a container; null where that was not asked
     */
    record Result(int exit, String words, String found) {

        /** As it says itself, without {@code go}; null where it says none. */
        String version() {
            for (String line : exit == 0 ? words.split("\r?\n") : new String[0]) {
                if (line.startsWith(SAYS)) {
                    return line.substring(SAYS.length()).split(" ")[0].replaceFirst("^go", "");
                }
            }
            return null;
        }

        LaunchTrouble trouble() {
            return LaunchTrouble.of(exit, words);
        }
    }

    private final Launcher launcher;
    private final FilePath folder;
    private final EnvVars environment;
    private final TaskListener log;

    /** @param environment as it will be in the block */
    LaunchProof(Launcher launcher, FilePath folder, EnvVars environment, TaskListener log) {
        this.launcher = launcher;
        this.folder = folder;
        this.environment = environment;
        this.log = log;
    }

    Result run(String program) throws IOException, InterruptedException {
        return started(List.of(program, "version"), false);
    }

    /** The same through a shell, which also says where its path leads: some containers keep a path of their own. */
    Result runInShell(String program) throws IOException, InterruptedException {
        return started(List.of("/bin/sh", "-c", "echo \"$(command -v go)\"; exec \"$0\" version", program), true);
    }

    private Result started(List<String> command, boolean shell) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Result result = once(command, shell);
            // A file that was just written may still be open in a process that another thread is starting.
            if (attempt == TRIES || !result.words().contains("Text file busy")) {
                return result;
            }
        }
    }

    private Result once(List<String> command, boolean shell) throws IOException, InterruptedException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int exit;
        try {
            folder.mkdirs();
            Proc process = launcher.launch()
                    .cmds(command)
                    .envs(environment)
                    .pwd(folder)
                    .quiet(true)
                    .stdout(output)
                    .stderr(output)
                    .start();
            exit = process.joinWithTimeout(SECONDS, TimeUnit.SECONDS, log);
        } catch (IOException e) {
            if (LostConnection.isBehind(e)) {
                throw e;
            }
            return new Result(-1, words(e), null);
        }
        String text = output.toString(StandardCharsets.UTF_8);
        if (!shell) {
            return new Result(exit, text, null);
        }
        int line = text.indexOf('\n');
        return line < 0 ? new Result(exit, text, null) : new Result(exit, text.substring(line + 1), text.substring(0, line));
    }

    /** The system's words are in the cause where the launcher was an agent's. */
    private static String words(Throwable thrown) {
        StringBuilder words = new StringBuilder();
        for (Throwable one = thrown; one != null && words.length() < 2000; one = one.getCause()) {
            words.append(one.getMessage()).append('\n');
        }
        return words.toString();
    }
}
