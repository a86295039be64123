package io.jenkins.plugins.gotoolchain.source;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.io.File;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** What stands behind {@code file:}: a path as it is, or the rest of a {@code file:} URL, which is percent-encoded. */
final class FolderName {

    private FolderName() {}

    static boolean onWindows() {
        return File.separatorChar == '\\';
    }

    /**
     * @param text {@code DIR}, {@code C:\DIR}, {@code \\server\share\DIR}, {@code ///DIR}, {@code ///C:/DIR},
     *     {@code //server/share/DIR}
     * @return the folder in the node's own notation, as given where it is relative
     * @throws ConfigurationException where it names no folder of this node
     */
    static String of(String text, boolean windows) throws ConfigurationException {
        check(text);
        if (!text.startsWith("//")) {
            return text;
        }
        String path = decode(text.substring(2));
        if (path.startsWith("localhost/")) {
            path = path.substring("localhost".length());
        }
        boolean host = !path.startsWith("/");
        if (!windows) {
            if (host) {
                throw new ConfigurationException("The URL behind file: names another host",
                        "mount its folder on this node and write file:DIR");
            }
            return path;
        }
        if (host) {
            return "\\\\" + path.replace('/', '\\');
        }
        boolean drive = path.length() > 2 && Character.isLetter(path.charAt(1)) && path.charAt(2) == ':';
        return (drive ? path.substring(1) : path).replace('/', '\\');
    }

    /** @throws ConfigurationException where it names a folder nowhere */
    static void check(String text) throws ConfigurationException {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ') {
                throw new ConfigurationException("file: is followed by a control character", "write file:DIR");
            }
        }
        if (text.isBlank()) {
            throw new ConfigurationException("file: names no folder", "write file:DIR");
        }
    }

    private static String decode(String path) throws ConfigurationException {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("The path behind file:// has a percent sign that is not an escape",
                    "write %25 for it, or the plain path: file:DIR");
        }
    }
}
