package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.gotoolchain.buildcache.CacheSettings;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.gocache.CacheLimits;
import io.jenkins.plugins.gotoolchain.gocache.CacheSharing;
import io.jenkins.plugins.gotoolchain.transfer.Credentials;
import java.time.Duration;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Where builds keep modules and build results on their node, who shares them, and how much stays. */
public final class GoCacheSettings extends AbstractDescribableImpl<GoCacheSettings> {

    public static final int UNUSED_FOR_DAYS = 30;
    public static final int MAX_GIBIBYTES = 20;

    private String sharing;
    private String folder;
    private int unusedForDays = UNUSED_FOR_DAYS;
    private int maxGibibytes = MAX_GIBIBYTES;
    private String server;
    private String serverCredentialsId;
    private String serverRegion;

    @DataBoundConstructor
    public GoCacheSettings() {}

    /** What counts for all builds; what it comes with where nothing is configured. */
    public static GoCacheSettings current() {
        GoCacheSettings configured = GoToolchainConfiguration.get().getCaches();
        return configured == null ? new GoCacheSettings() : configured;
    }

    /** {@code node}, {@code job}, {@code none} or {@code go}; null for {@code node}, unless the build has folders already. */
    public String getSharing() {
        return sharing;
    }

    @DataBoundSetter
    public void setSharing(String sharing) {
        this.sharing = Util.fixEmptyAndTrim(sharing);
    }

    /** On every node, absolute; null for {@code caches/go-toolchain} under each node's own root. */
    public String getFolder() {
        return folder;
    }

    @DataBoundSetter
    public void setFolder(String folder) {
        this.folder = Util.fixEmptyAndTrim(folder);
    }

    /** Modules and caches of jobs that were not used for so many days go; 0 for no such limit. */
    public int getUnusedForDays() {
        return unusedForDays;
    }

    @DataBoundSetter
    public void setUnusedForDays(int unusedForDays) {
        this.unusedForDays = Math.max(0, unusedForDays);
    }

    /** While a node's caches take more, what was used longest ago goes; 0 for no such limit. */
    public int getMaxGibibytes() {
        return maxGibibytes;
    }

    @DataBoundSetter
    public void setMaxGibibytes(int maxGibibytes) {
        this.maxGibibytes = Math.max(0, maxGibibytes);
    }

    /** The address of a server that agents share build results by; null for none. */
    public String getServer() {
        return server;
    }

    @DataBoundSetter
    public void setServer(String server) {
        this.server = Util.fixEmptyAndTrim(server);
    }

    /** For that server; null for none. */
    public String getServerCredentialsId() {
        return serverCredentialsId;
    }

    @DataBoundSetter
    public void setServerCredentialsId(String serverCredentialsId) {
        this.serverCredentialsId = Util.fixEmptyAndTrim(serverCredentialsId);
    }

    /** Where that server speaks S3, the region that requests are signed for; null where it takes user and password. */
    public String getServerRegion() {
        return serverRegion;
    }

    @DataBoundSetter
    public void setServerRegion(String serverRegion) {
        this.serverRegion = Util.fixEmptyAndTrim(serverRegion);
    }

    /** @return null where none is asked for @throws ConfigurationException where there are no such credentials */
    public Credentials serverLogin() throws ConfigurationException {
        return server == null || serverCredentialsId == null
                ? null
                : SourceCredentials.find(serverCredentialsId, "the shared build cache", serverRegion);
    }

    public CacheLimits limits() {
        return new CacheLimits(unusedForDays == 0 ? null : Duration.ofDays(unusedForDays), maxGibibytes * (1L << 30));
    }

    boolean saysNothing() {
        return sharing == null && folder == null && server == null && unusedForDays == UNUSED_FOR_DAYS && maxGibibytes == MAX_GIBIBYTES;
    }

    @Extension
    public static final class DescriptorImpl extends Descriptor<GoCacheSettings> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.GoCacheSettings_displayName();
        }

        @POST
        public ListBoxModel doFillSharingItems() {
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.GoCacheSettings_sharing_default(), "");
            for (CacheSharing one : CacheSharing.values()) {
                items.add(one.label());
            }
            return items;
        }

        @POST
        public FormValidation doCheckSharing(@QueryParameter String value) {
            return Checks.optional(value, CacheSharing::parse);
        }

        @POST
        public FormValidation doCheckServer(@QueryParameter String value, @QueryParameter String serverCredentialsId) {
            return Checks.optional(value, text -> CacheSettings.server(text, Util.fixEmptyAndTrim(serverCredentialsId) != null));
        }

        @POST
        public ListBoxModel doFillServerCredentialsIdItems(
                @QueryParameter String server, @QueryParameter String serverCredentialsId) {
            return SourceLogins.forUrl(server, serverCredentialsId);
        }

        @POST
        public FormValidation doCheckFolder(@QueryParameter String value) {
            return Checks.optional(value, NodePath::check);
        }
    }
}
