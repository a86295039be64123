package io.jenkins.plugins.gotoolchain.provision;

/** The version of this program, as the jar that it came in says; {@code development} outside of a jar. */
public final class PluginVersion {

    public static final String TEXT = read();

    private PluginVersion() {}

    private static String read() {
        String version = PluginVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
