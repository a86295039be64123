package io.jenkins.plugins.gotoolchain.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Removes toolchains by name. */
@Command(
        name = "remove",
        aliases = "uninstall",
        description = {"Removes installed toolchains: first out of sight, then away. One that is in use stays.", ""})
final class RemoveCommand implements Callable<Integer> {

    @ParentCommand
    GoToolchainCommand options;

    @Parameters(arity = "1..*", paramLabel = "VERSION", description = "Versions in full, such as 1.24.1.")
    List<String> versions = new ArrayList<>();

    @Option(names = "--force", description = "Also where builds use it now.")
    boolean force;

    @Override
    public Integer call() throws Exception {
        EngineSetup setup = new EngineSetup(options);
        List<String> removed = new ArrayList<>();
        for (Installed one : Installed.choose(setup, options, versions)) {
            setup.store().remove(one.version(), one.platform(), force);
            removed.add(one.name());
            if (!options.json) {
                System.out.println("removed " + one.name());
            }
        }
        if (options.json) {
            try (JsonPrinter json = new JsonPrinter()) {
                json.strings("removed", removed);
            }
        }
        return ExitCode.DONE;
    }
}
