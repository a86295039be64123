package io.jenkins.plugins.gotoolchain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ExplainCommandTest {

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path log(String text) throws Exception {
        return Files.writeString(temporary.newFile().toPath(), text);
    }

    private static CommandLineRun run(String... words) {
        return CommandLineRun.of(Map.of("GOENV", "off", "GOMODCACHE", "/nowhere"), words);
    }

    @Test
    public void itNamesTheCauseItsLinesAndWhatToDo() throws Exception {
        CommandLineRun run = run("explain", log("a\ngzip: stdin: unexpected end of file\n").toString());
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("1. An archive ends too early").contains("   2: gzip: stdin: unexpected end of file").contains("to do: Verify");
    }

    @Test
    public void inChineseToo() throws Exception {
        String file = log("gzip: stdin: unexpected end of file\n").toString();
        assertThat(run("explain", file, "--lang", "zh").out()).contains("归档文件提前结束");
        assertThat(CommandLineRun.of(Map.of("LANG", "zh_CN.UTF-8"), "explain", file).out()).contains("归档文件提前结束");
        assertThat(run("explain", file, "--lang", "fr").code()).isEqualTo(2);
    }

    @Test
    public void aHealthyLogHasNothing() throws Exception {
        CommandLineRun run = run("explain", log("ok  \texample.com/service\t0.01s\n").toString());
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Nothing is known of what this log says (1 lines)");
    }

    @Test
    public void standardInputIsADash() throws Exception {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("sh: 1: go: not found\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run("explain", "-").out()).contains("[no-go]");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    public void theWorkspaceExplainsWhatTheLogFetched() throws Exception {
        Path workspace = temporary.newFolder().toPath();
        Files.writeString(workspace.resolve("go.mod"), "module m\n\ngo 1.99.0\n");
        CommandLineRun run = run("explain", log("go: downloading go1.99.0 (linux/amd64)\n").toString(), "--workspace", workspace.toString());
        assertThat(run.out()).contains("m (go)").contains("go.mod:3  <- explains the log");
        CommandLineRun json = run("explain", log("go: downloading go1.99.0 (linux/amd64)\n").toString(), "--workspace", workspace.toString(), "--json");
        assertThat(json.out()).contains("\"explains\" : true").contains("\"rule\" : \"fetches-toolchain\"");
    }

    @Test
    public void whatIsNotThereIsSaid() throws Exception {
        assertThat(run("explain", "/nowhere/build.log").code()).isEqualTo(2);
        assertThat(run("explain").code()).isEqualTo(2);
        CommandLineRun run = run("explain", "--workspace", "/nowhere");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("is no folder").doesNotContain("Exception");
    }
}
