package io.jenkins.plugins.gotoolchain.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What makes a look cheap in a JVM that has just started is what it does not need. */
public class ColdLookTest {

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    /** Finds and leases a toolchain, as every run of a build does. */
    public static final class Look {
        public static void main(String[] arguments) throws Exception {
            ToolchainStore store = new ToolchainStore(Path.of(arguments[0]));
            Toolchain toolchain = store.find(
                            GoVersion.parse("1.24.1"), Platform.parse("linux/amd64"), ReceiptDemands.NONE, null)
                    .get();
            store.lease(toolchain).close();
        }
    }

    @Test
    public void findingWhatIsInstalledReadsNoJsonHashesNothingAndLoadsFewClasses() throws Exception {
        Path root = temporary.getRoot().toPath().resolve("store");
        new FakeToolchain("1.24.1", "linux/amd64").install(new ToolchainStore(root));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:stdout",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Look.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(output).contains("store.QuickCheck");
        assertThat(output).doesNotContain("fasterxml", "java.security.MessageDigest ", "store.Receipt ", "store.Examination");
        assertThat(ours(output)).hasSizeLessThan(40);
    }

    private static List<String> ours(String output) {
        List<String> ours = new ArrayList<>();
        for (String line : output.split("\n")) {
            if (line.contains("gotoolchain.")) {
                ours.add(line);
            }
        }
        return ours;
    }
}
