package com.cloudbees.plugins.credentials;

public class CredentialsMatchers {
    private CredentialsMatchers() {
    }

    public static com.cloudbees.plugins.credentials.CredentialsMatcher always() {
        throw new UnsupportedOperationException();
    }

    public static <C extends com.cloudbees.plugins.credentials.Credentials> C firstOrNull(Iterable<C> credentials, com.cloudbees.plugins.credentials.CredentialsMatcher matcher) {
        throw new UnsupportedOperationException();
    }

    public static com.cloudbees.plugins.credentials.CredentialsMatcher withId(String id) {
        throw new UnsupportedOperationException();
    }
}
