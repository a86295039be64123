package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkCheck;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkHtml;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkReport;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkRequest;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkText;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkWords;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.provision.LastDownloads;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Names what stands between this machine and the sources of toolchains. */
@Command(
        name = "diagnose",
        description = {
            "Asks every source as a download would, all side by side, and names what stands in the way: proxy, name, connection,"
                    + " certificate, answer, index, bytes. Takes no longer than the longest time-out of the profile.",
            "Ends with 0 where every source could serve, else with 4.",
            "",
            "Examples:",
            "  go-toolchain diagnose",
            "  go-toolchain diagnose 1.24.1 --source https://mirror.example.com/go/ --html report.html",
            ""
        })
final class DiagnoseCommand implements Callable<Integer> {

    private static final long MOST_BYTES = 1L << 30;

    @ParentCommand
    GoToolchainCommand options;

    @Parameters(arity = "0..1", paramLabel = "VERSION", description = "The Go to look for. Default: the newest that a source lists.")
    String version;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the report as one HTML file too, with pictures of how this store's last downloads went.")
    Path html;

    @Option(names = "--bytes", paramLabel = "N", description = "How much of an archive is read, to see how it comes. Default: 1048576.")
    long bytes = NetworkRequest.FIRST_BYTES;

    @Option(names = "--literal", paramLabel = "ADDRESS:PORT",
            description = "An address to try where a name is not known, to see whether there is a network at all. Default: the"
                    + " name server.")
    String literal;

    @Option(names = "--lang", paramLabel = "LANG", description = "en or zh. Default: that of LANG in the environment.")
    String lang;

    @Override
    public Integer call() throws Exception {
        Locale locale = Language.of(lang, options.environment);
        EngineSetup setup = new EngineSetup(options);
        GoVersion wanted = version == null ? null : GoVersion.parse(version);
        NetworkReport report = NetworkCheck.run(
                new NetworkRequest(setup.sources(), setup.network(), setup.platform(), wanted, bytes(), literal()), node());
        NetworkWords words = new NetworkWords(locale);
        if (html != null) {
            write(new NetworkHtml(words, locale).of(report, LastDownloads.of(setup.root())));
        }
        if (options.json) {
            DiagnoseJson.print(report, words);
        } else {
            new NetworkText(words).lines(report).forEach(System.out::println);
        }
        return report.serves() ? ExitCode.DONE : ExitCode.UNREACHABLE;
    }

    private long bytes() throws ConfigurationException {
        if (bytes < 1024 || bytes > MOST_BYTES) {
            throw new ConfigurationException("--bytes is " + bytes, "give a number from 1024 to " + MOST_BYTES);
        }
        return bytes;
    }

    private String literal() throws ConfigurationException {
        if (literal != null && !literal.matches("(\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+]):\\d{1,5}")) {
            throw new ConfigurationException("--literal is no address with a port: " + literal, "write 192.0.2.1:443 or [2001:db8::1]:443");
        }
        return literal;
    }

    private void write(String page) throws StoreException {
        try {
            Files.writeString(html, page);
        } catch (IOException e) {
            throw new StoreException("The report could not be written to " + html + ": " + e.getMessage(), "name a file in a folder that can be written to");
        }
    }

    private static String node() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this machine";
        }
    }
}
