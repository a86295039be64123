package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;

/** The JVM's own client, for servers that are written to: with proxy, trust and login as the rest of the road has them. */
public final class HttpClients {

    private final HttpClient client;
    private final Credentials login;
    private final String proxyLogin;

    private HttpClients(HttpClient client, Credentials login, String proxyLogin) {
        this.client = client;
        this.login = login;
        this.proxyLogin = proxyLogin;
    }

    /**
     * @param base of all addresses that are asked
     * @param login for them; null for none
     * @param what is spoken to, for a refusal: {@code build cache}
     * @throws ConfigurationException where the proxy cannot be used
     */
    public static HttpClients of(
            URI base, Credentials login, ProxySettings proxies, String extraCaPem, Duration connect, String what)
            throws IOException {
        HttpProxy proxy = proxies.proxyFor(base).orElse(null);
        if (proxy != null && !"http".equals(proxy.address().getScheme())) {
            throw new ConfigurationException("The " + what + " cannot use a proxy that is spoken to over https.",
                    "name an http proxy, or put the server of the " + what + " into NO_PROXY");
        }
        InetSocketAddress address = proxy == null ? null : InetSocketAddress.createUnresolved(
                proxy.address().getHost(), proxy.address().getPort() < 0 ? 80 : proxy.address().getPort());
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connect)
                .sslContext(TlsTrust.context(extraCaPem))
                .proxy(ProxySelector.of(address))
                .build();
        return new HttpClients(
                client,
                login,
                proxy == null || proxy.credentials() == null ? null : proxy.credentials().basic());
    }

    public HttpClient client() {
        return client;
    }

    /** A request that is sent now, with the logins in it. */
    public HttpRequest.Builder request(String method, URI uri, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, body);
        if (login != null) {
            login.headers(method, uri).forEach(request::header);
        }
        if (proxyLogin != null) {
            request.header("Proxy-Authorization", proxyLogin);
        }
        return request;
    }
}
