package io.jenkins.plugins.gotoolchain.buildcache;

import io.jenkins.plugins.gotoolchain.transfer.Credentials;
import io.jenkins.plugins.gotoolchain.transfer.ProxySettings;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of a {@link CacheprogMain} in a file, since they may hold a login; as Java's properties. */
public final class CacheprogFile {

    private CacheprogFile() {}

    /** @param settings without proxy and certificates: those are of the environment that the helper finds */
    public static String text(CacheSettings settings) {
        Properties values = new Properties();
        values.setProperty("dir", settings.folder().toString());
        put(values, "results", settings.results());
        put(values, "url", settings.server());
        if (settings.credentials() != null) {
            values.setProperty("user", settings.credentials().user());
            values.setProperty("secret", settings.credentials().secret());
            put(values, "region", settings.credentials().region());
        }
        values.setProperty("readOnly", "" + settings.readOnly());
        values.setProperty("mostBytes", "" + settings.mostBytes());
        StringWriter text = new StringWriter();
        try {
            values.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void put(Properties values, String name, Object value) {
        if (value != null) {
            values.setProperty(name, value.toString());
        }
    }

    /** @throws IOException where it cannot be read, or says no folder */
    static CacheSettings read(Path file, Map<String, String> environment) throws IOException {
        Properties values = new Properties();
        values.load(new StringReader(Files.readString(file)));
        String dir = values.getProperty("dir");
        if (dir == null) {
            throw new IOException(file + " names no folder for the build cache");
        }
        String results = values.getProperty("results");
        String url = values.getProperty("url");
        String user = values.getProperty("user");
        return new CacheSettings(
                Path.of(dir),
                results == null ? null : Path.of(results),
                url == null ? null : URI.create(url),
                user == null ? null : new Credentials(user, values.getProperty("secret", ""), values.getProperty("region")),
                ProxySettings.fromEnvironment(environment),
                null,
                Boolean.parseBoolean(values.getProperty("readOnly")),
                Long.parseLong(values.getProperty("mostBytes", "0")));
    }
}
