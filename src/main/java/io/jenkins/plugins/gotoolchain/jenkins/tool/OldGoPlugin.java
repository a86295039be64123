package io.jenkins.plugins.gotoolchain.jenkins.tool;

import hudson.tools.DownloadFromUrlInstaller;
import hudson.tools.InstallSourceProperty;
import hudson.tools.ToolDescriptor;
import hudson.tools.ToolInstallation;
import hudson.tools.ToolInstaller;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The dormant plugin "golang", whose tool claims the symbol {@code go} as well. Seen through Jenkins' own types only. */
public final class OldGoPlugin {

    private static final String TOOL = "org.jenkinsci.plugins.golang.GolangInstallation";
    private static final String INSTALLER = "org.jenkinsci.plugins.golang.GolangInstaller";

    private OldGoPlugin() {}

    /** @return null where it is not active */
    public static ToolDescriptor<?> tool() {
        for (ToolDescriptor<?> one : ToolInstallation.all()) {
            if (one.getId().equals(TOOL)) {
                return one;
            }
        }
        return null;
    }

    public static boolean isActive() {
        return tool() != null;
    }

    public static List<ToolInstallation> installations() {
        ToolDescriptor<?> tool = tool();
        return tool == null ? List.of() : List.of(tool.getInstallations());
    }

    static Set<String> names() {
        Set<String> names = new HashSet<>();
        for (ToolInstallation one : installations()) {
            names.add(one.getName());
        }
        return names;
    }

    public static List<? extends ToolInstaller> installers(ToolInstallation installation) {
        InstallSourceProperty sources = installation.getProperties().get(InstallSourceProperty.class);
        return sources == null ? List.of() : sources.installers;
    }

    /** The version that a release's name stands for, if it is one. */
    public static String version(String release) {
        return release.startsWith("go") ? release.substring(2) : release;
    }

    /** @return the release's name as the plugin wrote it; null where this is an installer of another kind */
    public static String release(ToolInstaller installer) {
        return installer instanceof DownloadFromUrlInstaller download && installer.getClass().getName().equals(INSTALLER)
                ? download.id
                : null;
    }
}
