package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.store.ToolchainStore;
import io.jenkins.plugins.gotoolchain.store.VerifyReport;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Reads every byte again. */
@Command(
        name = "verify",
        description = {
            "Reads every byte of installed toolchains and names what is missing, changed or extra. A toolchain that is not"
                    + " as it was proven is put aside, so that no build gets it; the next one that asks has it provisioned"
                    + " anew. Ends with 5 then.",
            ""
        })
final class VerifyCommand implements Callable<Integer> {

    @ParentCommand
    GoToolchainCommand options;

    @Parameters(arity = "0..*", paramLabel = "VERSION", description = "Versions in full. Default: all that are installed.")
    List<String> versions = new ArrayList<>();

    @Option(names = "--keep", description = "Leave a damaged toolchain where it is, to look at it.")
    boolean keep;

    private boolean sound = true;

    @Override
    public Integer call() throws Exception {
        EngineSetup setup = new EngineSetup(options);
        List<Installed> chosen = Installed.choose(setup, options, versions);
        if (options.json) {
            try (JsonPrinter json = new JsonPrinter()) {
                json.array("toolchains");
                for (Installed one : chosen) {
                    print(one, setup.store(), json);
                }
                json.endArray();
            }
        } else {
            for (Installed one : chosen) {
                print(one, setup.store());
            }
        }
        return sound ? ExitCode.DONE : ExitCode.VERIFICATION;
    }

    private void print(Installed one, ToolchainStore store) throws IOException, InterruptedException {
        VerifyReport report = store.verify(one.version(), one.platform());
        System.out.println(one.name() + ": " + (report.isSound() ? "sound, " : "NOT as it was proven: ") + report.summary());
        if (report.isSound()) {
            return;
        }
        list("missing", report.missing());
        list("changed", report.changed());
        list("extra", report.extra());
        list("mode", report.modeChanged());
        Optional<Path> aside = putAside(one.version(), one.platform(), report, store);
        if (aside.isPresent()) {
            System.out.println("  put aside: " + aside.get());
        }
    }

    private void print(Installed one, ToolchainStore store, JsonPrinter json) throws IOException, InterruptedException {
        VerifyReport report = store.verify(one.version(), one.platform());
        json.object(null);
        json.field("version", one.version().text());
        json.field("platform", one.platform().toString());
        json.field("sound", report.isSound());
        json.field("files", report.files());
        json.field("bytes", report.bytes());
        json.strings("problems", report.problems());
        json.strings("missing", report.missing());
        json.strings("changed", report.changed());
        json.strings("extra", report.extra());
        json.strings("modeChanged", report.modeChanged());
        if (!report.isSound()) {
            Optional<Path> aside = putAside(one.version(), one.platform(), report, store);
            json.field("aside", aside.isPresent() ? aside.get().toString() : "");
        }
        json.end();
    }

    private Optional<Path> putAside(GoVersion version, Platform platform, VerifyReport report, ToolchainStore store)
            throws IOException, InterruptedException {
        sound = false;
        return keep ? Optional.empty() : store.putAside(version, platform, report);
    }

    private static void list(String word, List<String> paths) {
        for (String path : paths) {
            System.out.println("  " + word + "  " + path);
        }
    }
}
