package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import hudson.ProxyConfiguration;
import hudson.Util;
import io.jenkins.plugins.gotoolchain.transfer.Credentials;
import io.jenkins.plugins.gotoolchain.transfer.HttpProxy;
import io.jenkins.plugins.gotoolchain.transfer.ProxySettings;
import java.net.URI;
import java.util.StringJoiner;
import jenkins.model.Jenkins;

/** Jenkins' own proxy settings as the engine reads them; they are not to be had on an agent. */
final class JenkinsProxy {

    private JenkinsProxy() {}

    static ProxySettings settings() {
        ProxyConfiguration proxy = Jenkins.get().getProxy();
        if (proxy == null || Util.fixEmptyAndTrim(proxy.getName()) == null) {
            return ProxySettings.none();
        }
        String user = Util.fixEmptyAndTrim(proxy.getUserName());
        HttpProxy address = new HttpProxy(
                URI.create("http://" + proxy.getName().trim() + ":" + proxy.getPort()),
                user == null ? null : new Credentials(user, proxy.getSecretPassword().getPlainText()));
        return new ProxySettings(address, address, exceptions(proxy.getNoProxyHost()));
    }

    /** Jenkins writes {@code *.example.com}, one a line or with {@code |} between; the engine {@code .example.com}. */
    static String exceptions(String noProxyHost) {
        StringJoiner hosts = new StringJoiner(",");
        for (String host : Util.fixNull(noProxyHost).split("[ \t\r\n,|]+")) {
            if (!host.isEmpty()) {
                hosts.add(host);
            }
        }
        return hosts.toString();
    }
}
