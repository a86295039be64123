package io.jenkins.plugins.gotoolchain.source;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.transfer.Credentials;
import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A source as somebody named it.
 *
 * @param kind which
 * @param address a base URL, a {@code GOPROXY} list, or a folder; holds no secret
 * @param trustDigests whether whoever named it takes its own word for its own archives
 * @param logins of each URL that had a user; may be empty
 * @param required the kinds of evidence that are wanted for what comes from it, beside what is wanted of all sources, in
 *     the words of the settings: {@code sha256}, {@code signature}, {@code sumdb}
 */
public record SourceSpec(
        SourceKind kind, String address, boolean trustDigests, List<Login> logins, Set<String> required)
        implements Serializable {

    /** Go's own module proxy, which has toolchains only. */
    public static final SourceSpec GO_MODULE_PROXY =
            new SourceSpec(SourceKind.MODULE_PROXY, "https://go.dev/dl/mod", true, List.of());
    /** Go's own download site. */
    public static final SourceSpec GO_DOWNLOAD_SITE =
            new SourceSpec(SourceKind.DOWNLOAD_SITE, "https://go.dev/dl/", true, List.of());

    /** Who is sent to which base URL. */
    public record Login(URI base, Credentials credentials) implements Serializable {
        /** Not even the user: many a token stands in its place. */
        @Override
        public String toString() {
            return "Login[" + base + "]";
        }
    }

    public SourceSpec {
        logins = List.copyOf(logins);
        required = Set.copyOf(required);
    }

    /** With nothing required of it alone. */
    public SourceSpec(SourceKind kind, String address, boolean trustDigests, List<Login> logins) {
        this(kind, address, trustDigests, logins, Set.of());
    }

    /** The same with evidence that is wanted for what comes from it. */
    public SourceSpec requiring(Collection<String> words) {
        return new SourceSpec(kind, address, trustDigests, logins, Set.copyOf(words));
    }

    /**
     * The command line's syntax: {@code https://…/} for a download site, {@code goproxy:URL-or-list},
     * {@code file:DIR} for a folder. Naming a source there means trusting its own digests.
     *
     * @throws ConfigurationException where it is none of these; the message has no secret
     */
    public static SourceSpec parse(String text) throws ConfigurationException {
        String source = text.strip();
        String lower = source.toLowerCase(Locale.ROOT);
        if (lower.startsWith("goproxy:")) {
            return moduleProxy(source.substring("goproxy:".length()));
        }
        if (lower.startsWith("file:")) {
            return folder(source.substring("file:".length()), true);
        }
        if (lower.startsWith("https://") || lower.startsWith("http://")) {
            return site(source, true);
        }
        throw new ConfigurationException("\"" + Address.printable(source) + "\" does not name a source",
                "use https://host/path/ for a download site, goproxy:URL for a Go module proxy, file:DIR for a folder");
    }

    /**
     * Several of them, separated by white space: commas and bars belong to {@code GOPROXY} lists.
     *
     * @throws ConfigurationException where one of them is no source
     */
    public static List<SourceSpec> parseAll(String text) throws ConfigurationException {
        List<SourceSpec> specs = new ArrayList<>();
        for (String source : text.strip().split("\\s+")) {
            if (!source.isEmpty()) {
                specs.add(parse(source));
            }
        }
        return specs;
    }

    /** @throws ConfigurationException where it is no base URL of http or https */
    public static SourceSpec site(String url, boolean trustDigests) throws ConfigurationException {
        Address address = Address.parse(url, "download site");
        if ("file".equals(address.base().getScheme())) {
            throw new ConfigurationException("A download site cannot be a file: URL", "name the folder as file:DIR");
        }
        return new SourceSpec(SourceKind.DOWNLOAD_SITE, address.base().toString(), trustDigests,
                address.credentials() == null ? List.of() : List.of(login(address.base(), address.credentials())));
    }

    /** @throws ConfigurationException where the go command would refuse it as {@code GOPROXY} */
    public static SourceSpec moduleProxy(String list) throws ConfigurationException {
        GoProxyList proxies = GoProxyList.parse(list);
        List<Login> logins = new ArrayList<>();
        for (GoProxyList.Entry entry : proxies.entries()) {
            if (entry.credentials() != null) {
                logins.add(login(entry.base(), entry.credentials()));
            }
        }
        return new SourceSpec(SourceKind.MODULE_PROXY, proxies.label(), true, logins);
    }

    /**
     * @param folder a path or the rest of a {@code file:} URL; what it means is for the node that opens it to say
     * @throws ConfigurationException where it names no folder
     */
    public static SourceSpec folder(String folder, boolean trustDigests) throws ConfigurationException {
        FolderName.check(folder);
        return new SourceSpec(SourceKind.ARCHIVE_FOLDER, folder, trustDigests, List.of());
    }

    /**
     * The same source with a login for every one of its URLs, as Jenkins keeps it apart from them.
     *
     * @throws ConfigurationException where that would send it over plain http
     */
    public SourceSpec with(Credentials credentials) throws ConfigurationException {
        List<Login> all = new ArrayList<>();
        switch (kind) {
            case DOWNLOAD_SITE -> all.add(login(URI.create(address), credentials));
            case MODULE_PROXY -> {
                for (GoProxyList.Entry entry : GoProxyList.parse(address).entries()) {
                    if (entry.kind() == GoProxyList.Kind.PROXY && !"file".equals(entry.base().getScheme())) {
                        all.add(login(entry.base(), credentials));
                    }
                }
            }
            case ARCHIVE_FOLDER -> { }
        }
        return new SourceSpec(kind, address, trustDigests, all, required);
    }

    /** As the go command: no password over plain http, where anybody on the way can read it. */
    private static Login login(URI base, Credentials credentials) throws ConfigurationException {
        if (!Reach.isPrivate(base)) {
            throw new ConfigurationException("A user and a password for " + base + " would go over plain http", "use https, or no password");
        }
        return new Login(base, credentials);
    }

    /** Printable, in the syntax that {@link #parse} reads. */
    public String label() {
        return switch (kind) {
            case DOWNLOAD_SITE -> address;
            case MODULE_PROXY -> "goproxy:" + address;
            case ARCHIVE_FOLDER -> "file:" + address;
        };
    }

    @Override
    public String toString() {
        return label();
    }
}
