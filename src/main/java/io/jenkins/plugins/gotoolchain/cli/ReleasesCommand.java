package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.provision.Provisioner;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.store.Listed;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.SupportedReleases;
import io.jenkins.plugins.gotoolchain.version.VersionSelector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists what could be installed here, and what is. */
@Command(
        name = "releases",
        description = {
            "Lists the versions that the sources have for this platform, newest first: of each language version the newest"
                    + " patch, and what is installed.",
            "",
            "Examples:",
            "  go-toolchain releases",
            "  go-toolchain releases 1.24",
            "  go-toolchain releases --all --platform windows/amd64 --json",
            ""
        })
class ReleasesCommand implements Callable<Integer> {

    @ParentCommand
    GoToolchainCommand options;

    @Parameters(arity = "0..1", paramLabel = "VERSION", description = "Only those of one language version, such as 1.24.")
    String only;

    @Option(names = "--all", description = "Every patch and pre-release.")
    boolean all;

    @Override
    public Integer call() throws Exception {
        GoVersion language = only == null ? null : language(only);
        EngineSetup setup = new EngineSetup(options);
        Platform platform = setup.platform();
        Set<GoVersion> installed = installed(setup, platform);
        Provisioner provisioner = setup.provisioner(ConsoleProgress.open());
        Set<GoVersion> known = new TreeSet<>(provisioner.sources().versions(platform));
        SupportedReleases supported = SupportedReleases.of(known);
        known.addAll(installed);
        List<GoVersion> shown = new ArrayList<>();
        for (GoVersion version : newestFirst(known)) {
            if (language != null ? version.language().equals(language)
                    : all || installed.contains(version) || isNewestPatch(version, known)) {
                shown.add(version);
            }
        }
        if (options.json) {
            printJson(shown, installed, supported, platform);
        } else {
            for (GoVersion version : shown) {
                System.out.println("go" + version + (supported.supports(version) ? "  supported by Go" : "")
                        + (installed.contains(version) ? "  installed" : ""));
            }
        }
        if (shown.isEmpty()) {
            System.err.println("go-toolchain: no source lists such a version for " + platform);
            return ExitCode.VERSION;
        }
        return ExitCode.DONE;
    }

    private static GoVersion language(String text) throws IOException {
        VersionSelector selector = VersionSelector.parse(text);
        if (selector instanceof VersionSelector.NewestPatch newest) {
            return newest.language();
        }
        return GoVersion.parse(text).language();
    }

    private static Set<GoVersion> installed(EngineSetup setup, Platform platform) throws IOException {
        Set<GoVersion> versions = new HashSet<>();
        for (Listed one : setup.store().list()) {
            if (one.receiptOrNull() != null && one.platform().equals(platform)) {
                versions.add(one.version());
            }
        }
        return versions;
    }

    private static List<GoVersion> newestFirst(Collection<GoVersion> versions) {
        List<GoVersion> sorted = new ArrayList<>(versions);
        sorted.sort(Collections.reverseOrder());
        return sorted;
    }

    private static boolean isNewestPatch(GoVersion version, Set<GoVersion> known) {
        if (version.isPrerelease()) {
            return false;
        }
        for (GoVersion other : known) {
            if (!other.isPrerelease()
                    && other.language().equals(version.language())
                    && other.compareTo(version) > 0) {
                return false;
            }
        }
        return true;
    }

    private static void printJson(
            List<GoVersion> shown, Set<GoVersion> installed, SupportedReleases supported, Platform platform)
            throws IOException {
        try (JsonPrinter json = new JsonPrinter()) {
            json.field("platform", platform.toString());
            json.array("releases");
            for (GoVersion version : shown) {
                json.object(null);
                json.field("version", version.text());
                json.field("supported", supported.supports(version));
                json.field("installed", installed.contains(version));
                json.end();
            }
            json.endArray();
        }
    }
}
