package io.jenkins.plugins.gotoolchain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DiagnoseCommandTest {

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1");

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private static CommandLineRun run(String... words) {
        return CommandLineRun.of(Map.of("GOENV", "off", "LANG", "C"), words);
    }

    private static String nobody() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return "http://127.0.0.1:" + socket.getLocalPort() + "/";
        }
    }

    @Test
    public void zeroWhereAllCanServeAndFourWhereOneCannot() throws Exception {
        CommandLineRun good = run("diagnose", "--platform", "linux/amd64", "--source", GO.site());
        assertThat(good.code()).as(good.out()).isZero();
        assertThat(good.out()).contains("can serve").contains("Go 1.24.1 among them");
        CommandLineRun bad = run("diagnose", "--platform", "linux/amd64", "--source", GO.site(), "--source", nobody());
        assertThat(bad.code()).isEqualTo(4);
        assertThat(bad.out()).contains("[refused]").contains("to do: Correct the address or the port");
    }

    @Test
    public void asJsonAndAsOneFile() throws Exception {
        Path page = temporary.getRoot().toPath().resolve("report.html");
        CommandLineRun run = run("diagnose", "--json", "--html", page.toString(), "--source", nobody(), "--lang", "zh");
        assertThat(run.code()).isEqualTo(4);
        try (JsonParser json = new JsonFactory().createParser(run.out())) {
            while (json.nextToken() != null) {
                continue; // it is whole
            }
        }
        assertThat(run.out()).contains("\"cause\" : \"refused\"").contains("拒绝连接");
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("拒绝连接").endsWith("</html>\n");
    }

    @Test
    public void wrongUseIsToldAtOnce() throws Exception {
        assertThat(run("diagnose", "1.x.y", "--source", nobody()).code()).isEqualTo(3);
        assertThat(run("diagnose", "--bytes", "1", "--source", nobody()).code()).isEqualTo(2);
        assertThat(run("diagnose", "--bytes", "99999999999999", "--source", nobody()).code()).isEqualTo(2);
        assertThat(run("diagnose", "--literal", "example.com:443", "--source", nobody()).code()).isEqualTo(2);
        assertThat(run("diagnose", "--profile", "fast", "--source", nobody()).code()).isEqualTo(2);
        assertThat(run("diagnose", "--source", "gopher://x").code()).isEqualTo(2);
        CommandLineRun nowhere = run("diagnose", "--html", temporary.getRoot() + "/no/such/folder.html", "--source", nobody());
        assertThat(nowhere.code()).isEqualTo(6);
        assertThat(nowhere.err()).contains("The report could not be written");
    }
}
