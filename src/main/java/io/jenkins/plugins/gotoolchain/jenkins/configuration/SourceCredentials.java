package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.security.ACL;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.transfer.Credentials;
import java.util.List;
import jenkins.model.Jenkins;

/** The user and secret that a configured source is asked with. */
final class SourceCredentials {

    private SourceCredentials() {}

    /** @throws ConfigurationException where there are no such credentials */
    static SourceSpec apply(SourceSpec source, String credentialsId) throws ConfigurationException {
        return apply(source, credentialsId, null);
    }

    /**
     * @param region where they are a key of S3; null where they are a user and a password
     * @throws ConfigurationException where there are no such credentials
     */
    static SourceSpec apply(SourceSpec source, String credentialsId, String region) throws ConfigurationException {
        if (credentialsId == null) {
            return source;
        }
        return source.with(find(credentialsId, "the source " + source.label(), region));
    }

    /**
     * @param what they are for
     * @param region where they are a key of S3; null where they are a user and a password
     * @throws ConfigurationException where there are no such credentials
     */
    static Credentials find(String credentialsId, String what, String region) throws ConfigurationException {
        List<StandardUsernamePasswordCredentials> all = CredentialsProvider.lookupCredentialsInItemGroup(
                StandardUsernamePasswordCredentials.class, Jenkins.get(), ACL.SYSTEM2, List.of());
        StandardUsernamePasswordCredentials found =
                CredentialsMatchers.firstOrNull(all, CredentialsMatchers.withId(credentialsId));
        if (found == null) {
            throw new ConfigurationException(
                    "There are no credentials \"" + credentialsId + "\" for " + what,
                    "choose existing ones (user name with password, global) in the configuration of Go toolchains");
        }
        return new Credentials(found.getUsername(), found.getPassword().getPlainText(), region);
    }
}
