package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.provision.Bytes;
import io.jenkins.plugins.gotoolchain.store.Listed;
import io.jenkins.plugins.gotoolchain.store.Receipt;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Lists what is there. */
@Command(name = "list", description = {"Lists the toolchains that are installed, newest version first.", ""})
final class ListCommand implements Callable<Integer> {

    @ParentCommand
    GoToolchainCommand options;

    @Override
    public Integer call() throws Exception {
        EngineSetup setup = new EngineSetup(options);
        List<Listed> all = setup.store().list();
        if (options.json) {
            print(all);
            return ExitCode.DONE;
        }
        if (all.isEmpty()) {
            System.err.println("go-toolchain: nothing is installed in " + setup.root());
        }
        for (Listed one : all) {
            Receipt receipt = one.receiptOrNull();
            System.out.println("go" + one.version() + " " + one.platform() + "  "
                    + (receipt == null
                            ? "DAMAGED: " + one.problem()
                            : Bytes.of(one.bytes()) + "  installed " + receipt.installedAt() + "  last used "
                                    + Instant.ofEpochMilli(one.lastUsed()).truncatedTo(java.time.temporal.ChronoUnit.SECONDS))
                    + (one.inUse() ? "  in use" : "") + "  " + one.home());
        }
        return ExitCode.DONE;
    }

    private static void print(List<Listed> all) throws IOException {
        try (JsonPrinter json = new JsonPrinter()) {
            json.array("toolchains");
            for (Listed one : all) {
                json.object(null);
                json.field("version", one.version().text());
                json.field("platform", one.platform().toString());
                json.field("home", one.home());
                json.field("problem", one.problem());
                json.field("inUse", one.inUse());
                json.field("lastUsed", Instant.ofEpochMilli(one.lastUsed()).toString());
                if (one.receiptOrNull() != null) {
                    json.raw("receipt", one.receiptOrNull().json());
                }
                json.end();
            }
            json.endArray();
        }
    }
}
