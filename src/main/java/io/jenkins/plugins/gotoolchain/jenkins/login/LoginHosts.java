package io.jenkins.plugins.gotoolchain.jenkins.login;

import io.jenkins.plugins.gotoolchain.environment.GoHosts;
import io.jenkins.plugins.gotoolchain.environment.GoSettings;
import io.jenkins.plugins.gotoolchain.environment.Setting;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.source.GoProxyList;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The hosts that a block's login is for: the proxies of its GOPROXY, and what in GOPRIVATE is a host. The go command
 * sends a login over https only, and a login never goes to the Go project's own proxy, which needs
 * none.
 */
public final class LoginHosts {

    private LoginHosts() {}

    /** @return with their ports where they have one; never empty */
    public static Set<String> of(GoSettings settings) throws ConfigurationException {
        Set<String> hosts = new LinkedHashSet<>();
        String goproxy = settings.values().get(Setting.GOPROXY);
        if (goproxy != null) {
            for (GoProxyList.Entry entry : GoProxyList.parse(goproxy).entries()) {
                if (entry.kind() == GoProxyList.Kind.PROXY) {
                    addProxy(hosts, entry.base());
                }
            }
        }
        hosts.addAll(ofPrivateModules(settings));
        if (hosts.isEmpty()) {
            throw new ConfigurationException(
                    "withGo has a credentialsId, but nothing to log in to: neither goproxy has a private https proxy, nor does"
                            + " goprivate name a host (a pattern with * is none)",
                    "set goproxy or goprivate in the step or in the configuration of Go toolchains, or leave credentialsId out");
        }
        return hosts;
    }

    /** Those that GOPRIVATE names; where modules are fetched without a proxy. */
    static Set<String> ofPrivateModules(GoSettings settings) {
        Set<String> hosts = new LinkedHashSet<>();
        for (String pattern : settings.values().getOrDefault(Setting.GOPRIVATE, "").split(",")) {
            int slash = pattern.indexOf('/');
            String host = (slash < 0 ? pattern : pattern.substring(0, slash)).toLowerCase(Locale.ROOT);
            if (host.indexOf('.') > 0 && host.matches("[a-z0-9.-]+(:[0-9]+)?")) {
                hosts.add(host);
            }
        }
        return hosts;
    }

    private static void addProxy(Set<String> hosts, URI proxy) {
        String host = proxy.getHost();
        if ("https".equals(proxy.getScheme()) && host != null && !GoHosts.isOfGo(host.toLowerCase(Locale.ROOT))) {
            hosts.add(host.toLowerCase(Locale.ROOT) + (proxy.getPort() < 0 ? "" : ":" + proxy.getPort()));
        }
    }
}
