package io.jenkins.plugins.gotoolchain.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.source.DefaultSources;
import io.jenkins.plugins.gotoolchain.store.Receipt;
import io.jenkins.plugins.gotoolchain.store.Toolchain;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import io.jenkins.plugins.gotoolchain.transfer.ProxySettings;
import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import io.jenkins.plugins.gotoolchain.tree.TreeManifest;
import io.jenkins.plugins.gotoolchain.trust.Requirement;
import io.jenkins.plugins.gotoolchain.trust.TrustPolicy;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/**
 * The whole road with real releases, one of today and one of before Go 1.21: the tree is the one that the go command
 * installs, and the checksum database's entry the one that it accepted. Needs a {@code go} on the {@code PATH} and the
 * network that its own {@code GOPROXY} leads to; where one of them is missing it says so and does not run.
 */
@RunWith(Parameterized.class)
public class RealReleasesTest implements ProvisionListener {

    private static final long MINUTES = 5;

    /** What the store keeps beside the tree. */
    private static final Set<String> OURS = Set.of(".receipt.json", ".manifest", ".stamp");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Parameters(name = "Go {0}")
    public static List<String> versions() {
        return List.of("1.24.1", "1.20.14");
    }

    @Parameter
    public String version;

    @Test
    public void theRoadEndsWhereTheGoCommandDoes() throws Exception {
        String goproxy = go(Map.of(), "env", "GOPROXY");
        String platform = go(Map.of(), "env", "GOOS") + "-" + go(Map.of(), "env", "GOARCH");
        assumeTrue("not run: there is no go on the PATH", goproxy != null);
        assumeTrue("not run: the go command sets no modes on Windows", !platform.startsWith("windows"));
        Path cache = folder.newFolder("modules").toPath();
        Map<String, String> settings = Map.of(
                "GOTOOLCHAIN", "go" + version,
                "GOMODCACHE", cache.toString(),
                "GOFLAGS", "-modcacherw",
                "GOSUMDB", "sum.golang.org",
                "GONOSUMDB", "",
                "GOPRIVATE", "");
        assumeTrue(
                "not run: the go command could not download Go " + version + " through its GOPROXY",
                go(settings, "version") != null);

        Toolchain ours = provide(goproxy, platform).toolchain();

        String module = "golang.org/toolchain@v0.0.1-go" + version + "." + platform;
        TreeManifest theirs = manifest(cache.resolve(module));
        assertThat(manifest(ours.home()).entries()).isEqualTo(theirs.entries());
        Receipt receipt = ours.receipt();
        assertThat(receipt.treeDigest()).isEqualTo(theirs.digest());
        String accepted = Files.readString(cache.resolve(
                "cache/download/" + module.replace("@", "/@v/") + ".ziphash"));
        assertThat(receipt.evidence())
                .anySatisfy(piece -> assertThat(piece.how()).startsWith(accepted.strip() + " is record "));
    }

    private Provisioned provide(String goproxy, String platform) throws Exception {
        ProvisionSettings settings = new ProvisionSettings(
                folder.newFolder("store").toString(),
                DefaultSources.of(Map.of("GOPROXY", goproxy)),
                new Network(Profile.INTERNET, ProxySettings.fromEnvironment(System.getenv()), null, Map.of()),
                Profile.LARGE_FILE,
                TrustPolicy.requiring(Requirement.SUMDB),
                "",
                "",
                "");
        Resolution named = new Resolution(version, GoVersion.parse(version), "named in full");
        return Provisioner.open(settings, this)
                .provision(new ProvisionRequest(named, Platform.parse(platform.replace('-', '/')), null));
    }

    /** Runs the go command with settings of its environment. @return its output; null where it failed */
    private String go(Map<String, String> settings, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(words));
        command.add(0, "go");
        Path output = folder.newFile().toPath();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.getRoot())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(settings);
        try {
            Process process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return null;
            }
            return process.exitValue() == 0 ? Files.readString(output).strip() : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static TreeManifest manifest(Path root) throws Exception {
        List<TreeEntry> entries = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                if (OURS.contains(root.relativize(path).toString())) {
                    continue;
                }
                entries.add(TreeEntry.file(
                        root.relativize(path).toString(),
                        Files.size(path),
                        Files.getPosixFilePermissions(path).contains(PosixFilePermission.OWNER_EXECUTE),
                        sha256(path)));
            }
        }
        return TreeManifest.of(entries);
    }

    private static String sha256(Path path) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(path)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void notice(String text) {}

    @Override
    public void step(String text) {}
}
