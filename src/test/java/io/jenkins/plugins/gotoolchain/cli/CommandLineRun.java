package io.jenkins.plugins.gotoolchain.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One run of the command line in this JVM, and what it printed. */
record CommandLineRun(int code, String out, String err) {

    static CommandLineRun of(Map<String, String> environment, String... words) {
        PrintStream realOut = System.out;
        PrintStream realErr = System.err;
        ByteArrayOutputStream caughtOut = new ByteArrayOutputStream();
        ByteArrayOutputStream caughtErr = new ByteArrayOutputStream();
        int code;
        try (PrintStream toOut = new PrintStream(caughtOut, true, StandardCharsets.UTF_8);
                PrintStream toErr = new PrintStream(caughtErr, true, StandardCharsets.UTF_8)) {
            System.setOut(toOut);
            System.setErr(toErr);
            code = Main.run(environment, words);
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
        }
        return new CommandLineRun(
                code, caughtOut.toString(StandardCharsets.UTF_8), caughtErr.toString(StandardCharsets.UTF_8));
    }
}
