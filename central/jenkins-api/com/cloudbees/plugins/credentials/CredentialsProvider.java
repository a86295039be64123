package com.cloudbees.plugins.credentials;

public abstract class CredentialsProvider extends hudson.model.Descriptor<com.cloudbees.plugins.credentials.CredentialsProvider> implements hudson.model.Describable<com.cloudbees.plugins.credentials.CredentialsProvider> {
    public static final hudson.security.Permission USE_ITEM = null;

    private CredentialsProvider() {
    }

    public static <C extends com.cloudbees.plugins.credentials.common.IdCredentials> C findCredentialById(String id, Class<C> type, hudson.model.Run<?, ?> run, java.util.List<com.cloudbees.plugins.credentials.domains.DomainRequirement> domainRequirements) {
        throw new UnsupportedOperationException();
    }

    public static <C extends com.cloudbees.plugins.credentials.Credentials> java.util.List<C> lookupCredentialsInItemGroup(Class<C> type, hudson.model.ItemGroup itemGroup, org.springframework.security.core.Authentication authentication, java.util.List<com.cloudbees.plugins.credentials.domains.DomainRequirement> domainRequirements) {
        throw new UnsupportedOperationException();
    }

    public static <C extends com.cloudbees.plugins.credentials.Credentials> C track(hudson.model.Run build, C credentials) {
        throw new UnsupportedOperationException();
    }
}
