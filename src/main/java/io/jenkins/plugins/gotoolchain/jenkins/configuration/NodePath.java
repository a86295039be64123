package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;

/** Paths on nodes, whose notation may be another than the controller's. */
final class NodePath {

    private NodePath() {}

    /** @throws ConfigurationException where it is absolute on no kind of node */
    static void check(String path) throws ConfigurationException {
        boolean unix = path.startsWith("/");
        boolean windows = path.length() > 2 && Character.isLetter(path.charAt(0)) && path.charAt(1) == ':'
                && (path.charAt(2) == '\\' || path.charAt(2) == '/');
        boolean share = path.startsWith("\\\\");
        if (!unix && !windows && !share || path.chars().anyMatch(c -> c < ' ')) {
            throw new ConfigurationException(
                    "\"" + path.replaceAll("\\p{Cntrl}", "?") + "\" is no absolute path",
                    "write the whole path, such as /opt/go-archives or D:\\go-archives");
        }
    }
}
