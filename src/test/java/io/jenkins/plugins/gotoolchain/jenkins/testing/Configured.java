package io.jenkins.plugins.gotoolchain.jenkins.testing;

import hudson.ExtensionList;
import hudson.tools.InstallSourceProperty;
import hudson.tools.ToolInstaller;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.ArchiveCacheSettings;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoEnvironmentSettings;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.ModuleProxyEntry;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.SiteEntry;
import io.jenkins.plugins.gotoolchain.jenkins.tool.GoInstallation;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import java.io.IOException;
import java.util.List;
import org.jvnet.hudson.test.JenkinsRule;

/** Configurations that tests begin with. */
public final class Configured {

    private Configured() {}

    /** As it is on a new Jenkins, but for the source: the fixture's module proxy, proven by the fixture's database. */
    public static GoToolchainConfiguration with(ToolchainFixture go) {
        GoToolchainConfiguration configuration = fresh();
        configuration.setSources(List.of(new ModuleProxyEntry(go.proxy())));
        GoEnvironmentSettings environment = new GoEnvironmentSettings();
        environment.setGosumdb(go.gosumdb());
        configuration.setEnvironment(environment);
        return configuration;
    }

    /** The same with the fixture's download site, whose own digests are trusted. */
    public static GoToolchainConfiguration withSite(ToolchainFixture go) {
        GoToolchainConfiguration configuration = fresh();
        SiteEntry site = new SiteEntry(go.site());
        site.setTrustDigests(true);
        configuration.setSources(List.of(site));
        return configuration;
    }

    /** A Jenkins for all tests of a class: the usual limit of three minutes would be for all of them together. */
    public static JenkinsRule jenkins() {
        JenkinsRule rule = new JenkinsRule();
        rule.timeout = 0;
        return rule;
    }

    /**
     * A browser for pages that are read: Jenkins' scripts take most of a test's time and heap, and the server writes all that our
     * pages say.
     */
    public static JenkinsRule.WebClient reader(JenkinsRule jenkins) {
        JenkinsRule.WebClient client = jenkins.createWebClient();
        client.getOptions().setJavaScriptEnabled(false);
        return client;
    }

    public static GoInstallation.DescriptorImpl tool() {
        return ExtensionList.lookupSingleton(GoInstallation.DescriptorImpl.class);
    }

    /** An installation with this installer. */
    public static GoInstallation installation(String name, ToolInstaller installer) throws IOException {
        return new GoInstallation(name, null, List.of(new InstallSourceProperty(List.of(installer))));
    }

    /** Nodes fetch for themselves: what tests of their own road begin with. */
    private static ArchiveCacheSettings withoutCache() {
        ArchiveCacheSettings none = new ArchiveCacheSettings();
        none.setEnabled(false);
        return none;
    }

    private static GoToolchainConfiguration fresh() {
        tool().setInstallations();
        GoToolchainConfiguration configuration = GoToolchainConfiguration.get();
        configuration.setSources(null);
        configuration.setReference("none");
        configuration.setProfile("intranet");
        configuration.setRequire(null);
        configuration.setAllowedVersions(null);
        configuration.setAnyReleasedVersion(true);
        configuration.setDefaultVersion(null);
        configuration.setEnvironment(null);
        configuration.setStoreRoot(null);
        configuration.setStoreLimits(null);
        configuration.setCaches(null);
        configuration.setUnreceiptedLocations(null);
        configuration.setAudit(null);
        configuration.setPins(null);
        configuration.setSigningKey(null);
        configuration.setReceipts(null);
        configuration.setArchiveCache(withoutCache());
        configuration.setExplainOtherBuilds(true);
        configuration.setPreinstall(null);
        configuration.setWithdrawn(null);
        configuration.setLayers(null);
        configuration.setParallelInstalls(GoToolchainConfiguration.PARALLEL_INSTALLS);
        return configuration;
    }
}
