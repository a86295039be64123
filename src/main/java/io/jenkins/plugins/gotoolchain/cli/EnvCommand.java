package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.environment.EnvironmentFormat;
import io.jenkins.plugins.gotoolchain.environment.GoEnvironment;
import io.jenkins.plugins.gotoolchain.environment.GoSettings;
import io.jenkins.plugins.gotoolchain.environment.ModuleMistakes;
import io.jenkins.plugins.gotoolchain.environment.SettingOrigins;
import io.jenkins.plugins.gotoolchain.store.Toolchain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints what a build gets. */
@Command(
        name = "env",
        aliases = "use",
        description = {
            "Prints the environment that a build with this version gets, as a shell reads it. Installs the version before,"
                    + " where it is not there. Which setting comes from where is said on standard error.",
            "",
            "Examples:",
            "  eval \"$(go-toolchain env 1.24.1)\"",
            "  eval \"$(go-toolchain use default)\"",
            "  go-toolchain env 1.24.1 --shell powershell | Out-String | Invoke-Expression",
            "  go-toolchain env go.mod --set GOFLAGS=-mod=readonly --json",
            ""
        })
final class EnvCommand implements Callable<Integer> {

    @ParentCommand
    GoToolchainCommand options;

    @Parameters(arity = "0..1", paramLabel = "VERSION",
            description = "As for install. Default: go.mod; where there is none, the default version")
    String version;

    @Option(names = "--shell", paramLabel = "NAME",
            description = "sh, cmd or powershell. Default: sh, on Windows cmd.")
    String shell;

    @Option(names = "--set", paramLabel = "NAME=VALUE",
            description = "A setting to add, such as GOPROXY, GOPRIVATE or GOFLAGS; repeatable.")
    Map<String, String> settings = new LinkedHashMap<>();

    @Override
    public Integer call() throws Exception {
        EnvironmentFormat format = options.json ? EnvironmentFormat.JSON : EnvironmentFormat.parse(shell());
        GoSettings more = GoSettings.of(settings);
        EngineSetup setup = new EngineSetup(options);
        Toolchain toolchain = setup.signed(version == null ? setup.unnamed() : version);
        UserSettings user = UserSettings.of(options.environment, toolchain.home());
        SettingOrigins all = SettingOrigins.of("--set", more).over(user.origins());
        List<String> notes = new ArrayList<>(user.unusable(more));
        notes.addAll(ModuleMistakes.in(all.settings()));
        GoEnvironment environment = GoEnvironment.of(
                toolchain.version(), toolchain.home().toString(), toolchain.platform().isWindows(), more).noting(notes);
        if (format != EnvironmentFormat.JSON) {
            ConsoleProgress.line(all.line());
            environment.notes().forEach(ConsoleProgress::line);
        }
        System.out.print(format.print(environment, all));
        return ExitCode.DONE;
    }

    private String shell() {
        if (shell != null) {
            return shell;
        }
        return java.io.File.separatorChar == '\\' ? "cmd" : "sh";
    }
}
