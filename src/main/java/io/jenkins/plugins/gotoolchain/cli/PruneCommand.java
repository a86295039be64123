package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.provision.Bytes;
import io.jenkins.plugins.gotoolchain.store.PruneReport;
import io.jenkins.plugins.gotoolchain.store.PruneRules;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Removes toolchains by rule. */
@Command(
        name = "prune",
        description = {
            "Removes the toolchains that may go by these rules, never one that is in use, and what dead processes left.",
            "",
            "Examples:",
            "  go-toolchain prune --keep 3 --unused-for 30d --max-size 10G --max 8",
            "  go-toolchain prune --unused-for 2w --dry-run",
            ""
        })
final class PruneCommand implements Callable<Integer> {

    @ParentCommand
    GoToolchainCommand options;

    @Spec
    CommandSpec spec;

    @Option(names = "--keep", paramLabel = "N", defaultValue = "-1",
            description = "The N that were used last stay. Alone, all others go.")
    int keep;

    @Option(names = "--unused-for", paramLabel = "TIME", description = "What was not used for so long goes: 12h, 30d, 4w.")
    String unusedFor;

    @Option(names = "--max-size", paramLabel = "SIZE",
            description = "While all take more than this, the one used longest ago goes: 500M, 10G.")
    String maxSize;

    @Option(names = "--max", paramLabel = "N", defaultValue = "-1",
            description = "While there are more than N, the one used longest ago goes.")
    int max;

    @Option(names = "--dry-run", description = "Only say what would go.")
    boolean dryRun;

    @Override
    public Integer call() throws Exception {
        PruneRules rules = new PruneRules(
                keep,
                unusedFor == null ? null : Quantity.duration(unusedFor),
                maxSize == null ? -1 : Quantity.bytes(maxSize),
                max,
                dryRun,
                null);
        if (!rules.any()) {
            throw new ParameterException(
                    spec.commandLine(), "No rule was given: --keep, --unused-for, --max-size or --max.");
        }
        PruneReport report = new EngineSetup(options).store().prune(rules);
        if (options.json) {
            print(report);
        } else {
            for (PruneReport.Decision one : report.removed()) {
                System.out.println((dryRun ? "would remove " : "removed ") + name(one) + ": " + one.why());
            }
            for (PruneReport.Decision one : report.kept()) {
                System.out.println("kept " + name(one) + ": " + one.why());
            }
            System.out.println((dryRun ? "would free " : "freed ") + Bytes.of(report.freedBytes()));
        }
        return ExitCode.DONE;
    }

    private static void print(PruneReport report) throws IOException {
        try (JsonPrinter json = new JsonPrinter()) {
            json.field("dryRun", report.dryRun());
            json.field("freedBytes", report.freedBytes());
            print(json, "removed", report.removed());
            print(json, "kept", report.kept());
        }
    }

    private static void print(JsonPrinter json, String name, List<PruneReport.Decision> decisions) throws IOException {
        json.array(name);
        for (PruneReport.Decision one : decisions) {
            json.object(null);
            json.field("name", name(one));
            json.field("why", one.why());
            json.end();
        }
        json.endArray();
    }

    private static String name(PruneReport.Decision decision) {
        return "go" + decision.toolchain().version() + " " + decision.toolchain().platform();
    }
}
