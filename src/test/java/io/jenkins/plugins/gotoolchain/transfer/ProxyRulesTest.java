package io.jenkins.plugins.gotoolchain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.net.URI;
import java.util.Map;
import org.junit.Test;

/** The environment as Go reads it. */
public class ProxyRulesTest {

    private static boolean direct(String noProxy, String address) {
        return !new ProxyRules(noProxy).useProxy(URI.create(address));
    }

    @Test
    public void thisMachineIsNeverReachedThroughAProxy() {
        for (String host : new String[] {"localhost", "LOCALHOST:8080", "127.0.0.1", "127.8.9.1:99", "[::1]:80"}) {
            assertThat(direct("", "http://" + host + "/")).as(host).isTrue();
        }
        for (String host : new String[] {"localhost.net", "my.localhost", "[::2]", "128.0.0.1"}) {
            assertThat(direct("", "http://" + host + "/")).as(host).isFalse();
        }
    }

    @Test
    public void aNameMeansItselfAndAllBelowIt() {
        assertThat(direct("corp.example", "https://corp.example/x")).isTrue();
        assertThat(direct("corp.example", "https://a.b.Corp.Example/")).isTrue();
        assertThat(direct("corp.example", "https://mycorp.example/")).isFalse();
        assertThat(direct("corp.example", "https://corp.example.org/")).isFalse();
    }

    @Test
    public void aNameWithADotOrAStarMeansOnlyWhatIsBelowIt() {
        for (String rule : new String[] {".corp.example", "*.corp.example"}) {
            assertThat(direct(rule, "http://corp.example")).isFalse();
            assertThat(direct(rule, "http://a.corp.example")).isTrue();
            assertThat(direct(rule, "http://acorp.example")).isFalse();
        }
    }

    @Test
    public void aPortNarrowsARule() {
        assertThat(direct("corp.example:8443", "https://corp.example:8443/")).isTrue();
        assertThat(direct("corp.example:443", "https://corp.example/")).isTrue();
        assertThat(direct("corp.example:80", "https://corp.example/")).isFalse();
        assertThat(direct("10.1.2.3:80", "http://10.1.2.3/")).isTrue();
        assertThat(direct("10.1.2.3:81", "http://10.1.2.3/")).isFalse();
        assertThat(direct("[2001:db8::1]:80", "http://[2001:db8:0::1]/")).isTrue();
        assertThat(direct("[2001:db8::1]:443", "http://[2001:db8::1]/")).isFalse();
    }

    @Test
    public void addressesAndBlocksMeanAddresses() {
        assertThat(direct("10.0.0.0/30", "http://10.0.0.3")).isTrue();
        assertThat(direct("10.0.0.0/30", "http://10.0.0.4")).isFalse();
        assertThat(direct("2001:db8::/64", "http://[2001:db8::9:1]")).isTrue();
        assertThat(direct("2001:db8::/64", "http://[2001:db9::9:1]")).isFalse();
        assertThat(direct("2001:db8::1", "http://[2001:db8:0:0::1]")).isTrue();
        assertThat(direct("0.0.0.0/0", "http://8.8.8.8")).isTrue();
        assertThat(direct("10.0.0.0/30", "http://ten.example")).isFalse();
        assertThat(direct("3", "http://10.0.0.3")).isFalse();
    }

    @Test
    public void aStarMeansEverything() {
        assertThat(direct("x.example, *", "http://8.8.8.8")).isTrue();
    }

    @Test
    public void spacesAndNonsenseAreLeftOut() {
        assertThat(direct(" , :1,, 10.0.0.0/99, [,  corp.example ,", "http://corp.example")).isTrue();
        assertThat(direct(" , :1,, 10.0.0.0/99, [, *x, .", "http://corp.example")).isFalse();
    }

    @Test
    public void namesInOtherScriptsMeanTheirAsciiForm() {
        assertThat(direct("\u793a\u4f8b.com", "http://www.xn--fsq092h.com")).isTrue();
        assertThat(direct(".\u793a\u4f8b.com", "http://www.xn--fsq092h.com")).isTrue();
    }

    @Test
    public void upperCaseWinsAndEachSchemeHasItsOwn() throws Exception {
        ProxySettings settings = ProxySettings.fromEnvironment(Map.of("HTTP_PROXY", "a:1", "http_proxy", "b:2",
                "https_proxy", "https://u:p%40ss@c:3/", "no_proxy", "x"));
        assertThat(settings.proxyFor(URI.create("http://go.dev")).orElseThrow()).hasToString("http://a:1");
        HttpProxy secure = settings.proxyFor(URI.create("https://go.dev")).orElseThrow();
        assertThat(secure).hasToString("https://c:3");
        assertThat(secure.credentials()).isEqualTo(new Credentials("u", "p@ss"));
        assertThat(settings.proxyFor(URI.create("https://sub.x"))).isEmpty();
        assertThat(settings.toString()).doesNotContain("p@ss");
    }

    @Test
    public void inACgiProgramTheHttpProxyIsNotUsed() throws Exception {
        ProxySettings settings = ProxySettings.fromEnvironment(
                Map.of("HTTP_PROXY", "evil", "HTTPS_PROXY", "good", "REQUEST_METHOD", "GET"));
        assertThat(settings.proxyFor(URI.create("http://go.dev"))).isEmpty();
        assertThat(settings.proxyFor(URI.create("https://go.dev"))).isPresent();
    }

    @Test
    public void whatIsNoProxyIsRefusedWithoutShowingIt() {
        for (String text : new String[] {"http://u:ge heim@host", "socks5://u:geheim@host:1", "http://:geheim@", "ht^tp:"}) {
            assertThatThrownBy(() -> ProxySettings.fromEnvironment(Map.of("https_proxy", text))).as(text)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("HTTPS_PROXY").hasMessageNotContaining("heim");
        }
    }
}
