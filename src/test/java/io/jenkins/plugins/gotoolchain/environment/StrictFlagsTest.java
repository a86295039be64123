package io.jenkins.plugins.gotoolchain.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class StrictFlagsTest {

    private static final Path GO = Path.of("/usr/local/go");

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private static String flags(String flags, String version, boolean vendored) throws ConfigurationException {
        return StrictFlags.of(flags, new GoVersion(version), vendored);
    }

    @Test
    public void whatTheFlagsSayAlreadyStays() throws Exception {
        assertThat(flags("", "1.24.1", false)).isEqualTo("-mod=readonly -trimpath");
        assertThat(flags(" -v ", "1.24.1", false)).isEqualTo("-v -mod=readonly -trimpath");
        assertThat(flags("-mod=mod --trimpath=false", "1.24.1", false)).isEqualTo("-mod=mod --trimpath=false");
        assertThat(flags("", "1.24.1", true)).as("Go takes a vendor folder by itself").isEqualTo("-trimpath");
        assertThat(flags("", "1.12", false)).isEqualTo("-mod=readonly");
        assertThat(flags("'-ldflags=-X main.mod=-trimpath'", "1.24.1", false))
                .isEqualTo("'-ldflags=-X main.mod=-trimpath' -mod=readonly -trimpath");
    }

    @Test
    public void aLogGetsNoValueThatMayBeSecret() throws Exception {
        assertThat(StrictFlags.printable("-mod=readonly -trimpath '-ldflags=-X main.token=s3cr3t' -tags=a,b"))
                .isEqualTo("-mod=readonly -trimpath -ldflags=… -tags=a,b");
    }

    /** Two agents: their own GOROOT, caches, folders and users' homes; the same sources. */
    @Test
    public void theSameSourcesComeToTheSameBytesOnTwoAgents() throws Exception {
        assumeTrue("a go command is here", Files.isExecutable(GO.resolve("bin/go")));
        String one = digest("one", "/a", true);
        assertThat(digest("another", "/some/where/else", true)).isEqualTo(one);
        assertThat(digest("third", "/some/where/else", false)).as("without the flags").isNotEqualTo(one);
    }

    private String digest(String agent, String workspace, boolean strict) throws Exception {
        Path root = temporary.newFolder(agent).toPath();
        Path home = root.resolve("tools/go1.x.linux-amd64");
        copy(GO, home);
        Path sources = Files.createDirectories(Path.of(root + workspace));
        Files.writeString(sources.resolve("go.mod"), "module example.test/m\n\ngo 1.21\n");
        Files.writeString(sources.resolve("m.go"), "package main\n\nimport \"errors\"\n\nfunc main() { panic(errors.New(\"m\")) }\n");
        GoSettings settings = GoSettings.none()
                .with(Setting.GOCACHE, root.resolve("cache").toString())
                .with(Setting.GOMODCACHE, root.resolve("mod").toString());
        if (strict) {
            settings = settings.with(Setting.GOFLAGS, StrictFlags.of("", new GoVersion("1.24.1"), false));
        }
        ProcessBuilder go = new ProcessBuilder(home.resolve("bin/go").toString(), "build", "-o", root.resolve("out").toString(), ".")
                .directory(sources.toFile()).redirectErrorStream(true);
        go.environment().putAll(Map.of("HOME", root.toString(), "CGO_ENABLED", "0", "GOENV", "off"));
        GoEnvironment.of(new GoVersion("1.24.1"), home.toString(), false, settings).applyTo(go.environment());
        Process process = go.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(root.resolve("out"))));
    }

    /** By links to the files, which takes no time and no room. */
    private static void copy(Path from, Path to) throws IOException {
        Path real = from.toRealPath();
        List<Path> all;
        try (Stream<Path> walk = Files.walk(real)) {
            all = walk.filter(path -> !path.startsWith(real.resolve("test"))).toList();
        }
        for (Path path : all) {
            Path copy = to.resolve(real.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(copy);
            } else {
                try {
                    Files.createLink(copy, path);
                } catch (IOException e) {
                    Files.copy(path, copy); // another disk
                }
            }
        }
    }
}
