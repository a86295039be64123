package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import io.jenkins.plugins.gotoolchain.environment.GoSettings;
import io.jenkins.plugins.gotoolchain.environment.Setting;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.provision.ProvisionSettings;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import io.jenkins.plugins.gotoolchain.trust.Requirement;
import io.jenkins.plugins.gotoolchain.trust.TrustPolicy;
import io.jenkins.plugins.gotoolchain.trust.openpgp.SigningKeySettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the configuration comes to for the engine. */
public final class EngineSettings {

    private static final String NO_REFERENCE = "none";

    private EngineSettings() {}

    /**
     * As it is now, with an empty root: only the node knows where its folders are.
     *
     * @throws ConfigurationException where something cannot be used as it is configured
     */
    public static ProvisionSettings current() throws ConfigurationException {
        GoToolchainConfiguration configuration = GoToolchainConfiguration.get();
        Profile profile =
                configuration.getProfile() == null ? Profile.INTERNET : Profile.parse(configuration.getProfile());
        Map<Setting, String> environment = configuration.getEnvironment() == null
                ? GoSettings.none().values()
                : configuration.getEnvironment().settings().values();
        return new ProvisionSettings(
                "",
                sources(configuration),
                new Network(profile, JenkinsProxy.settings(), null, Map.of()),
                configuration.getProfile() == null ? Profile.LARGE_FILE : profile,
                policy(configuration),
                environment.getOrDefault(Setting.GOSUMDB, ""),
                environment.getOrDefault(Setting.GONOSUMDB, ""),
                environment.getOrDefault(Setting.GOPRIVATE, ""))
                .signedBy(configuration.getSigningKey() == null ? SigningKeySettings.GO : configuration.getSigningKey().read())
                .heldAgainst(reference(configuration.getReference()))
                .over(configuration.layerFolders());
    }

    /** @return null for none */
    static SourceSpec reference(String named) throws ConfigurationException {
        if (named == null) {
            return SourceSpec.GO_DOWNLOAD_SITE;
        }
        return named.equals(NO_REFERENCE) ? null : SourceSpec.site(named, true);
    }

    private static List<SourceSpec> sources(GoToolchainConfiguration configuration) throws ConfigurationException {
        List<SourceSpec> specs = new ArrayList<>();
        for (GoSource source : configuration.getSources()) {
            specs.add(source.whole());
        }
        return specs.isEmpty() ? List.of(SourceSpec.GO_MODULE_PROXY, SourceSpec.GO_DOWNLOAD_SITE) : specs;
    }

    private static TrustPolicy policy(GoToolchainConfiguration configuration) throws ConfigurationException {
        Set<Requirement> required = new HashSet<>();
        for (String word : configuration.getRequire()) {
            required.add(Requirement.parse(word));
        }
        return new TrustPolicy(required);
    }
}
