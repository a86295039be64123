package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.environment.GoEnvironment;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A command that gets our environment, our standard streams, and our end. */
final class ChildProcess {

    static final int NOT_FOUND = 127;

    private final GoEnvironment environment;

    ChildProcess(GoEnvironment environment) {
        this.environment = environment;
    }

    /** Waits for it and gives its exit code. It ends with us: when we are asked to stop, so is it. */
    int run(List<String> words) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words).inheritIO();
        environment.applyTo(builder.environment());
        String program = find(words.get(0), builder.environment());
        if (program == null) {
            System.err.println("go-toolchain: there is no command " + words.get(0) + " on the PATH");
            return NOT_FOUND;
        }
        List<String> resolved = new ArrayList<>(words);
        resolved.set(0, program);
        Process child;
        try {
            child = builder.command(resolved).start();
        } catch (IOException e) {
            System.err.println("go-toolchain: " + e.getMessage());
            return NOT_FOUND - 1;
        }
        Thread end = new Thread(child::destroy);
        Runtime.getRuntime().addShutdownHook(end);
        try {
            int code = child.waitFor();
            Runtime.getRuntime().removeShutdownHook(end);
            return code;
        } catch (InterruptedException e) {
            child.destroy();
            throw e;
        } catch (IllegalStateException e) {
            return ExitCode.INTERRUPTED;
        }
    }

    /** Java looks on its own PATH, where another go may be; the child's is the one that counts. */
    private static String find(String name, Map<String, String> variables) {
        if (name.indexOf('/') >= 0 || name.indexOf(File.separatorChar) >= 0) {
            return new File(name).exists() ? name : null;
        }
        boolean windows = File.separatorChar == '\\';
        String path = "";
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            if (windows ? variable.getKey().equalsIgnoreCase("PATH") : variable.getKey().equals("PATH")) {
                path = variable.getValue();
            }
        }
        int from = 0;
        while (from <= path.length()) {
            int end = path.indexOf(File.pathSeparatorChar, from);
            end = end < 0 ? path.length() : end;
            String found = in(path.substring(from, end), name, windows);
            if (found != null) {
                return found;
            }
            from = end + 1;
        }
        return null;
    }

    private static String in(String folder, String name, boolean windows) {
        File file = new File(folder.isEmpty() ? "." : folder, name);
        if (!windows) {
            return file.isFile() && file.canExecute() ? file.getPath() : null;
        }
        for (String extension : new String[] {"", ".exe", ".com", ".bat", ".cmd"}) {
            File one = new File(file.getPath() + extension);
            if (one.isFile() && (!extension.isEmpty() || name.indexOf('.') >= 0)) {
                return one.getPath();
            }
        }
        return null;
    }
}
