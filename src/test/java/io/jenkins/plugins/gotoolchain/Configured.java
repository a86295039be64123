package io.jenkins.plugins.gotoolchain;

import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import java.util.List;

/** Configurations that tests begin with. */
final class Configured {

    private Configured() {}

    /** As it is on a new Jenkins, but for the source: the fixture's module proxy, proven by the fixture's database. */
    static GoToolchainConfiguration with(ToolchainFixture go) {
        GoToolchainConfiguration configuration = fresh();
        configuration.setSources(List.of(new ModuleProxyEntry(go.proxy())));
        GoEnvironmentSettings environment = new GoEnvironmentSettings();
        environment.setGosumdb(go.gosumdb());
        configuration.setEnvironment(environment);
        return configuration;
    }

    /** The same with the fixture's download site, whose own digests are trusted. */
    static GoToolchainConfiguration withSite(ToolchainFixture go) {
        GoToolchainConfiguration configuration = fresh();
        SiteEntry site = new SiteEntry(go.site());
        site.setTrustDigests(true);
        configuration.setSources(List.of(site));
        return configuration;
    }

    private static GoToolchainConfiguration fresh() {
        GoToolchainConfiguration configuration = GoToolchainConfiguration.get();
        configuration.setSources(null);
        configuration.setProfile("intranet");
        configuration.setRequire(null);
        configuration.setAllowedVersions(null);
        configuration.setAnyReleasedVersion(true);
        configuration.setDefaultVersion(null);
        configuration.setEnvironment(null);
        configuration.setStoreRoot(null);
        configuration.setStoreLimits(null);
        configuration.setUnreceiptedLocations(null);
        return configuration;
    }
}
