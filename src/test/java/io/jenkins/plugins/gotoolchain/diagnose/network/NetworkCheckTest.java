package io.jenkins.plugins.gotoolchain.diagnose.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.testing.FaultyServer;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import io.jenkins.plugins.gotoolchain.transfer.HttpProxy;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import io.jenkins.plugins.gotoolchain.transfer.ProxySettings;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.ClassRule;
import org.junit.Test;

/** What a report is made of; that every cause is told for right is {@link NetworkLabTest}'s. */
public class NetworkCheckTest {

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1", "1.23.4");

    private static NetworkReport run(Network network, String version, String... sources) throws Exception {
        List<SourceSpec> specs = new ArrayList<>();
        for (String source : sources) {
            specs.add(SourceSpec.parse(source));
        }
        return NetworkCheck.run(new NetworkRequest(specs, network, Platform.parse("linux/amd64"),
                version == null ? null : GoVersion.parse(version), NetworkRequest.FIRST_BYTES, null), "here");
    }

    private static Network direct() {
        return Network.direct(Profile.INTRANET);
    }

    @Test
    public void aSourceInHealthServesItsNewestVersionAndAnyOtherThatItHas() throws Exception {
        NetworkReport newest = run(direct(), null, GO.site(), "goproxy:" + GO.proxy());
        assertThat(newest.serves()).as(newest.toString()).isTrue();
        assertThat(newest.targets()).extracting(TargetCheck::version).containsOnly("1.24.1");
        assertThat(run(direct(), "1.23.4", GO.site()).serves()).isTrue();
        assertThat(run(direct(), "1.22.0", GO.site()).serves()).isFalse();
    }

    @Test
    public void aListServesByItsOwnRules() throws Exception {
        String dead = "http://127.0.0.1:" + unused();
        assertThat(run(direct(), "1.24.1", "goproxy:" + dead + "," + GO.proxy()).serves()).isFalse();
        assertThat(run(direct(), "1.24.1", "goproxy:" + dead + "|" + GO.proxy()).serves()).isTrue();
        assertThat(run(direct(), "1.22.0", "goproxy:" + GO.proxy() + ",off").serves()).isFalse();
        try (FaultyServer empty = FaultyServer.start()) {
            assertThat(run(direct(), "1.24.1", "goproxy:" + empty.uri("/") + "," + GO.proxy()).serves()).isTrue();
        }
    }

    @Test
    public void manySourcesTakeNoLongerThanTheSlowest() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            NetworkReport report = run(direct(), "1.24.1", GO.site(), "goproxy:" + GO.proxy(), GO.site(), "file:/nowhere",
                    "http://127.0.0.1:" + silent.getLocalPort() + "/");
            assertThat(report.tookMillis()).isLessThan(Profile.INTRANET.timeouts().stall().toMillis() + 1000);
            assertThat(report.targets().get(4).findings()).extracting(NetworkFinding::cause).containsExactly(NetworkCause.ANSWER_SILENT);
            assertThat(report.targets().get(0).serves()).isTrue();
        }
    }

    @Test
    public void anInterruptEndsIt() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            AtomicReference<Throwable> ended = new AtomicReference<>();
            Thread check = new Thread(() -> {
                try {
                    run(Network.direct(Profile.LARGE_FILE), "1.24.1", "http://127.0.0.1:" + silent.getLocalPort() + "/");
                } catch (Throwable e) {
                    ended.set(e);
                }
            });
            check.start();
            try (Socket client = silent.accept()) {
                assertThat(client.getInputStream().read()).isEqualTo('G');
                check.interrupt();
                check.join(20_000);
                assertThat(ended.get()).isInstanceOf(InterruptedException.class);
                // and the request that was under way has ended too
                client.setSoTimeout(20_000);
                while (client.getInputStream().read() >= 0) {
                    continue;
                }
            }
        }
    }

    @Test
    public void noSecretIsInAReport() throws Exception {
        HttpProxy proxy = HttpProxy.parse("HTTP_PROXY", "http://someone:hunter2@127.0.0.1:" + unused());
        Network network = new Network(Profile.INTRANET, new ProxySettings(proxy, proxy, ""), null, Map.of());
        NetworkReport report = run(network, "1.24.1", "https://user:hunter3@mirror.invalid/go/", "goproxy:https://user:hunter4@mirror.invalid");
        NetworkWords words = new NetworkWords(Locale.ENGLISH);
        String all = String.join("\n", new NetworkText(words).lines(report)) + new NetworkHtml(words, Locale.ENGLISH).of(report) + report;
        assertThat(all).contains("proxy-refused").doesNotContain("hunter");
    }

    @Test
    public void whatAServerSendsIsNoMarkup() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            Thread thread = new Thread(() -> {
                try (Socket client = server.accept()) {
                    client.getInputStream().read();
                    String page = "<title>&lt;<script>alert(1)</script></title>";
                    client.getOutputStream().write(("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nServer: <script>\r\nContent-Length: "
                            + page.length() + "\r\n\r\n" + page).getBytes(StandardCharsets.ISO_8859_1));
                    client.getOutputStream().flush();
                    client.shutdownOutput();
                    client.getInputStream().readAllBytes();
                } catch (java.io.IOException e) {
                    // the check has gone
                }
            });
            thread.start();
            NetworkReport report = run(direct(), null, "http://127.0.0.1:" + server.getLocalPort() + "/");
            String html = new NetworkHtml(new NetworkWords(Locale.SIMPLIFIED_CHINESE), Locale.SIMPLIFIED_CHINESE).of(report);
            assertThat(html).doesNotContain("<script").contains("page-instead").contains("lang=\"zh-CN\"");
        }
    }

    @Test
    public void aReportCrossesAChannel() throws Exception {
        NetworkReport report = run(direct(), null, GO.site());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(report);
        }
        assertThat(bytes.size()).isLessThan(16_000);
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((NetworkReport) in.readObject()).serves()).isTrue();
        }
    }

    @Test
    public void everyCauseHasItsTextsInBothLanguages() {
        ResourceBundle.Control control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        String name = NetworkWords.class.getPackageName() + ".NetworkCauses";
        ResourceBundle english = ResourceBundle.getBundle(name, Locale.ROOT, control);
        ResourceBundle chinese = ResourceBundle.getBundle(name, Locale.SIMPLIFIED_CHINESE, control);
        for (NetworkCause cause : NetworkCause.values()) {
            assertThat(english.containsKey(cause.name())).as(cause.name()).isTrue();
            assertThat(english.containsKey(cause + ".do")).as(cause + ".do").isTrue();
        }
        for (String key : english.keySet()) {
            assertThat(chinese.getString(key)).as(key).isNotBlank();
            assertThat(values(chinese.getString(key))).as(key).isEqualTo(values(english.getString(key)));
        }
    }

    private static List<String> values(String text) {
        return java.util.regex.Pattern.compile("\\{[a-z]+}").matcher(text).results().map(java.util.regex.MatchResult::group).sorted().distinct().toList();
    }

    private static int unused() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
