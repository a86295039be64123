package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.pins.Pin;
import io.jenkins.plugins.gotoolchain.pins.PinFile;
import io.jenkins.plugins.gotoolchain.pins.Pins;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Brings the file of pins up to what is published. */
@Command(
        name = "update",
        description = {
            "Without VERSION: asks again for all that is pinned, and adds digests that were not known, and with --platform"
                    + " platforms that are missing. With VERSION: pins the release that it means now, for the platforms"
                    + " that its language version is pinned for. Shows what changes. A digest that is pinned does not"
                    + " change without --replace.",
            "",
            "Examples:",
            "  go-toolchain pins update --platform all",
            "  go-toolchain pins update 1.24 --remove-older",
            ""
        })
final class PinsUpdateCommand implements Callable<Integer> {

    @ParentCommand
    PinsCommand parent;

    @Parameters(arity = "0..*", paramLabel = "VERSION", description = "As for install: 1.24, stable, go.mod.")
    List<String> versions = new ArrayList<>();

    @Option(names = "--replace", description = "Also change digests that are pinned and differ from what is published.")
    boolean replace;

    @Option(names = "--remove-older",
            description = "Take away the pins of older releases of the language versions that VERSION means.")
    boolean removeOlder;

    @Override
    public Integer call() throws Exception {
        PinsOnDisk disk = parent.file();
        PinFile file = disk.read();
        PinPlan plan = new PinPlan(file, replace);
        PinSources sources = PinSources.open(new EngineSetup(parent.options));
        for (GoVersion version : versions(file.pins(), sources)) {
            PinPlatforms platforms = PinPlatforms.parse(
                    parent.options.platform, versions.isEmpty() ? Set.of() : platforms(file.pins(), version));
            Set<Platform> all = new TreeSet<>(platforms.of(version, sources.provisioner()));
            for (Pin pin : file.pins().list()) {
                if (pin.version().equals(version)) {
                    all.add(pin.platform());
                }
            }
            for (Platform platform : all) {
                plan.take(sources.published(version, platform));
            }
            if (removeOlder && !versions.isEmpty()) {
                removeOlder(file.pins(), version, plan);
            }
        }
        PinReport.writeAndSay(disk, plan, parent.options.json);
        return ExitCode.DONE;
    }

    private Set<GoVersion> versions(Pins pins, PinSources sources) throws Exception {
        Set<GoVersion> wanted = new LinkedHashSet<>();
        for (String version : versions) {
            wanted.add(sources.resolve(version));
        }
        for (Pin pin : versions.isEmpty() ? pins.list() : List.<Pin>of()) {
            wanted.add(pin.version());
        }
        return wanted;
    }

    /** Those that the language version is pinned for; where it is not pinned at all, those that anything is pinned for. */
    private static Set<Platform> platforms(Pins pins, GoVersion version) {
        Set<Platform> same = new TreeSet<>();
        Set<Platform> any = new TreeSet<>();
        for (Pin pin : pins.list()) {
            any.add(pin.platform());
            if (pin.version().language().equals(version.language())) {
                same.add(pin.platform());
            }
        }
        return same.isEmpty() ? any : same;
    }

    private static void removeOlder(Pins pins, GoVersion version, PinPlan plan) {
        for (Pin pin : pins.list()) {
            if (pin.version().language().equals(version.language()) && pin.version().compareTo(version) < 0) {
                plan.remove(pin);
            }
        }
    }
}
