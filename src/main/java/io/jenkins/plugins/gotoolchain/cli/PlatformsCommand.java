package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.provision.ProvisionListener;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.source.Sources;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.SupportedReleases;
import io.jenkins.plugins.gotoolchain.version.VersionResolver;
import io.jenkins.plugins.gotoolchain.version.VersionSelector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Which versions there are for which platforms. */
@Command(
        name = "platforms",
        description = {
            "Shows for which platforms the sources have these versions, and which of the versions Go still supports.",
            "",
            "Examples:",
            "  go-toolchain platforms",
            "  go-toolchain platforms 1.20.x 1.24.1 stable --json",
            ""
        })
final class PlatformsCommand implements Callable<Integer> {

    private static final String GAP = "  ";

    @ParentCommand
    GoToolchainCommand options;

    @Parameters(arity = "0..*", paramLabel = "VERSION", description = "As for install. Default: stable and oldstable")
    List<String> versions = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        EngineSetup setup = new EngineSetup(options);
        Sources sources = setup.provisioner(saidOnce()).sources();
        Set<GoVersion> known = sources.versions(setup.platform());
        Map<GoVersion, Set<Platform>> table = new LinkedHashMap<>();
        for (String version : versions.isEmpty() ? List.of("stable", "oldstable") : versions) {
            VersionSelector selector = VersionSelector.parse(setup.named(version));
            GoVersion resolved = VersionResolver.resolve(selector, EngineSetup.workspace(), () -> known).version();
            table.put(resolved, new TreeSet<>(sources.platforms(resolved)));
        }
        SupportedReleases supported = SupportedReleases.of(known);
        if (options.json) {
            printJson(table, supported);
        } else {
            print(table, supported);
        }
        return ExitCode.DONE;
    }

    /** The sources are asked for each version, and one that is away is away for all of them. */
    private static ProvisionListener saidOnce() {
        Set<String> said = new HashSet<>();
        return new ProvisionListener() {
            @Override
            public void notice(String text) {
                if (said.add(text)) {
                    ConsoleProgress.line(text);
                }
            }
        };
    }

    /** One line for each platform, one column for each version. */
    private static void print(Map<GoVersion, Set<Platform>> table, SupportedReleases supported) {
        Set<Platform> platforms = new TreeSet<>();
        table.values().forEach(platforms::addAll);
        int first = "supported by Go".length();
        for (Platform platform : platforms) {
            first = Math.max(first, platform.toString().length());
        }
        StringBuilder head = new StringBuilder(padded("", first));
        StringBuilder second = new StringBuilder(padded("supported by Go", first));
        for (GoVersion version : table.keySet()) {
            head.append(GAP).append("go").append(version);
            second.append(GAP).append(cell(supported.supports(version), version));
        }
        System.out.println(head.toString().stripTrailing());
        System.out.println(second.toString().stripTrailing());
        for (Platform platform : platforms) {
            StringBuilder line = new StringBuilder(padded(platform.toString(), first));
            table.forEach((version, its) -> line.append(GAP).append(cell(its.contains(platform), version)));
            System.out.println(line.toString().stripTrailing());
        }
    }

    private static String cell(boolean has, GoVersion version) {
        return padded(has ? "yes" : "-", "go".length() + version.toString().length());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static void printJson(Map<GoVersion, Set<Platform>> table, SupportedReleases supported) throws IOException {
        try (JsonPrinter json = new JsonPrinter()) {
            json.array("releases");
            for (Map.Entry<GoVersion, Set<Platform>> one : table.entrySet()) {
                json.object(null);
                json.field("version", one.getKey().text());
                json.field("supported", supported.supports(one.getKey()));
                json.strings("platforms", one.getValue().stream().map(Platform::toString).toList());
                json.end();
            }
            json.endArray();
        }
    }
}
