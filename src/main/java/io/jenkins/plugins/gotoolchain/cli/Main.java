package io.jenkins.plugins.gotoolchain.cli;

import java.util.Map;
import picocli.CommandLine;

/** The program {@code go-toolchain}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        // Else picocli looks for Groovy in every jar of the class path, and opening the large ones takes a tenth of a start.
        System.setProperty("picocli.disable.closures", "true");
        System.exit(run(arguments));
    }

    /** Runs one command and gives its exit code. */
    static int run(String... arguments) {
        return run(System.getenv(), arguments);
    }

    static int run(Map<String, String> environment, String... arguments) {
        GoToolchainCommand root = new GoToolchainCommand();
        root.environment = environment;
        CommandLine line = new CommandLine(root);
        line.setExecutionExceptionHandler(new FailureReport(root));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAbbreviatedOptionsAllowed(false);
        CommandLine exec = line.getSubcommands().get("exec");
        exec.setStopAtPositional(true);
        return line.execute(ExecArguments.arrange(arguments, exec.getCommandSpec()));
    }
}
