package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import hudson.Util;
import hudson.security.ACL;
import hudson.util.ListBoxModel;
import jenkins.model.Jenkins;

/** The credentials that a source's form offers. */
final class SourceLogins {

    private SourceLogins() {}

    /** Others than administrators see what is chosen, and nothing else. */
    static ListBoxModel forUrl(String url, String chosen) {
        StandardListBoxModel list = new StandardListBoxModel();
        list.includeEmptyValue();
        if (Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            list.includeMatchingAs(
                    ACL.SYSTEM2,
                    Jenkins.get(),
                    StandardUsernamePasswordCredentials.class,
                    URIRequirementBuilder.fromUri(Util.fixNull(url)).build(),
                    CredentialsMatchers.always());
        }
        return list.includeCurrentValue(Util.fixNull(chosen));
    }
}
