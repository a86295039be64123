package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.buildcache.CacheProgram;
import io.jenkins.plugins.gotoolchain.buildcache.CacheSettings;
import io.jenkins.plugins.gotoolchain.transfer.Credentials;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The go command's external build cache; started by the go command, which speaks to it over its standard streams. */
@Command(
        name = "cacheprog",
        description = {
            "A build cache for the go command (1.24 or newer), in a folder and on a server that others share.",
            "",
            "Example:",
            "  GOCACHEPROG=\"go-toolchain cacheprog --dir /var/cache/go-build --url https://host/path/\" go build ./...",
            ""
        })
final class CacheprogCommand implements Callable<Integer> {

    @ParentCommand
    GoToolchainCommand options;

    @Option(names = "--dir", paramLabel = "DIR", required = true, description = "The folder of records and bodies.")
    Path dir;

    @Option(names = "--url", paramLabel = "URL",
            description = "A server that knows GET and PUT. Its login: GO_TOOLCHAIN_CACHE_USER and"
                    + " GO_TOOLCHAIN_CACHE_PASSWORD; with GO_TOOLCHAIN_CACHE_REGION too they are a key of S3.")
    String url;

    @Option(names = "--read-only", description = "Nothing is sent to the server.")
    boolean readOnly;

    @Option(names = "--max-bytes", paramLabel = "SIZE",
            description = "At the end, what was used longest ago goes while the folder takes more: 500M, 10G.")
    String maxBytes;

    @Override
    public Integer call() throws Exception {
        Network network = new EngineSetup(options).network();
        String user = options.environment.getOrDefault("GO_TOOLCHAIN_CACHE_USER", "");
        Credentials login = user.isEmpty() ? null : new Credentials(
                user, options.environment.getOrDefault("GO_TOOLCHAIN_CACHE_PASSWORD", ""),
                options.environment.get("GO_TOOLCHAIN_CACHE_REGION"));
        CacheSettings settings = new CacheSettings(
                dir,
                null,
                url == null ? null : CacheSettings.server(url, login != null),
                login,
                network.proxies(),
                network.extraCaPem(),
                readOnly,
                maxBytes == null ? 0 : Quantity.bytes(maxBytes));
        new CacheProgram(settings, line -> System.err.println("go-toolchain: " + line)).serve(System.in, System.out);
        return ExitCode.DONE;
    }
}
