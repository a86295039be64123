package io.jenkins.plugins.gotoolchain.environment;

/** The hosts of the Go project itself: public, and in need of no login. */
public final class GoHosts {

    private GoHosts() {}

    /** @param host in lower case */
    public static boolean isOfGo(String host) {
        return ("." + host).endsWith(".golang.org") || ("." + host).endsWith(".go.dev");
    }
}
