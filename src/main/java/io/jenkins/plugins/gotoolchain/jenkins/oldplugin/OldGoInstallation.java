package io.jenkins.plugins.gotoolchain.jenkins.oldplugin;

import hudson.Util;
import hudson.tools.InstallSourceProperty;
import hudson.tools.ToolInstallation;
import hudson.tools.ToolInstaller;
import hudson.tools.ToolProperty;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.AllowedVersions;
import io.jenkins.plugins.gotoolchain.jenkins.tool.ConfiguredInstallation;
import io.jenkins.plugins.gotoolchain.jenkins.tool.GoInstallation;
import io.jenkins.plugins.gotoolchain.jenkins.tool.GoReleaseInstaller;
import io.jenkins.plugins.gotoolchain.jenkins.tool.OldGoPlugin;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One installation of the old plugin, and what becomes of it here. Each part of it is for a page. */
public final class OldGoInstallation {

    /** Whether it is here, can be, or cannot. */
    public enum State { TAKEN, READY, REFUSED }

    private final ToolInstallation old;
    private final GoInstallation mine;
    private final State state;
    private final String reason;

    private OldGoInstallation(ToolInstallation old, GoInstallation mine, State state, String reason) {
        this.old = old;
        this.mine = mine;
        this.state = state;
        this.reason = reason;
    }

    static List<OldGoInstallation> all() {
        List<OldGoInstallation> all = new ArrayList<>();
        for (ToolInstallation one : OldGoPlugin.installations()) {
            all.add(of(one));
        }
        return all;
    }

    private static OldGoInstallation of(ToolInstallation old) {
        List<GoReleaseInstaller> installers = new ArrayList<>();
        for (ToolInstaller installer : OldGoPlugin.installers(old)) {
            String release = OldGoPlugin.release(installer);
            if (release != null) {
                String version = OldGoPlugin.version(release);
                if (!GoVersion.isValid(version)) {
                    return refused(old, Messages.OldGoInstallation_noVersion(release));
                }
                installers.add(new GoReleaseInstaller(installer.getLabel(), version));
            }
        }
        GoInstallation mine = mine(old, installers);
        if (mine == null) {
            return refused(old, Messages.OldGoInstallation_noRelease());
        }
        GoInstallation here = ConfiguredInstallation.named(old.getName());
        if (here != null) {
            return same(here, mine)
                    ? new OldGoInstallation(old, here, State.TAKEN, null)
                    : refused(old, Messages.OldGoInstallation_otherOne(here.selector()));
        }
        return allowed(old, mine, installers);
    }

    private static OldGoInstallation allowed(ToolInstallation old, GoInstallation mine, List<GoReleaseInstaller> installers) {
        try {
            AllowedVersions allowed = AllowedVersions.current();
            for (GoReleaseInstaller installer : installers) {
                if (!allowed.allows(new GoVersion(installer.getVersion()))) {
                    return refused(old, Messages.OldGoInstallation_notAllowed(installer.getVersion()));
                }
            }
        } catch (ConfigurationException e) {
            return refused(old, e.getMessage());
        }
        return new OldGoInstallation(old, mine, State.READY, null);
    }

    private static OldGoInstallation refused(ToolInstallation old, String reason) {
        return new OldGoInstallation(old, null, State.REFUSED, reason);
    }

    /** @return null where nothing says which release it is or where it is */
    private static GoInstallation mine(ToolInstallation old, List<GoReleaseInstaller> installers) {
        String home = Util.fixEmptyAndTrim(old.getHome());
        if (installers.isEmpty()) {
            boolean known = home != null || GoVersion.isValid(old.getName()) || OldGoLocations.isSomewhere(old);
            return known ? new GoInstallation(old.getName(), home, null) : null;
        }
        String version = installers.get(0).getVersion();
        boolean everywhere = installers.size() == 1 && Util.fixEmpty(installers.get(0).getLabel()) == null;
        GoInstallation mine = new GoInstallation(old.getName(), home, everywhere && home == null ? null : source(installers));
        if (installers.stream().allMatch(one -> one.getVersion().equals(version)) && !version.equals(old.getName())) {
            mine.setVersion(version);
        }
        return mine;
    }

    private static List<ToolProperty<?>> source(List<GoReleaseInstaller> installers) {
        try {
            return List.of(new InstallSourceProperty(installers));
        } catch (IOException e) {
            throw new IllegalStateException("a list that nobody saves", e);
        }
    }

    private static boolean same(GoInstallation here, GoInstallation mine) {
        return here.selector().equals(mine.selector()) && Objects.equals(here.getHome(), mine.getHome());
    }

    GoInstallation mine() {
        return mine;
    }

    public State getState() {
        return state;
    }

    public String getName() {
        return old.getName();
    }

    /** What the old plugin has: releases, a home, other installers. */
    public String getOld() {
        List<String> parts = new ArrayList<>();
        for (ToolInstaller installer : OldGoPlugin.installers(old)) {
            String release = OldGoPlugin.release(installer);
            parts.add(release != null ? release : installer.getDescriptor().getDisplayName());
        }
        if (Util.fixEmptyAndTrim(old.getHome()) != null) {
            parts.add(old.getHome());
        }
        return String.join(", ", parts);
    }

    /** What it is or will be here, or why not. */
    public String getOutcome() {
        if (state == State.REFUSED) {
            return reason;
        }
        String which = GoVersion.isValid(mine.selector()) ? "Go " + mine.selector() : mine.getName();
        String text = state == State.TAKEN ? Messages.OldGoInstallation_taken(which) : Messages.OldGoInstallation_ready(which);
        if (OldGoPlugin.installers(old).stream().anyMatch(installer -> OldGoPlugin.release(installer) == null)) {
            text += " " + Messages.OldGoInstallation_leftOut();
        }
        if (mine.getHome() != null) {
            text += " " + Messages.OldGoInstallation_home(mine.getHome());
        }
        return text;
    }
}
