package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.io.Serializable;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Which proxy for which address, by the rules of Go's {@code golang.org/x/net/http/httpproxy}.
 *
 * @param forHttp for http addresses; null for none
 * @param forHttps for https addresses; null for none
 * @param noProxy what is reached without: hosts, {@code .suffix}, {@code *.suffix}, addresses, CIDR, each with
 *     {@code :port} where wanted, comma between; {@code *} for everything
 */
public record ProxySettings(HttpProxy forHttp, HttpProxy forHttps, String noProxy) implements Serializable {

    public ProxySettings {
        noProxy = noProxy == null ? "" : noProxy;
    }

    public static ProxySettings none() {
        return new ProxySettings(null, null, "");
    }

    /**
     * Reads {@code HTTP_PROXY}, {@code HTTPS_PROXY}, {@code NO_PROXY}, or their lower-case forms; the upper-case form
     * wins. In a CGI program, known by {@code REQUEST_METHOD}, HTTP_PROXY may come from the client of the server: it
     * is not used (golang.org/s/cgihttpproxy).
     *
     * @throws ConfigurationException if one of them is no address
     */
    public static ProxySettings fromEnvironment(Map<String, String> environment) throws ConfigurationException {
        boolean cgi = !environment.getOrDefault("REQUEST_METHOD", "").isEmpty();
        return new ProxySettings(
                cgi ? null : read(environment, "HTTP_PROXY", "http_proxy"),
                read(environment, "HTTPS_PROXY", "https_proxy"),
                first(environment, "NO_PROXY", "no_proxy"));
    }

    private static HttpProxy read(Map<String, String> environment, String upper, String lower)
            throws ConfigurationException {
        String text = first(environment, upper, lower);
        return text.isEmpty() ? null : HttpProxy.parse(upper, text);
    }

    private static String first(Map<String, String> environment, String upper, String lower) {
        String text = environment.getOrDefault(upper, "");
        return text.isEmpty() ? environment.getOrDefault(lower, "") : text;
    }

    /** The proxy to ask for this address; empty to connect to its host itself. */
    public Optional<HttpProxy> proxyFor(URI uri) {
        HttpProxy proxy = forScheme(uri);
        return proxy == null || !new ProxyRules(noProxy).useProxy(uri) ? Optional.empty() : Optional.of(proxy);
    }

    /** Why {@link #proxyFor} says what it says. */
    public ProxyWhy why(URI uri) {
        if (forScheme(uri) == null) {
            return new ProxyWhy(ProxyWhy.Reason.NONE_SET, null);
        }
        String exception = new ProxyRules(noProxy).exceptionFor(uri);
        if (exception == null) {
            return new ProxyWhy(ProxyWhy.Reason.SET, null);
        }
        return exception.equals(ProxyRules.LOOPBACK)
                ? new ProxyWhy(ProxyWhy.Reason.LOOPBACK, null) : new ProxyWhy(ProxyWhy.Reason.EXCEPTED, exception);
    }

    private HttpProxy forScheme(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme()) ? forHttps
                : "http".equalsIgnoreCase(uri.getScheme()) ? forHttp : null;
    }
}
