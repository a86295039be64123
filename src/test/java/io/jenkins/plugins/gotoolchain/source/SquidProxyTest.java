package io.jenkins.plugins.gotoolchain.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.testing.Content;
import io.jenkins.plugins.gotoolchain.testing.FaultyServer;
import io.jenkins.plugins.gotoolchain.testing.Squid;
import io.jenkins.plugins.gotoolchain.testing.TestCa;
import io.jenkins.plugins.gotoolchain.transfer.DownloadRequest;
import io.jenkins.plugins.gotoolchain.transfer.Downloaded;
import io.jenkins.plugins.gotoolchain.transfer.Downloader;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import io.jenkins.plugins.gotoolchain.transfer.ProxySettings;
import io.jenkins.plugins.gotoolchain.transfer.TransferProgress;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** squid as companies run it: nothing gets out without a user and a password, neither http nor a tunnel. */
public class SquidProxyTest {

    private static final GoVersion GO = new GoVersion("1.24.1");
    private static final Platform LINUX = new Platform("linux", "amd64");
    private static final String NAME = "go1.24.1.linux-amd64.tar.gz";
    private static final String HEX = "ab".repeat(32);

    @ClassRule
    public static TemporaryFolder shared = new TemporaryFolder();

    @ClassRule
    public static final TestCa CA = new TestCa();

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private static Squid squid;
    private static SSLContext certificate;
    private FaultyServer plain;
    private FaultyServer secured;

    @BeforeClass
    public static void start() throws Exception {
        squid = new Squid(shared.newFolder("squid").toPath(), "builder", "s3cr3t w%rd");
        certificate = CA.server("dns:" + Squid.HOST);
    }

    @AfterClass
    public static void stop() {
        if (squid != null) {
            squid.close();
        }
    }

    @Before
    public void serve() throws Exception {
        plain = FaultyServer.start();
        secured = FaultyServer.startTls(certificate);
        for (FaultyServer server : new FaultyServer[] {plain, secured}) {
            server.file("/", Content.text("application/json", Index.of("1.24.1 linux amd64 " + HEX + " 2000000")));
            server.file("/" + NAME, Content.random(2_000_000, 3));
        }
    }

    @After
    public void close() throws Exception {
        plain.close();
        secured.close();
    }

    private Sources sources(String url, String login) throws Exception {
        String proxy = "http://" + login + "127.0.0.1:" + squid.port();
        ProxySettings proxies = ProxySettings.fromEnvironment(Map.of("HTTP_PROXY", proxy, "HTTPS_PROXY", proxy));
        Network network = new Network(Profile.INTRANET, proxies, CA.pem(), Map.of());
        return Sources.open(List.of(SourceSpec.site(url, true)), network, temporary.getRoot().toPath().resolve("cache"), notice -> { });
    }

    private Downloaded download(Sources sources) throws Exception {
        Offer offer = sources.list().get(0).offer(GO, LINUX);
        return new Downloader(sources.network(), new TransferProgress() { }).download(new DownloadRequest(offer.locations().get(0).uri(),
                offer.archive().size(), null, 1L << 30, temporary.getRoot().toPath().resolve("partial"), NAME, null));
    }

    private String http() {
        return "http://" + Squid.HOST + ":" + plain.port() + "/";
    }

    private String https() {
        return "https://" + Squid.HOST + ":" + secured.port() + "/";
    }

    @Test
    public void httpGoesThroughWithThePassword() throws Exception {
        assertThat(download(sources(http(), "builder:s3cr3t%20w%25rd@")).size()).isEqualTo(2_000_000);
        assertThat(plain.requests()).allSatisfy(request -> assertThat(request.header("Via")).contains("squid"));
        assertThat(plain.requests()).noneMatch(request -> request.headers().containsKey("proxy-authorization"));
    }

    @Test
    public void httpsGoesThroughATunnelWithThePassword() throws Exception {
        assertThat(download(sources(https(), "builder:s3cr3t%20w%25rd@")).size()).isEqualTo(2_000_000);
        assertThat(squid.access()).contains("builder CONNECT " + Squid.HOST + ":" + secured.port());
        assertThat(secured.requests()).noneMatch(request -> request.headers().containsKey("proxy-authorization"));
    }

    @Test
    public void withoutAPasswordTheProxyIsNamedAndWhatItWants() throws Exception {
        for (String url : new String[] {http(), https()}) {
            assertThatThrownBy(() -> download(sources(url, ""))).as(url)
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("407").hasMessageContaining(Squid.HOST).hasMessageContaining("secret of the proxy");
        }
        assertThat(plain.requests()).isEmpty();
        assertThat(secured.requests()).isEmpty();
    }

    @Test
    public void aWrongPasswordIsRefusedAtOnceAndNotPrinted() throws Exception {
        for (String url : new String[] {http(), https()}) {
            assertThatThrownBy(() -> download(sources(url, "builder:wr0ng@"))).as(url)
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("407").hasMessageContaining("attempt 1").hasMessageNotContaining("attempt 2")
                    .hasMessageNotContaining("wr0ng");
        }
    }
}
