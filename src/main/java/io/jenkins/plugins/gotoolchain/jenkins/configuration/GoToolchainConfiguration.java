package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.BulkChange;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.pins.PinFile;
import io.jenkins.plugins.gotoolchain.pins.Pins;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jenkins.model.GlobalConfiguration;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** What an administrator decides for all builds with Go. As code: {@code unclassified: goToolchain:}. */
@Extension
@Symbol("goToolchain")
public final class GoToolchainConfiguration extends GlobalConfiguration {

    public static final int PARALLEL_INSTALLS = 4;

    private List<GoSource> sources;
    private String reference;
    private String profile;
    private List<String> require;
    private String allowedVersions;
    private Boolean anyReleasedVersion;
    private String defaultVersion;
    private GoEnvironmentSettings environment;
    private String storeRoot;
    private String layers;
    private StoreLimits storeLimits;
    private GoCacheSettings caches;
    private UnreceiptedLocation unreceiptedLocations;
    private SigningKeyEntry signingKey;
    private String pins;
    private AuditSettings audit;
    private ReceiptSettings receipts;
    private ArchiveCacheSettings archiveCache;
    private Boolean explainOtherBuilds;
    private int parallelInstalls;
    private int preinstallMebibytesPerSecond;
    private List<PreinstallEntry> preinstall;
    private List<WithdrawnEntry> withdrawn;

    public GoToolchainConfiguration() {
        load();
        ModuleChecks.log(EnvironmentSettings.GLOBAL, environment);
    }

    public static GoToolchainConfiguration get() {
        return ExtensionList.lookupSingleton(GoToolchainConfiguration.class);
    }

    @NonNull
    @Override
    public String getDisplayName() {
        return Messages.GoToolchainConfiguration_displayName();
    }

    /** In the order in which they are asked; where empty, Go's own. */
    public List<GoSource> getSources() {
        return sources == null ? List.of() : sources;
    }

    @DataBoundSetter
    public void setSources(List<GoSource> sources) {
        this.sources = sources == null ? null : new ArrayList<>(sources);
        save();
        KnownReleasesRefresh.soon();
    }

    /** The download site whose index others are held against; {@code none} for none; null for go.dev. */
    public String getReference() {
        return reference;
    }

    @DataBoundSetter
    public void setReference(String reference) {
        this.reference = Util.fixEmptyAndTrim(reference);
        save();
    }

    /** {@code intranet}, {@code internet} or {@code large-file}; null where archives get more time than the rest. */
    public String getProfile() {
        return profile;
    }

    @DataBoundSetter
    public void setProfile(String profile) {
        this.profile = Util.fixEmptyAndTrim(profile);
        save();
    }

    /** The kinds of evidence that must all be there; where empty, any one is enough. */
    public List<String> getRequire() {
        return require == null ? List.of() : require;
    }

    @DataBoundSetter
    public void setRequire(List<String> require) {
        this.require = require == null ? null : new ArrayList<>(require);
        save();
    }

    /** {@code >=1.23}, {@code 1.24.x}, or a list of such with commas; null where all are allowed. */
    public String getAllowedVersions() {
        return allowedVersions;
    }

    @DataBoundSetter
    public void setAllowedVersions(String allowedVersions) {
        this.allowedVersions = Util.fixEmptyAndTrim(allowedVersions);
        save();
    }

    /** Whether a version that nobody configured may be asked for. */
    public boolean isAnyReleasedVersion() {
        return anyReleasedVersion == null || anyReleasedVersion;
    }

    @DataBoundSetter
    public void setAnyReleasedVersion(boolean anyReleasedVersion) {
        this.anyReleasedVersion = anyReleasedVersion;
        save();
    }

    /** For builds that name none and have no go.mod; null where there is none. */
    public String getDefaultVersion() {
        return defaultVersion;
    }

    @DataBoundSetter
    public void setDefaultVersion(String defaultVersion) {
        this.defaultVersion = Util.fixEmptyAndTrim(defaultVersion);
        save();
    }

    public GoEnvironmentSettings getEnvironment() {
        return environment;
    }

    @DataBoundSetter
    public void setEnvironment(GoEnvironmentSettings environment) {
        this.environment = environment == null || environment.saysNothing() ? null : environment;
        ModuleChecks.log(EnvironmentSettings.GLOBAL, this.environment);
        save();
    }

    /** An absolute path on every node; null for {@code tools/go-toolchain} under each node's own root. */
    public String getStoreRoot() {
        return storeRoot;
    }

    @DataBoundSetter
    public void setStoreRoot(String storeRoot) {
        this.storeRoot = Util.fixEmptyAndTrim(storeRoot);
        save();
    }

    /** Folders of nodes with toolchains that somebody else keeps, one to a line; null for none. */
    public String getLayers() {
        return layers;
    }

    @DataBoundSetter
    public void setLayers(String layers) {
        this.layers = Util.fixEmptyAndTrim(layers);
        save();
    }

    /** The same as a list. */
    public List<String> layerFolders() {
        return layers == null ? List.of() : layers.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    public StoreLimits getStoreLimits() {
        return storeLimits;
    }

    @DataBoundSetter
    public void setStoreLimits(StoreLimits storeLimits) {
        this.storeLimits = storeLimits == null || storeLimits.saysNothing() ? null : storeLimits;
        save();
    }

    /** Null where it is as it comes. */
    public GoCacheSettings getCaches() {
        return caches;
    }

    @DataBoundSetter
    public void setCaches(GoCacheSettings caches) {
        this.caches = caches == null || caches.saysNothing() ? null : caches;
        save();
    }

    public UnreceiptedLocation getUnreceiptedLocations() {
        return unreceiptedLocations == null ? UnreceiptedLocation.REFUSE : unreceiptedLocations;
    }

    @DataBoundSetter
    public void setUnreceiptedLocations(UnreceiptedLocation unreceiptedLocations) {
        this.unreceiptedLocations = unreceiptedLocations;
        save();
    }

    /** Null for Go's own key, from where its publisher has it. */
    public SigningKeyEntry getSigningKey() {
        return signingKey;
    }

    @DataBoundSetter
    public void setSigningKey(SigningKeyEntry signingKey) {
        this.signingKey = signingKey == null || signingKey.saysNothing() ? null : signingKey;
        save();
    }

    /** The text of a file of pins that counts for all builds; null for none. */
    public String getPins() {
        return pins;
    }

    @DataBoundSetter
    public void setPins(String pins) {
        this.pins = Util.fixEmptyAndTrim(pins);
        save();
    }

    /** @return null where nothing is pinned for all builds */
    public Pins pinsOfAll() throws ConfigurationException {
        return pins == null ? null : pins(pins);
    }

    private static Pins pins(String text) throws ConfigurationException {
        return PinFile.parse(text, "the controller's pins").pins();
    }

    /** Null where it is as it comes. */
    public AuditSettings getAudit() {
        return audit;
    }

    @DataBoundSetter
    public void setAudit(AuditSettings audit) {
        this.audit = audit == null || audit.saysNothing() ? null : audit;
        save();
    }

    /** Null where it is as it comes. */
    public ArchiveCacheSettings getArchiveCache() {
        return archiveCache;
    }

    @DataBoundSetter
    public void setArchiveCache(ArchiveCacheSettings archiveCache) {
        this.archiveCache = archiveCache == null || archiveCache.saysNothing() ? null : archiveCache;
        save();
    }

    /** Whether failed builds are explained that are of Go but were given no toolchain. */
    public boolean isExplainOtherBuilds() {
        return explainOtherBuilds == null || explainOtherBuilds;
    }

    @DataBoundSetter
    public void setExplainOtherBuilds(boolean explainOtherBuilds) {
        this.explainOtherBuilds = explainOtherBuilds;
        save();
    }

    /** What no build gets any more; null for nothing. */
    public List<WithdrawnEntry> getWithdrawn() {
        return withdrawn;
    }

    @DataBoundSetter
    public void setWithdrawn(List<WithdrawnEntry> withdrawn) {
        this.withdrawn = withdrawn == null || withdrawn.isEmpty() ? null : new ArrayList<>(withdrawn);
        save();
    }

    /** Versions that are withdrawn, with the reason; empty for none said. */
    public Map<GoVersion, String> withdrawnVersions() {
        Map<GoVersion, String> all = new TreeMap<>();
        for (WithdrawnEntry one : withdrawn == null ? List.<WithdrawnEntry>of() : withdrawn) {
            one.parsed().ifPresent(version -> all.put(version, Util.fixNull(one.getReason())));
        }
        return all;
    }

    /** How many nodes are seen to at a time, when nobody's build waits for it; at least one. */
    public int getParallelInstalls() {
        return parallelInstalls <= 0 ? PARALLEL_INSTALLS : parallelInstalls;
    }

    @DataBoundSetter
    public void setParallelInstalls(int parallelInstalls) {
        this.parallelInstalls = parallelInstalls == PARALLEL_INSTALLS ? 0 : Math.max(0, parallelInstalls);
        save();
    }

    /**
     * What all nodes together get of archives in a second, when nobody's build waits for it; 0 for no limit. Each node that
     * fetches for itself keeps to its share of it.
     */
    public int getPreinstallMebibytesPerSecond() {
        return preinstallMebibytesPerSecond;
    }

    @DataBoundSetter
    public void setPreinstallMebibytesPerSecond(int preinstallMebibytesPerSecond) {
        this.preinstallMebibytesPerSecond = Math.max(0, preinstallMebibytesPerSecond);
        save();
    }

    /** What nodes have before a build asks for it; null for nothing. */
    public List<PreinstallEntry> getPreinstall() {
        return preinstall;
    }

    @DataBoundSetter
    public void setPreinstall(List<PreinstallEntry> preinstall) {
        this.preinstall = preinstall == null || preinstall.isEmpty() ? null : new ArrayList<>(preinstall);
        save();
    }

    /** Null where none has to be signed. */
    public ReceiptSettings getReceipts() {
        return receipts;
    }

    @DataBoundSetter
    public void setReceipts(ReceiptSettings receipts) {
        this.receipts = receipts == null || receipts.saysNothing() ? null : receipts;
        save();
    }

    /** Lists that were emptied are not in the form at all. Saved once, when all of it is read. */
    @Override
    public boolean configure(StaplerRequest2 request, JSONObject form) throws FormException {
        for (String list : List.of("sources", "require", "preinstall", "withdrawn")) {
            if (!form.has(list)) {
                form.put(list, new JSONArray());
            }
        }
        try (BulkChange change = new BulkChange(this)) {
            request.bindJSON(this, form);
            change.commit();
        } catch (IOException e) {
            throw new FormException(e, "goToolchain");
        }
        return true;
    }

    /** For the form. */
    public boolean isRequired(String kind) {
        return getRequire().contains(kind);
    }

    @POST
    public ListBoxModel doFillProfileItems() {
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.GoToolchainConfiguration_profile_default(), "");
        for (Profile one : Profile.values()) {
            items.add(one.label());
        }
        return items;
    }

    @POST
    public ListBoxModel doFillUnreceiptedLocationsItems() {
        return new ListBoxModel(
                new ListBoxModel.Option(Messages.UnreceiptedLocation_refuse(), UnreceiptedLocation.REFUSE.name()),
                new ListBoxModel.Option(Messages.UnreceiptedLocation_check(), UnreceiptedLocation.CHECK.name()),
                new ListBoxModel.Option(Messages.UnreceiptedLocation_accept(), UnreceiptedLocation.ACCEPT.name()));
    }

    @POST
    public FormValidation doCheckReference(@QueryParameter String value) {
        return Checks.optional(value, EngineSettings::reference);
    }

    @POST
    public FormValidation doCheckPins(@QueryParameter String value) {
        return Checks.optional(value, GoToolchainConfiguration::pins);
    }

    @POST
    public FormValidation doCheckAllowedVersions(@QueryParameter String value) {
        return Checks.optional(value, AllowedVersions::parse);
    }

    @POST
    public FormValidation doCheckDefaultVersion(@QueryParameter String value) {
        return Checks.optional(value, VersionChoice::check);
    }

    @POST
    public ComboBoxModel doFillDefaultVersionItems() {
        return VersionChoice.items();
    }

    @POST
    public FormValidation doCheckLayers(@QueryParameter String value) {
        return Checks.optional(value, text -> {
            for (String line : text.split("\\R")) {
                NodePath.check(line.strip());
            }
        });
    }

    @POST
    public FormValidation doCheckStoreRoot(@QueryParameter String value) {
        return Checks.optional(value, NodePath::check);
    }
}
