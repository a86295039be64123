package io.jenkins.plugins.gotoolchain.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The file of pins: the only bytes that a project accepts. */
@Command(
        name = "pins",
        description = {
            "Keeps go-toolchain.pins, the file that says which bytes are accepted for a version on a platform. Where such a"
                    + " file lies beside go.mod or in the working directory, install, exec and env accept nothing else.",
            ""
        },
        subcommands = {PinsAddCommand.class, PinsCheckCommand.class, PinsUpdateCommand.class, PinsListCommand.class})
final class PinsCommand implements Runnable {

    @ParentCommand
    GoToolchainCommand options;

    @Spec
    CommandSpec spec;

    PinsOnDisk file() {
        return PinsOnDisk.of(options.pins, Path.of("").toAbsolutePath());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command was given: add, check, update or list.");
    }
}
