package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Label;
import hudson.model.Node;
import hudson.model.labels.LabelExpression;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The controller's archive cache: how much it keeps and where, and which nodes use it. */
public final class ArchiveCacheSettings extends AbstractDescribableImpl<ArchiveCacheSettings> {

    public static final int MAX_GIBIBYTES = 10;
    public static final int DOWNLOADS = 4;

    private boolean enabled = true;
    private int maxGibibytes = MAX_GIBIBYTES;
    private int downloads = DOWNLOADS;
    private String folder;
    private String shared;
    private String sharedCredentialsId;
    private String sharedRegion;
    private String direct;
    private String withoutWayOut;

    @DataBoundConstructor
    public ArchiveCacheSettings() {}

    /** Whether nodes get archives from the controller at all. */
    public boolean isEnabled() {
        return enabled;
    }

    @DataBoundSetter
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    /** While all archives take more, the one that was used longest ago goes. At least one. */
    public int getMaxGibibytes() {
        return maxGibibytes;
    }

    @DataBoundSetter
    public void setMaxGibibytes(int maxGibibytes) {
        this.maxGibibytes = Math.max(1, maxGibibytes);
    }

    /** At most so many archives are fetched at a time. At least one. */
    public int getDownloads() {
        return downloads;
    }

    @DataBoundSetter
    public void setDownloads(int downloads) {
        this.downloads = Math.max(1, downloads);
    }

    /** On the controller, absolute; null for one in Jenkins' home. */
    public String getFolder() {
        return folder;
    }

    @DataBoundSetter
    public void setFolder(String folder) {
        this.folder = Util.fixEmptyAndTrim(folder);
    }

    /** The address of a server that several controllers share; null for none. */
    public String getShared() {
        return shared;
    }

    @DataBoundSetter
    public void setShared(String shared) {
        this.shared = Util.fixEmptyAndTrim(shared);
    }

    /** For that server; null for none. */
    public String getSharedCredentialsId() {
        return sharedCredentialsId;
    }

    @DataBoundSetter
    public void setSharedCredentialsId(String sharedCredentialsId) {
        this.sharedCredentialsId = Util.fixEmptyAndTrim(sharedCredentialsId);
    }

    /** Where that server speaks S3, the region that requests are signed for; null where it takes user and password. */
    public String getSharedRegion() {
        return sharedRegion;
    }

    @DataBoundSetter
    public void setSharedRegion(String sharedRegion) {
        this.sharedRegion = Util.fixEmptyAndTrim(sharedRegion);
    }

    /**
     * The server that several controllers share, with the login for it; null for none.
     *
     * @throws ConfigurationException where its address is none, or there are no such credentials
     */
    public SourceSpec sharedServer() throws ConfigurationException {
        return shared == null
                ? null
                : SourceCredentials.apply(SourceSpec.site(shared, false), sharedCredentialsId, sharedRegion);
    }

    /** A label expression: these nodes fetch from the sources themselves; null for none. */
    public String getDirect() {
        return direct;
    }

    @DataBoundSetter
    public void setDirect(String direct) {
        this.direct = Util.fixEmptyAndTrim(direct);
    }

    /** A label expression: these nodes never try the sources themselves; null for none. */
    public String getWithoutWayOut() {
        return withoutWayOut;
    }

    @DataBoundSetter
    public void setWithoutWayOut(String withoutWayOut) {
        this.withoutWayOut = Util.fixEmptyAndTrim(withoutWayOut);
    }

    /** Whether this node gets archives from the controller. */
    public boolean serves(Node node) throws ConfigurationException {
        return enabled && !matches(direct, node);
    }

    /** Whether this node is not to try the sources where the controller cannot help. */
    public boolean isCutOff(Node node) throws ConfigurationException {
        return matches(withoutWayOut, node);
    }

    private static boolean matches(String expression, Node node) throws ConfigurationException {
        if (expression == null) {
            return false;
        }
        try {
            return Label.parseExpression(expression).matches(node);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "\"" + expression + "\", a setting of the archive cache, is no expression of labels",
                    "correct it in the configuration of Go toolchains: linux && !windows, for example");
        }
    }

    /** Where it is; the default where nothing is set. */
    public Path path() throws ConfigurationException {
        return folder == null ? ControllerFolder.path().resolve("archives") : folder(folder);
    }

    private static Path folder(String named) throws ConfigurationException {
        try {
            Path path = Path.of(named);
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException e) {
            // said below
        }
        throw new ConfigurationException(
                "\"" + named + "\", the folder of the archive cache, is no absolute path on the controller",
                "name one, or leave it empty for a folder in Jenkins' home");
    }

    boolean saysNothing() {
        return enabled && maxGibibytes == MAX_GIBIBYTES && downloads == DOWNLOADS && folder == null && direct == null
                && withoutWayOut == null && shared == null;
    }

    @Extension
    public static final class DescriptorImpl extends Descriptor<ArchiveCacheSettings> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.ArchiveCacheSettings_displayName();
        }

        @POST
        public FormValidation doCheckFolder(@QueryParameter String value) {
            return Checks.optional(value, ArchiveCacheSettings::folder);
        }

        @POST
        public FormValidation doCheckShared(@QueryParameter String value) {
            return Checks.optional(value, text -> SourceSpec.site(text, false));
        }

        @POST
        public ListBoxModel doFillSharedCredentialsIdItems(
                @QueryParameter String shared, @QueryParameter String sharedCredentialsId) {
            return SourceLogins.forUrl(shared, sharedCredentialsId);
        }

        @POST
        public FormValidation doCheckDirect(@QueryParameter String value) {
            return LabelExpression.validate(value);
        }

        @POST
        public FormValidation doCheckWithoutWayOut(@QueryParameter String value) {
            return LabelExpression.validate(value);
        }
    }
}
