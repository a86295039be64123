package io.jenkins.plugins.gotoolchain.trust.sumdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeNoException;
import static org.junit.Assume.assumeTrue;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.source.GoProxyList;
import io.jenkins.plugins.gotoolchain.transfer.HttpGet;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import io.jenkins.plugins.gotoolchain.transfer.ProxySettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The real checksum database, through the GOPROXY of whoever runs the tests, against what the real go command accepts.
 * Needs the network and a go on the PATH; skipped, with the reason, where either is away.
 */
public class LiveDatabaseTest {

    private static final String TOOLCHAIN = "golang.org/toolchain";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private ChecksumDatabase database;

    @Before
    public void reach() throws Exception {
        String goproxy = "";
        try {
            goproxy = go(Map.of(), "env", "GOPROXY").strip();
        } catch (IOException e) {
            assumeNoException("no go on the PATH that tells its GOPROXY: the real database was not asked", e);
        }
        List<SumdbProxy> proxies = new ArrayList<>();
        for (GoProxyList.Entry entry : GoProxyList.parse(goproxy).entries()) {
            if (entry.kind() == GoProxyList.Kind.PROXY) {
                proxies.add(new SumdbProxy(entry.base(), entry.pastAnyError()));
            }
        }
        Network network = new Network(Profile.INTRANET, ProxySettings.fromEnvironment(System.getenv()), null, Map.of());
        SumdbSettings settings = SumdbSettings.parse(null);
        HttpSumdb reader = new HttpSumdb(settings, proxies, new HttpGet(network));
        try {
            assumeTrue("no database at " + reader.from(), reader.read("latest", 10_000).isPresent());
        } catch (UnreachableException e) {
            assumeNoException("the real checksum database cannot be reached from here and was not asked", e);
        }
        database = new ChecksumDatabase(settings.key(), reader, folder.newFolder("state").toPath());
    }

    private String go(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.add(0, "go");
        Path out = folder.newFile().toPath();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.getRoot())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("GOTOOLCHAIN", "local");
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("go " + String.join(" ", arguments) + " did not end");
        }
        if (process.exitValue() != 0) {
            throw new IOException(Files.readString(out));
        }
        return new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
    }

    @Test
    public void theEntryOfGo1241IsTheOneThatGoAccepted() throws Exception {
        SumdbEntry entry = database.lookup(TOOLCHAIN, "v0.0.1-go1.24.1.linux-amd64");

        assertThat(entry.moduleHash()).isEqualTo("h1:+AbJFFR/Yl0P7OUo47KYyCkJGQwVW2QsKjfJalHZRnM=");
        assertThat(entry.record()).isEqualTo(35_045_657);
        assertThat(entry.treeSize()).isGreaterThan(entry.record());
    }

    @Test
    public void lookUpsOneAfterTheOtherStayOnOneHistory() throws Exception {
        long size = 0;
        for (String version : new String[] {"go1.24.1.linux-amd64", "go1.25.0.linux-arm64", "go1.24.1.linux-amd64"}) {
            SumdbEntry entry = database.lookup(TOOLCHAIN, "v0.0.1-" + version);
            assertThat(entry.treeSize()).isGreaterThanOrEqualTo(size);
            size = entry.treeSize();
        }
    }

    @Test
    public void aModuleThatTheGoCommandDownloadsNowHasTheSameHash() throws Exception {
        Path cache = folder.newFolder("modules").toPath();
        String json = "";
        try {
            json = go(
                    Map.of(
                            "GOMODCACHE", cache.toString(),
                            "GOPATH", folder.newFolder("gopath").toString(),
                            "GOFLAGS", "-modcacherw",
                            "GOSUMDB", "sum.golang.org",
                            "GONOSUMDB", "",
                            "GOPRIVATE", ""),
                    "mod", "download", "-json", "rsc.io/quote@v1.5.2");
        } catch (IOException e) {
            assumeNoException("the go command could not download a module to compare with", e);
        }
        Matcher sum = Pattern.compile("\"Sum\": \"(h1:[^\"]+)\"").matcher(json);
        assertThat(sum.find()).as(json).isTrue();

        assertThat(database.lookup("rsc.io/quote", "v1.5.2").moduleHash()).isEqualTo(sum.group(1));
    }
}
