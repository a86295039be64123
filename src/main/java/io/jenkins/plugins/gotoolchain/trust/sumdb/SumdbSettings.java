package io.jenkins.plugins.gotoolchain.trust.sumdb;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * What GOSUMDB says: which checksum database, known by which key, and where it is when not at its own name.
 *
 * <p>For toolchains the go command gives these settings a meaning of their own, and so does this: GONOSUMDB, GOPRIVATE
 * and GOINSECURE never take a toolchain out of the database, and with {@code GOSUMDB=off} there is no database and so
 * no proof by it. The one exception is in {@link #needed}.
 */
public final class SumdbSettings {

    /** What the go command takes where nothing is set. */
    public static final String DEFAULT = "sum.golang.org";

    private static final String DEFAULT_KEY = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";
    private static final String IN_CHINA = "sum.golang.google.cn";

    private final ChecksumKey key;
    private final URI address;

    private SumdbSettings(ChecksumKey key, URI address) {
        this.key = key;
        this.address = address;
    }

    /** Whether the database is switched off. */
    public static boolean isOff(String gosumdb) {
        return gosumdb != null && gosumdb.strip().equals("off");
    }

    /**
     * @param gosumdb {@code name}, {@code name+hash+key}, either with an address after a space; null or empty for the
     *     default
     * @throws ConfigurationException where it is none of these, or {@code off}: ask {@link #isOff} first
     */
    public static SumdbSettings parse(String gosumdb) throws ConfigurationException {
        String text = gosumdb == null ? "" : gosumdb.strip();
        if (text.isEmpty()) {
            text = DEFAULT;
        } else if (text.equals(IN_CHINA)) {
            text = DEFAULT + " https://" + IN_CHINA;
        } else if (isOff(text)) {
            throw invalid("is off, and so there is no checksum database");
        }
        int space = firstSpace(text);
        String name = text.substring(0, space);
        String address = text.substring(space).strip();
        if (firstSpace(address) != address.length()) {
            throw invalid("has more than a key and an address");
        }
        ChecksumKey key = ChecksumKey.parse(name.equals(DEFAULT) ? DEFAULT_KEY : name);
        ownAddress(key);
        return new SumdbSettings(key, address.isEmpty() ? null : explicit(address));
    }

    private static int firstSpace(String text) {
        int i = 0;
        while (i < text.length() && !Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static URI explicit(String address) throws ConfigurationException {
        try {
            URI uri = new URI(address);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    || "file".equals(uri.getScheme())) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw invalid("has an address that is none");
    }

    /** A name must be a host and a path, and nothing else that an address can have. */
    private static URI ownAddress(ChecksumKey key) throws ConfigurationException {
        try {
            URI uri = new URI("https://" + key.name());
            if (uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null
                    && uri.getRawFragment() == null && !key.name().endsWith("/") && key.name().indexOf('%') < 0) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw invalid("has a name that is not a host, or a host and a path: " + Shown.briefly(key.name()));
    }

    private static ConfigurationException invalid(String why) {
        return new ConfigurationException(
                "GOSUMDB " + why, "set it to sum.golang.org, or to \"name+hash+key\", or to \"name+hash+key https://address\"");
    }

    public ChecksumKey key() {
        return key;
    }

    /** Where the database is by GOSUMDB's own word; then no proxy is asked. */
    public Optional<URI> explicitAddress() {
        return Optional.ofNullable(address);
    }

    /** Where the database is by its name. */
    public URI address() {
        try {
            return ownAddress(key);
        } catch (ConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Whether the go command would ask the checksum database for a toolchain. It always would, with one exception:
     * where GOPROXY is a single {@code file://} address, GOSUMDB=off and GONOSUMDB (or GOPRIVATE in its place) count,
     * because that is how a distribution is tried out before it is published.
     *
     * <p>Where it is not needed, it does not follow that nothing is: a toolchain is then proven by a pin or not at all.
     *
     * @param goproxy the GOPROXY list, or the one address that stands for it
     * @param gosumdb as set; null or empty for the default
     * @param gonosumdb as set; null or empty where GOPRIVATE is to be taken
     * @param goprivate as set; null or empty for none
     */
    public static boolean needed(String goproxy, String gosumdb, String gonosumdb, String goprivate) {
        boolean oneFolder = goproxy.startsWith("file://") && goproxy.indexOf(',') < 0 && goproxy.indexOf('|') < 0;
        if (!oneFolder) {
            return true;
        }
        String patterns = gonosumdb != null && !gonosumdb.isEmpty() ? gonosumdb : goprivate;
        return !isOff(gosumdb) && !(patterns != null && ModulePatterns.match(patterns, "golang.org/toolchain"));
    }
}
