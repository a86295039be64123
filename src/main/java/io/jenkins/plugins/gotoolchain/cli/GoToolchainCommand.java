package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.provision.PluginVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The options that all commands share, before or after the command's name. */
@Command(
        name = "go-toolchain",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = GoToolchainCommand.Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Puts verified Go toolchains in place, and runs builds with them and no other.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            InstallCommand.class,
            ExecCommand.class,
            EnvCommand.class,
            ListCommand.class,
            ReleasesCommand.class,
            ListallCommand.class,
            PlatformsCommand.class,
            DefaultCommand.class,
            VerifyCommand.class,
            ExplainCommand.class,
            DiagnoseCommand.class,
            PinsCommand.class,
            RemoveCommand.class,
            PruneCommand.class,
            CacheprogCommand.class
        })
final class GoToolchainCommand implements Runnable {

    @Option(names = "--root", paramLabel = "DIR", scope = ScopeType.INHERIT,
            description = "The folder that keeps the toolchains. Default: GO_TOOLCHAIN_ROOT, else a folder of the user's.")
    Path root;

    @Option(names = "--layer", paramLabel = "DIR", scope = ScopeType.INHERIT,
            description = "A folder of toolchains that somebody else keeps, such as the root in an image or on a shared volume;"
                    + " repeatable. What the root has not is used from there, if it verifies. Default: GO_TOOLCHAIN_LAYERS.")
    List<Path> layers = new ArrayList<>();

    @Option(names = "--source", paramLabel = "SOURCE", scope = ScopeType.INHERIT,
            description = {
                "Where archives come from; repeatable, asked in order: https://host/path/ (a download site),"
                        + " goproxy:URL (a Go module proxy, or a GOPROXY list), file:DIR (a folder).",
                "Default: GO_TOOLCHAIN_SOURCES, else the user's GOPROXY, goproxy:https://go.dev/dl/mod and"
                        + " https://go.dev/dl/."
            })
    List<String> sources = new ArrayList<>();

    @Option(names = "--reference", paramLabel = "SITE", scope = ScopeType.INHERIT,
            description = "The download site whose index the archives of other download sites are held against, whenever it"
                    + " can be had; none for none. Default: GO_TOOLCHAIN_REFERENCE, else https://go.dev/dl/")
    String reference;

    @Option(names = "--sha256", paramLabel = "HEX", scope = ScopeType.INHERIT,
            description = "The SHA-256 that the archive must have. With it, download sites are asked before proxies.")
    String sha256;

    @Option(names = "--pins", paramLabel = "FILE", scope = ScopeType.INHERIT,
            description = "The file of pins. Default: go-toolchain.pins beside the file that VERSION names, or here; where"
                    + " there is one, nothing is accepted that is not pinned in it.")
    Path pins;

    @Option(names = "--require", paramLabel = "KIND", scope = ScopeType.INHERIT,
            description = "Evidence that must be there: sha256, signature or sumdb; repeatable. Default: any one of them.")
    List<String> require = new ArrayList<>();

    @Option(names = "--signing-key", paramLabel = "FILE", scope = ScopeType.INHERIT,
            description = "The armored public key that archives must be signed by, or its address. Default: Go's own, fetched"
                    + " from its publisher and kept.")
    String signingKey;

    @Option(names = "--signing-key-fingerprint", paramLabel = "HEX", scope = ScopeType.INHERIT,
            description = "The fingerprint of that key's primary key, in full. Default: that of Go's.")
    String signingKeyFingerprint;

    @Option(names = "--receipt-key", paramLabel = "FILE", scope = ScopeType.INHERIT,
            description = "Public keys (PEM) one of which must have signed the receipt of a toolchain, or it is not used.")
    Path receiptKey;

    @Option(names = "--platform", paramLabel = "OS/ARCH", scope = ScopeType.INHERIT,
            description = "For another platform than this machine's, such as windows/amd64.")
    String platform;

    @Option(names = "--profile", paramLabel = "NAME", scope = ScopeType.INHERIT,
            description = "How patient to be: intranet, internet or large-file. Default: large-file for archives,"
                    + " internet for the rest.")
    String profile;

    @Option(names = "--ca-file", paramLabel = "FILE", scope = ScopeType.INHERIT,
            description = "Certificates (PEM) to trust besides Java's own. Default: GO_TOOLCHAIN_CA_FILE.")
    Path caFile;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Results, and errors, as JSON on standard output.")
    boolean json;

    /** What settings that are not options come from. */
    Map<String, String> environment = System.getenv();

    @Spec
    CommandSpec spec;

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command was given.");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"go-toolchain " + PluginVersion.TEXT};
        }
    }
}
