package io.jenkins.plugins.gotoolchain.jenkins.tool;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.Checks;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.Platform;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The SHA-256 that the archive for one platform must have, as an administrator pins it. */
public final class PinnedDigest extends AbstractDescribableImpl<PinnedDigest> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String platform;
    private final String sha256;

    @DataBoundConstructor
    public PinnedDigest(String platform, String sha256) {
        this.platform = Util.fixNull(platform).trim();
        this.sha256 = Util.fixNull(sha256).trim().toLowerCase(Locale.ROOT);
    }

    /** {@code linux/amd64}. */
    public String getPlatform() {
        return platform;
    }

    /** 64 hexadecimal digits. */
    public String getSha256() {
        return sha256;
    }

    /** By platform. */
    public static Map<String, String> map(List<PinnedDigest> digests) {
        Map<String, String> map = new TreeMap<>();
        for (PinnedDigest digest : digests) {
            map.put(digest.platform, digest.sha256);
        }
        return map;
    }

    @Extension
    public static final class DescriptorImpl extends Descriptor<PinnedDigest> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.PinnedDigest_displayName();
        }

        @POST
        public ComboBoxModel doFillPlatformItems() {
            return new ComboBoxModel(
                    "linux/amd64", "linux/arm64", "darwin/amd64", "darwin/arm64", "windows/amd64", "windows/arm64");
        }

        @POST
        public FormValidation doCheckPlatform(@QueryParameter String value) {
            return Checks.of(value, Platform::parse);
        }

        @POST
        public FormValidation doCheckSha256(@QueryParameter String value) {
            return Checks.of(value, text -> {
                if (!DigestClaim.isSha256(text.toLowerCase(Locale.ROOT))) {
                    throw new ConfigurationException(Messages.PinnedDigest_noSha256(), "");
                }
            });
        }
    }
}
