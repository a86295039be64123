package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.provision.Bytes;
import io.jenkins.plugins.gotoolchain.provision.Provisioned;
import io.jenkins.plugins.gotoolchain.store.Receipt;
import io.jenkins.plugins.gotoolchain.store.ReceiptEvidence;
import io.jenkins.plugins.gotoolchain.store.ReceiptSigner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Puts toolchains in place and says on which evidence. */
@Command(
        name = "install",
        description = {
            "Puts a verified toolchain in place, unless it is there.",
            "",
            "Examples:",
            "  go-toolchain install 1.24.1",
            "  go-toolchain install 1.24 stable --root /opt/go-toolchain",
            "  go-toolchain install go.mod --require sumdb",
            "  go-toolchain install 1.24.1 --root /opt/go-toolchain --sign-receipt /run/secrets/receipts.pem",
            ""
        })
final class InstallCommand implements Callable<Integer> {

    @ParentCommand
    GoToolchainCommand options;

    @Parameters(
            arity = "0..*",
            paramLabel = "VERSION",
            description = "1.24.1, 1.24 or 1.24.x (newest patch), stable, oldstable, go.mod, go.work, .go-version,"
                    + " .tool-versions, or default (go-toolchain default). Default: go.mod; where there is none, default")
    List<String> versions = new ArrayList<>();

    @Option(names = "--sign-receipt", paramLabel = "KEY",
            description = "A private Ed25519 key (PEM) that signs the receipts, after every byte was held against them."
                    + " Whoever has the public one can demand it: --receipt-key, or in Jenkins.")
    Path signReceipt;

    @Override
    public Integer call() throws Exception {
        EngineSetup setup = new EngineSetup(options);
        List<Provisioned> all = new ArrayList<>();
        ReceiptSigner signer = signReceipt == null ? null : EngineSetup.signer(signReceipt);
        for (String version : versions.isEmpty() ? List.of(setup.unnamed()) : versions) {
            Provisioned one = setup.provision(version);
            if (signer != null) {
                setup.store().sign(one.toolchain(), signer);
            }
            setup.requireSigned(one.toolchain());
            all.add(one);
        }
        if (options.json) {
            print(all);
        } else {
            for (Provisioned one : all) {
                print(one);
            }
        }
        return ExitCode.DONE;
    }

    private static void print(Provisioned one) {
        Receipt receipt = one.toolchain().receipt();
        System.out.println("Go " + receipt.version() + " for " + receipt.platform()
                + (one.installedNow() ? " is installed in " : " was there already, in ") + one.toolchain().home());
        System.out.println("  from " + receipt.source() + ": " + receipt.archiveName() + ", "
                + Bytes.of(receipt.archiveSize()) + ", sha256 " + receipt.archiveSha256());
        for (ReceiptEvidence piece : receipt.evidence()) {
            System.out.println("  proven by " + piece.kind() + ": " + piece.how());
        }
        System.out.println("  " + receipt.treeFiles() + " files, " + Bytes.of(receipt.treeBytes()) + ", tree "
                + receipt.treeDigest());
    }

    private static void print(List<Provisioned> all) throws IOException {
        try (JsonPrinter json = new JsonPrinter()) {
            json.array("toolchains");
            for (Provisioned one : all) {
                json.object(null);
                json.field("home", one.toolchain().home().toString());
                json.field("asked", one.resolution().asked());
                json.field("how", one.resolution().how());
                json.field("installedNow", one.installedNow());
                json.field("fetchedBytes", one.fetched());
                json.raw("receipt", one.toolchain().receipt().json());
                json.end();
            }
            json.endArray();
        }
    }
}
