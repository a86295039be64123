package io.jenkins.plugins.gotoolchain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.FaultyServer;
import io.jenkins.plugins.gotoolchain.testing.TestCa;
import io.jenkins.plugins.gotoolchain.testing.TestProxy;
import java.net.URI;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.After;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;

/** https, with and without a proxy in between. */
public class TlsTest {

    private static final int SIZE = Rig.SIZE;

    @ClassRule
    public static final TestCa CA = new TestCa();

    private static SSLContext good;

    @Rule
    public final Rig rig = new Rig();

    private FaultyServer tls;
    private TestProxy proxy;

    @BeforeClass
    public static void certificate() throws Exception {
        good = CA.server("dns:localhost,dns:go.example");
    }

    @After
    public void stop() throws Exception {
        if (tls != null) {
            tls.close();
        }
        if (proxy != null) {
            proxy.close();
        }
    }

    private void serve(SSLContext context) throws Exception {
        tls = FaultyServer.startTls(context).file("/a.tar.gz", Rig.FILE);
        rig.tune(tls);
        trust(CA.pem());
    }

    private void trust(String pem) {
        rig.network = new Network(Profile.INTRANET, rig.network.proxies(), pem, Map.of());
    }

    private void proxy(String login, String given) throws Exception {
        proxy = new TestProxy(tls == null ? rig.server.port() : tls.port(), login);
        HttpProxy address = HttpProxy.parse("HTTPS_PROXY", (given == null ? "" : given + "@") + "127.0.0.1:" + proxy.port());
        rig.network = new Network(
                Profile.INTRANET, new ProxySettings(address, address, ""), rig.network.extraCaPem(), Map.of());
    }

    private Downloaded download() throws Exception {
        return rig.downloader().download(rig.request().from(tls.uri("/a.tar.gz")));
    }

    private Downloaded download(String uri) throws Exception {
        return rig.downloader().download(rig.request().from(URI.create(uri)));
    }

    private UnreachableException fails(String uri) {
        UnreachableException failed = catchThrowableOfType(UnreachableException.class, () -> download(uri));
        assertThat(failed).isNotNull();
        assertThat(failed.getMessage()).contains("to do: ").doesNotContain("geheim");
        return failed;
    }

    @Test
    public void anAuthorityFromTheBundleIsTrusted() throws Exception {
        serve(good);
        Downloaded got = download();
        assertThat(got.sha256()).isEqualTo(Rig.sha256(Rig.FILE));
        assertThat(got.attempts()).isEqualTo(1);
    }

    @Test
    public void anUnknownAuthorityIsRefusedAtOnceAndTheAdviceNamesTheBundle() throws Exception {
        serve(good);
        trust(null);
        UnreachableException failed = fails(tls.uri("/a.tar.gz").toString());
        assertThat(failed.getMessage()).contains("the certificate of localhost:" + tls.port()
                + " comes from an authority that is not trusted here", "GO_TOOLCHAIN_CA_FILE");
        assertThat(failed.tried()).hasSize(1);
        assertThat(tls.requests()).isEmpty();
    }

    @Test
    public void theBundleComesBesideWhatTheJvmTrusts() throws Exception {
        assertThat(TlsTrust.issuers(CA.pem()).size()).isGreaterThan(TlsTrust.issuers(null).size())
                .isGreaterThan(1);
    }

    @Test
    public void aCertificateForAnotherHostIsRefused() throws Exception {
        serve(CA.server("dns:other.example"));
        assertThat(fails(tls.uri("/a.tar.gz").toString()).getMessage())
                .contains("the certificate of localhost:" + tls.port() + " was refused", "localhost");
    }

    @Test
    public void anExpiredCertificateIsRefused() throws Exception {
        serve(CA.expired("dns:localhost"));
        assertThat(fails(tls.uri("/a.tar.gz").toString()).getMessage()).contains("has expired", "clock");
    }

    @Test
    public void aPortThatSpeaksNoTlsIsSaid() throws Exception {
        assertThat(fails("https://localhost:" + rig.server.port() + "/a.tar.gz").getMessage())
                .contains("the TLS handshake with localhost:" + rig.server.port() + " failed");
    }

    @Test
    public void aBundleThatHoldsNoCertificateIsSaid() throws Exception {
        serve(good);
        for (String pem : new String[] {"not a certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"}) {
            trust(pem);
            assertThat(fails(tls.uri("/a.tar.gz").toString()).getMessage()).contains("CA bundle holds no certificate");
        }
    }

    @Test
    public void aStallInTheHandshakeIsCut() throws Exception {
        serve(good);
        tls.script(Fault.stallInHandshake());
        assertThat(download().attempts()).isEqualTo(2);
        assertThat(rig.said.retries).containsExactly("not a byte came for 5 s");
    }

    @Test
    public void aBrokenLineIsGoneOnFromWithTlsToo() throws Exception {
        serve(good);
        tls.script(Fault.cutAfter(SIZE / 2), Fault.stallAfter(SIZE / 4));
        Downloaded got = download();
        assertThat(got.sha256()).isEqualTo(Rig.sha256(Rig.FILE));
        assertThat(got.attempts()).isEqualTo(3);
        assertThat(got.fetched()).isEqualTo(SIZE);
    }

    @Test
    public void aResetCostsNoMoreThanWhatWasOnItsWay() throws Exception {
        serve(good);
        tls.script(Fault.resetAfter(SIZE / 2));
        Downloaded got = download();
        assertThat(got.sha256()).isEqualTo(Rig.sha256(Rig.FILE));
        assertThat(got.fetched()).isEqualTo(SIZE);
    }

    @Test
    public void aRedirectFromHttpsToHttpIsRefused() throws Exception {
        serve(good);
        tls.script(Fault.status(302, "Found").header("Location", rig.server.uri("/a.tar.gz").toString()));
        assertThat(fails(tls.uri("/a.tar.gz").toString()).getMessage())
                .contains("localhost redirects from https to http: http://127.0.0.1");
        assertThat(rig.server.requests()).isEmpty();
    }

    @Test
    public void aRedirectFromHttpToHttpsIsFollowed() throws Exception {
        serve(good);
        rig.server.script(Fault.status(302, "Found").header("Location", tls.uri("/a.tar.gz").toString()));
        assertThat(rig.download().sha256()).isEqualTo(Rig.sha256(Rig.FILE));
    }

    @Test
    public void httpsGoesThroughATunnelWithCredentials() throws Exception {
        serve(good);
        proxy("u:geheim", "u:geheim");
        Downloaded got = download("https://go.example/a.tar.gz");
        assertThat(got.sha256()).isEqualTo(Rig.sha256(Rig.FILE));
        assertThat(proxy.requests()).hasSize(1);
        assertThat(proxy.requests().get(0).method()).isEqualTo("CONNECT");
        assertThat(proxy.requests().get(0).target()).isEqualTo("go.example:443");
        assertThat(tls.requests().get(0).header("Proxy-Authorization")).isNull();
    }

    @Test
    public void aTunnelWithoutTheRightCredentialsIsRefusedAtOnce() throws Exception {
        serve(good);
        for (String given : new String[] {null, "u:geheimer"}) {
            proxy("u:geheim", given);
            UnreachableException failed = fails("https://go.example/a.tar.gz");
            assertThat(failed.getMessage()).contains("the proxy http://127.0.0.1:" + proxy.port()
                    + " refused a tunnel to go.example:443 (407 Proxy Authentication Required)", "HTTPS_PROXY");
            assertThat(failed.tried()).hasSize(1);
            proxy.close();
        }
    }

    @Test
    public void aProxyThatDoesNotAllowTheHostIsSaid() throws Exception {
        serve(good);
        proxy(null, null);
        proxy.refuse("HTTP/1.1 403 Forbidden");
        assertThat(fails("https://go.example/a.tar.gz").getMessage()).contains("refused a tunnel", "403 Forbidden",
                "NO_PROXY");
        proxy.refuse("HTTP/1.1 502 Bad Gateway");
        assertThat(fails("https://go.example/a.tar.gz").tried()).hasSize(3);
    }

    @Test
    public void plainHttpGoesThroughTheProxyInWhole() throws Exception {
        proxy("u:geheim", "u:geheim");
        rig.server.script(Fault.cutAfter(SIZE / 2));
        Downloaded got = download("http://go.example/a.tar.gz");
        assertThat(got.sha256()).isEqualTo(Rig.sha256(Rig.FILE));
        assertThat(got.fetched()).isEqualTo(SIZE);
        assertThat(proxy.requests().get(0).target()).isEqualTo("http://go.example/a.tar.gz");
        assertThat(proxy.requests().get(0).header("Host")).isEqualTo("go.example");
        assertThat(rig.server.requests().get(0).header("Proxy-Authorization")).isNull();
    }

    @Test
    public void plainHttpWithoutTheRightCredentialsIsRefusedAtOnce() throws Exception {
        proxy("u:geheim", null);
        UnreachableException failed = fails("http://go.example/a.tar.gz");
        assertThat(failed.getMessage()).contains("wants credentials (407)", "HTTPS_PROXY");
        assertThat(failed.tried()).hasSize(1);
    }

    @Test
    public void aProxyThatIsNotThereIsSaid() throws Exception {
        proxy(null, null);
        proxy.close();
        assertThat(fails("http://go.example/a.tar.gz").getMessage())
                .contains("the proxy 127.0.0.1:" + proxy.port() + " refused the connection");
    }

    @Test
    public void aProxyThatIsSpokenToOverTlsWorks() throws Exception {
        serve(good);
        try (FaultyServer front = FaultyServer.startTls(good).file("/a.tar.gz", Rig.FILE)) {
            trust(CA.pem());
            HttpProxy secure = new HttpProxy(URI.create("https://localhost:" + front.port()), null);
            rig.network = new Network(Profile.INTRANET, new ProxySettings(secure, secure, ""), CA.pem(), Map.of());
            assertThat(download("http://go.example/a.tar.gz").sha256()).isEqualTo(Rig.sha256(Rig.FILE));
            assertThat(front.requests().get(0).target()).isEqualTo("http://go.example/a.tar.gz");
        }
    }
}
