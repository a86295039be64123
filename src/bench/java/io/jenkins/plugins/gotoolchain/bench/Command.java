package io.jenkins.plugins.gotoolchain.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A whole process, with its output in a file that is shown when it fails. */
record Command(Path log, Path folder, Map<String, String> environment, List<String> words) {

    static Command of(Path log, String... words) {
        return new Command(log, log.toAbsolutePath().getParent(), Map.of(), Arrays.asList(words));
    }

    Command in(Path where) {
        return new Command(log, where, environment, words);
    }

    Command with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Command(log, folder, more, words);
    }

    Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.redirectOutput(log.toFile());
        return builder.start();
    }

    /** Runs it and gives the nanoseconds from its start to its end. */
    long time() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        int code = start().waitFor();
        long took = System.nanoTime() - begin;
        if (code != 0) {
            throw new IOException(String.join(" ", words) + " ended with " + code + ":\n" + Files.readString(log));
        }
        return took;
    }
}
