package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.store.ToolchainStore;
import io.jenkins.plugins.gotoolchain.version.VersionSelector;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The version that counts where nothing names one. */
@Command(
        name = "default",
        description = {
            "Says which version counts where no go.mod is at hand, or sets it. It is kept in the root, for all who use that.",
            "exec, env and install take the word default for it.",
            "",
            "Examples:",
            "  go-toolchain default 1.24.x",
            "  go-toolchain exec default go version",
            "  go-toolchain default none",
            ""
        })
final class DefaultCommand implements Callable<Integer> {

    private static final String NONE = "none";

    @ParentCommand
    GoToolchainCommand options;

    @Parameters(arity = "0..1", paramLabel = "VERSION",
            description = "1.24.1, 1.24 or 1.24.x (newest patch), stable or oldstable; none for none. Left out: says which.")
    String version;

    @Override
    public Integer call() throws Exception {
        ToolchainStore store = new EngineSetup(options).store();
        if (version != null) {
            store.setDefaultVersion(version.equals(NONE) ? null : selector(version));
        }
        Optional<String> now = store.defaultVersion();
        if (options.json) {
            try (JsonPrinter json = new JsonPrinter()) {
                if (now.isPresent()) {
                    json.field("default", now.get());
                }
            }
        } else {
            System.out.println(now.orElse(NONE));
        }
        return ExitCode.DONE;
    }

    private static String selector(String text) throws Exception {
        VersionSelector selector = VersionSelector.parse(text);
        if (selector instanceof VersionSelector.InFile) {
            throw new ConfigurationException(
                    text + " is a file of a workspace, and the default counts where there is none",
                    "name a version such as 1.24.x, or stable");
        }
        return selector.text();
    }
}
