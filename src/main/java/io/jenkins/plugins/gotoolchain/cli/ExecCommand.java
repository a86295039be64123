package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.environment.GoEnvironment;
import io.jenkins.plugins.gotoolchain.environment.GoSettings;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.provision.Provisioned;
import io.jenkins.plugins.gotoolchain.store.Lease;
import io.jenkins.plugins.gotoolchain.store.Toolchain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs a command with one Go and no other. */
@Command(
        name = "exec",
        description = {
            "Runs a command with this version of Go first on its PATH, and GOROOT and GOTOOLCHAIN=local set. Installs it"
                    + " before, where it is not there. Options come before VERSION; what follows it is the command's own.",
            "",
            "Examples:",
            "  go-toolchain exec 1.24.1 go build ./...",
            "  go-toolchain exec --source https://mirror.example.com/go/ go.mod -- make test",
            "",
            "Ends with the command's own exit code; 127 where there is no such command.",
            ""
        })
final class ExecCommand implements Callable<Integer> {

    @ParentCommand
    GoToolchainCommand options;

    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "VERSION", description = "As for install.")
    String version;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "COMMAND", description = "The command and its arguments.")
    List<String> command = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        List<String> words = command;
        if (!words.isEmpty() && words.get(0).equals("--")) {
            words = words.subList(1, words.size());
        } else if (!words.isEmpty() && words.get(0).startsWith("-")) {
            throw new ParameterException(
                    spec.commandLine(), "Options of go-toolchain come before VERSION: " + words.get(0));
        }
        if (words.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "No command was given.");
        }
        EngineSetup setup = new EngineSetup(options);
        if (options.platform != null && !setup.platform().equals(new EngineSetup(new GoToolchainCommand()).platform())) {
            throw new ConfigurationException(
                    "Go for " + options.platform + " does not run here", "leave --platform out, or install it only");
        }
        Provisioned provisioned = setup.provision(version);
        setup.requireSigned(provisioned.toolchain());
        Toolchain toolchain = provisioned.toolchain();
        try (Lease lease = setup.store().lease(toolchain)) {
            GoEnvironment environment = GoEnvironment.of(
                    toolchain.version(),
                    toolchain.home().toString(),
                    toolchain.platform().isWindows(),
                    GoSettings.none());
            return new ChildProcess(environment).run(words);
        }
    }
}
