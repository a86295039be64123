package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.pins.PinFile;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Pins what is published. */
@Command(
        name = "add",
        description = {
            "Pins versions: asks the sources for the SHA-256 of their archives, and the checksum database for the h1: of"
                    + " their modules. Nothing is downloaded. Makes the file where it is not there.",
            "",
            "Examples:",
            "  go-toolchain pins add 1.24.1 --platform all",
            "  go-toolchain pins add go.mod --platform linux/amd64,darwin/arm64",
            ""
        })
final class PinsAddCommand implements Callable<Integer> {

    @ParentCommand
    PinsCommand parent;

    @Parameters(arity = "1..*", paramLabel = "VERSION", description = "As for install.")
    List<String> versions = new ArrayList<>();

    @Option(names = "--replace", description = "Also where another digest is pinned already.")
    boolean replace;

    @Override
    public Integer call() throws Exception {
        EngineSetup setup = new EngineSetup(parent.options);
        PinsOnDisk disk = parent.file();
        PinPlan plan = new PinPlan(disk.exists() ? disk.read() : PinFile.empty(disk.name()), replace);
        Set<Platform> own = parent.options.platform == null ? Set.of(setup.platform()) : Set.of();
        PinPlatforms platforms = PinPlatforms.parse(parent.options.platform, own);
        PinSources sources = PinSources.open(setup);
        for (String version : versions) {
            GoVersion resolved = sources.resolve(version);
            for (Platform platform : platforms.of(resolved, sources.provisioner())) {
                plan.take(sources.published(resolved, platform));
            }
        }
        PinReport.writeAndSay(disk, plan, parent.options.json);
        return ExitCode.DONE;
    }
}
