package io.jenkins.plugins.gotoolchain.source;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.transfer.Credentials;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A base URL as people write it, taken apart: what may be printed, and what may not.
 *
 * @param base http, https or file; absolute, without user, query and fragment, its path ended by a slash
 * @param credentials what stood before the {@code @}; null where nothing did
 */
record Address(URI base, Credentials credentials) {

    /**
     * @param setting what the URL was read from, for the message
     * @throws ConfigurationException where it is no such URL; the message has no secret
     */
    static Address parse(String text, String setting) throws ConfigurationException {
        String url = text.strip();
        int scheme = url.indexOf("://");
        String userInfo = null;
        if (scheme > 0) {
            int from = scheme + 3;
            int end = from;
            while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
                end++;
            }
            // The last @ of the authority, as Go takes it: people forget to escape one in a password.
            int at = url.lastIndexOf('@', end - 1);
            if (at >= from) {
                userInfo = url.substring(from, at);
                url = url.substring(0, from) + url.substring(at + 1);
            }
        }
        return new Address(base(url, setting), credentials(userInfo));
    }

    private static URI base(String url, String setting) throws ConfigurationException {
        String printable = printable(url);
        if (url.indexOf('@') >= 0) {
            throw wrong(setting, printable, "has an @ behind its host",
                    "a slash in a password is written %2F, an @ in a path %40");
        }
        URI base;
        try {
            base = new URI(url);
        } catch (URISyntaxException e) {
            throw wrong(setting, printable, "is not a URL", "write it with https:// in front, spaces as %20");
        }
        if (base.getRawQuery() != null || base.getRawFragment() != null) {
            throw wrong(setting, printable, "has a query or a fragment",
                    "a base URL ends with its path; a token belongs into the credentials, not into the URL");
        }
        String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
        switch (scheme) {
            case "http", "https" -> {
                if (base.getHost() == null) {
                    throw wrong(setting, printable, "names no host that can be asked",
                            "a host name has letters, digits, dots and hyphens; no underscore");
                }
            }
            case "file" -> {
                if (base.getRawAuthority() != null || base.getPath() == null || !base.getPath().startsWith("/")) {
                    throw wrong(setting, printable, "is a file: URL with more than a path", "write file:///path");
                }
            }
            default -> throw wrong(setting, printable, "has no scheme that can be used", "use https://, http:// or file://");
        }
        String path = base.getRawPath() == null ? "" : base.getRawPath();
        String authority = scheme.equals("file") ? "//" : "//" + base.getRawAuthority();
        return URI.create(scheme + ":" + authority + (path.endsWith("/") ? path : path + "/"));
    }

    /** Without what stands before an @, which may be a password, and without the query. */
    static String printable(String url) {
        String shown = url.substring(url.lastIndexOf('@') + 1);
        for (char c : new char[] {'?', '#'}) {
            int at = shown.indexOf(c);
            shown = at < 0 ? shown : shown.substring(0, at);
        }
        return shown.replaceAll("\\p{Cntrl}", "_");
    }

    private static Credentials credentials(String userInfo) {
        if (userInfo == null || userInfo.isEmpty()) {
            return null;
        }
        int colon = userInfo.indexOf(':');
        return colon < 0
                ? new Credentials(decode(userInfo), "")
                : new Credentials(decode(userInfo.substring(0, colon)), decode(userInfo.substring(colon + 1)));
    }

    private static String decode(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part; // a bare percent sign in a password
        }
    }

    private static ConfigurationException wrong(String setting, String printable, String what, String advice) {
        return new ConfigurationException(setting + ": \"" + printable + "\" " + what, advice);
    }
}
