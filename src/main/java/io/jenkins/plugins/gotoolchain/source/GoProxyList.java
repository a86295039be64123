package io.jenkins.plugins.gotoolchain.source;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.transfer.Credentials;
import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code GOPROXY} list, read as the go command reads it (go.dev/ref/mod#environment-variables, proxyList in
 * cmd/go/internal/modfetch): entries are separated by a comma, past which only "not there" leads, or by a bar, past
 * which any error does; {@code direct} and {@code off} end the list; without a scheme it is https.
 *
 * @param entries at least one
 */
public record GoProxyList(List<Entry> entries) implements Serializable {

    /** What {@code direct} means for golang.org/toolchain: its page names this proxy, which has toolchains only. */
    static final URI DIRECT = URI.create("https://go.dev/dl/mod/");

    /** The kinds of entry. */
    public enum Kind { PROXY, DIRECT, OFF }

    /**
     * @param base of a proxy, ended by a slash, without user; null for {@code off}
     * @param credentials from the URL; null where it had none
     * @param pastAnyError whether the next entry is asked after any error, or only when this one does not have it
     */
    public record Entry(Kind kind, URI base, Credentials credentials, boolean pastAnyError) implements Serializable {

        /** Printable: no user, no password. */
        public String label() {
            return kind == Kind.PROXY ? withoutSlash(base.toString()) : kind == Kind.DIRECT ? "direct" : "off";
        }

        @Override
        public String toString() {
            return label();
        }

        private static String withoutSlash(String url) {
            return url.endsWith("/") && !url.endsWith("//") ? url.substring(0, url.length() - 1) : url;
        }
    }

    public GoProxyList {
        entries = List.copyOf(entries);
    }

    /** @throws ConfigurationException where the go command would refuse the list */
    public static GoProxyList parse(String list) throws ConfigurationException {
        List<Entry> entries = new ArrayList<>();
        int from = 0;
        while (from <= list.length()) {
            int end = from;
            while (end < list.length() && list.charAt(end) != ',' && list.charAt(end) != '|') {
                end++;
            }
            boolean pastAnyError = end < list.length() && list.charAt(end) == '|';
            String text = list.substring(from, end).strip();
            from = end + 1;
            if (text.equals("off")) {
                entries.add(new Entry(Kind.OFF, null, null, false));
                break;
            }
            if (text.equals("direct")) {
                entries.add(new Entry(Kind.DIRECT, DIRECT, null, false));
                break;
            }
            if (!text.isEmpty()) {
                Address address = Address.parse(withScheme(text), "GOPROXY");
                entries.add(new Entry(Kind.PROXY, address.base(), address.credentials(), pastAnyError));
            }
        }
        if (entries.isEmpty()) {
            throw new ConfigurationException("GOPROXY has no entry", "name a proxy, direct or off, or leave it unset");
        }
        return new GoProxyList(entries);
    }

    /** Single words are reserved by Go; what holds ":/" or is an absolute path must be a whole URL. */
    private static String withScheme(String text) {
        boolean looksLikeHost = text.indexOf('.') >= 0 || text.indexOf(':') >= 0 || text.indexOf('/') >= 0;
        return looksLikeHost && !text.contains(":/") && !text.startsWith("/") ? "https://" + text : text;
    }

    /** Whether nothing but this list may be asked: it ends in {@code off}. */
    public boolean endsInOff() {
        return entries.get(entries.size() - 1).kind() == Kind.OFF;
    }

    @Override
    public String toString() {
        return label();
    }

    /** Printable, with the separators it was written with. */
    public String label() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < entries.size(); i++) {
            text.append(i == 0 ? "" : entries.get(i - 1).pastAnyError() ? "|" : ",").append(entries.get(i).label());
        }
        return text.toString();
    }
}
