package io.jenkins.plugins.gotoolchain.transfer;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;

/**
 * The exceptions to a proxy, {@code NO_PROXY}, as Go reads them (golang.org/x/net/http/httpproxy): localhost and
 * loopback addresses always; a name and all below it; {@code .name} and {@code *.name} only what is below it;
 * an address; a CIDR block; {@code :port} narrows a name or an address. What cannot be read is left out.
 */
final class ProxyRules {

    /** The exception that nobody has to write. */
    static final String LOOPBACK = "loopback";

    private final String[] rules;

    ProxyRules(String noProxy) {
        rules = noProxy.split(",");
    }

    boolean useProxy(URI uri) {
        return exceptionFor(uri) == null;
    }

    /** The rule that excepts it, as written; {@link #LOOPBACK}; null for none. */
    String exceptionFor(URI uri) {
        String host = uri.getHost();
        if (host == null) {
            return null;
        }
        host = ascii(unbracket(host).toLowerCase(Locale.ROOT));
        int port = uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        byte[] address = IpLiteral.parse(host);
        if (host.equals("localhost") || address != null && IpLiteral.isLoopback(address)) {
            return LOOPBACK;
        }
        for (String rule : rules) {
            if (excepts(rule.trim().toLowerCase(Locale.ROOT), host, address, port)) {
                return rule.trim();
            }
        }
        return null;
    }

    private static boolean excepts(String rule, String host, byte[] address, int port) {
        if (rule.isEmpty()) {
            return false;
        }
        if (rule.equals("*")) {
            return true;
        }
        int slash = rule.indexOf('/');
        if (slash >= 0) {
            byte[] block = IpLiteral.parse(rule.substring(0, slash));
            int bits = number(rule.substring(slash + 1));
            if (block != null && block.length == 4 && rule.indexOf(':') >= 0) {
                bits -= 96; // an IPv4 block in IPv6 form
            }
            if (block != null && bits >= 0 && bits <= block.length * 8) {
                return address != null && IpLiteral.inBlock(address, block, bits);
            }
        }
        int colon = portColon(rule);
        String name = colon < 0 ? rule : unbracket(rule.substring(0, colon));
        String wanted = colon < 0 ? "" : rule.substring(colon + 1);
        if (name.isEmpty() || !wanted.isEmpty() && !wanted.equals(Integer.toString(port))) {
            return false;
        }
        byte[] one = IpLiteral.parse(name);
        if (one != null) {
            return address != null && IpLiteral.inBlock(address, one, one.length * 8);
        }
        return address == null && fits(name, host);
    }

    /** Where the port begins: behind the only colon, or behind a bracket; -1 if there is none. */
    private static int portColon(String rule) {
        int colon = rule.lastIndexOf(':');
        if (rule.startsWith("[")) {
            return colon > 0 && rule.charAt(colon - 1) == ']' ? colon : -1;
        }
        return rule.indexOf(':') == colon ? colon : -1;
    }

    private static boolean fits(String name, String host) {
        String suffix = name.startsWith("*.") ? name.substring(1) : name;
        if (suffix.startsWith(".")) {
            return host.endsWith(ascii(suffix));
        }
        String whole = ascii(suffix);
        return host.equals(whole) || host.endsWith("." + whole);
    }

    private static String unbracket(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static int number(String text) {
        if (text.isEmpty() || text.length() > 5) {
            return -1;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return -1;
            }
        }
        return Integer.parseInt(text);
    }

    private static String ascii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 127) {
                try {
                    boolean dot = name.startsWith(".");
                    return (dot ? "." : "") + IDN.toASCII(dot ? name.substring(1) : name);
                } catch (IllegalArgumentException e) {
                    return name;
                }
            }
        }
        return name;
    }
}
