package io.jenkins.plugins.gotoolchain.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import io.jenkins.plugins.gotoolchain.tree.TreeManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Compares with what a real go command makes of a real toolchain. Needs a {@code go} on the {@code PATH} and the network
 * that its own {@code GOPROXY} leads to; where one of them is missing it says so and does not run.
 */
public class RealToolchainTest {

    private static final long MINUTES = 5;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void theTreeIsTheOneThatTheGoCommandInstalls() throws Exception {
        String os = go("env", "GOOS");
        String arch = go("env", "GOARCH");
        assumeTrue("not run: there is no go on the PATH", os != null && arch != null);
        assumeTrue("not run: the go command sets no modes on Windows", !os.equals("windows"));
        ToolchainShape shape = new ToolchainShape("go1.24.1", os, arch);
        Path cache = folder.newFolder("modules").toPath();
        assumeTrue(
                "not run: the go command could not download " + shape + " through its GOPROXY",
                go("version", "GOTOOLCHAIN=go1.24.1", "GOMODCACHE=" + cache) != null);
        String name = shape.modulePrefix().substring(0, shape.modulePrefix().length() - 1);
        Path zip = cache.resolve("cache/download/golang.org/toolchain/@v/" + name.substring(name.indexOf('@') + 1) + ".zip");
        Path installed = cache.resolve(name);
        try {
            Path staging = folder.newFolder("staging").toPath();
            Unpacked unpacked = new ModuleZipUnpacker()
                    .unpack(zip, staging, shape, UnpackLimits.TOOLCHAIN, UnpackProgress.NONE);
            TreeManifest theirs = manifest(installed);
            assertThat(unpacked.manifest().entries()).isEqualTo(theirs.entries());
            assertThat(manifest(staging).digest()).isEqualTo(theirs.digest());
        } finally {
            makeDeletable(cache);
        }
    }

    /** Runs the go command with settings of its environment. @return its output; null where it failed */
    private String go(String command, String... settings) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("go", command));
        Path output = folder.newFile().toPath();
        ProcessBuilder builder = new ProcessBuilder(words);
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 0) {
                words.add(setting);
            } else {
                builder.environment().put(setting.substring(0, equals), setting.substring(equals + 1));
            }
        }
        builder.redirectOutput(output.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
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

    private static TreeManifest manifest(Path root) throws IOException {
        List<TreeEntry> entries = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                byte[] content = Files.readAllBytes(path);
                entries.add(TreeEntry.file(
                        root.relativize(path).toString(),
                        content.length,
                        Files.getPosixFilePermissions(path).contains(PosixFilePermission.OWNER_EXECUTE),
                        Sha256.hexOf(content)));
            }
        }
        return TreeManifest.of(entries);
    }

    /** The go command's folders are read-only. */
    private static void makeDeletable(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isDirectory).forEach(path -> path.toFile().setWritable(true));
        }
    }
}
