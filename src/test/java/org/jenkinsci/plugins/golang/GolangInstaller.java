package org.jenkinsci.plugins.golang;

import hudson.tools.DownloadFromUrlInstaller;
import hudson.tools.ToolInstallation;

/** Stands in for the dormant plugin's installer. */
public final class GolangInstaller extends DownloadFromUrlInstaller {

    public GolangInstaller(String id) {
        super(id);
    }

    public static final class DescriptorImpl extends DownloadFromUrlInstaller.DescriptorImpl<GolangInstaller> {
        @Override
        public boolean isApplicable(Class<? extends ToolInstallation> tool) {
            return tool == GolangInstallation.class;
        }

        @Override
        public String getDisplayName() {
            return "Install from golang.org";
        }
    }
}
