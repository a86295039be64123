package io.jenkins.plugins.gotoolchain.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What the programs of this machine really print. No test needs the internet: they ask a proxy that is a folder. */
public class RealProgramsTest {

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private static Path program(String name) {
        for (String place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path file = Path.of(place, name);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        return null;
    }

    /** Runs it with nothing on the path, so that there is no go, and in English. */
    private String run(String... command) throws IOException, InterruptedException {
        Path program = program(command[0]);
        assumeTrue("did not run: no " + command[0] + " here", program != null);
        command[0] = program.toString();
        return output(new ProcessBuilder(command), folder.newFolder().getPath());
    }

    private String output(ProcessBuilder process, String path) throws IOException, InterruptedException {
        process.directory(folder.getRoot()).redirectErrorStream(true).environment().put("PATH", path);
        process.environment().put("LC_ALL", "C");
        Process running = process.start();
        running.getOutputStream().close();
        String text = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        running.waitFor();
        return text;
    }

    @Test
    public void shellsSayThatThereIsNoGo() throws Exception {
        assertThat(Log.ids(run("sh", "-c", "go version"))).isEqualTo("sh-not-found");
        assertThat(Log.ids(run("bash", "-c", "go version"))).isEqualTo("sh-not-found");
        Path script = folder.newFile("script.sh").toPath();
        Files.writeString(script, "true\ngo version\n");
        assertThat(Log.ids(run("sh", "-xe", script.toString()))).isEqualTo("sh-not-found");
        assertThat(Log.ids(run("bash", "-xe", script.toString()))).isEqualTo("sh-not-found");
    }

    @Test
    public void envSaysThatThereIsNoGo() throws Exception {
        assertThat(Log.ids(run("env", "go", "version"))).isEqualTo("env-no-such-file");
    }

    @Test
    public void makeSaysThatThereIsNoGo() throws Exception {
        Files.writeString(folder.newFile("Makefile").toPath(), "all:\n\tgo version\n");
        assertThat(Log.ids(run("make"))).isIn("env-no-such-file", "sh-not-found");
    }

    @Test
    public void aTraceOfShShowsTheDownload() throws Exception {
        String script = "url=https://go.dev/dl; curl -fsSL $url/go1.24.1.linux-amd64.tar.gz";
        assertThat(Log.ids(run("sh", "-xc", script))).isEqualTo("download");
        assertThat(Log.ids(run("sh", "-xc", "echo '" + script + "'"))).isEmpty();
        assertThat(Log.ids(run("sh", "-xc", "echo 'go: downloading go1.23.4 (linux/amd64)'"))).isEmpty();
        assertThat(Log.ids(run("bash", "-xc", "echo 'go: command not found'; # curl $url/go1.24.1.linux-amd64.tar.gz"))).isEmpty();
    }

    @Test
    public void aRecipeOfMakeShowsTheDownload() throws Exception {
        Files.writeString(folder.newFile("Makefile").toPath(),
                "V = 1.24.1\nall:\n\tcurl -fsSL https://go.dev/dl/go$(V).linux-amd64.tar.gz | tar xz\n");
        assertThat(Log.ids(run("make", "-n"))).isEqualTo("download");
    }

    @Test
    public void goSaysThatItFetchesAnotherToolchain() throws Exception {
        List<LogFinding> found = Log.read(go("GOTOOLCHAIN", "go1.99.3", "version"));
        assertThat(found).extracting(finding -> finding.rule().id()).containsExactly("go-downloading", "go-download-failed");
        assertThat(found).extracting(LogFinding::version).containsOnly("1.99.3");
    }

    @Test
    public void goSaysThatItSwitchesForAModule() throws Exception {
        Files.writeString(folder.newFile("go.mod").toPath(), "module example.com/m\n\ngo 1.99.3\n");
        assertThat(Log.ids(go("GOTOOLCHAIN", "auto", "build"))).isEqualTo("go-downloading go-download-failed");
        assertThat(Log.ids(go("GOTOOLCHAIN", "path", "build"))).isEqualTo("go-not-in-path");
    }

    @Test
    public void aLocalToolchainFetchesNothing() throws Exception {
        Files.writeString(folder.newFile("go.mod").toPath(), "module example.com/m\n\ngo 1.99.3\n");
        String log = go("GOTOOLCHAIN", "local", "build");
        assertThat(log).contains("requires go >= 1.99.3");
        assertThat(Log.ids(log)).isEmpty();
    }

    private String go(String name, String value, String... command) throws IOException, InterruptedException {
        Path go = program("go");
        assumeTrue("did not run: no go here", go != null);
        ProcessBuilder process = new ProcessBuilder(go.toString());
        process.command().addAll(List.of(command));
        Path empty = folder.newFolder().toPath();
        process.environment().put("GOPROXY", empty.toUri().toString());
        process.environment().put("GOMODCACHE", folder.newFolder().getPath());
        process.environment().put("GOENV", "off");
        process.environment().put(name, value);
        return output(process, System.getenv("PATH"));
    }
}
