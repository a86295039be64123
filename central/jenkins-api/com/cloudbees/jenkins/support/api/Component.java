package com.cloudbees.jenkins.support.api;

public abstract class Component {
    public Component() {
    }

    public abstract void addContents(com.cloudbees.jenkins.support.api.Container container);

    public com.cloudbees.jenkins.support.api.Component.ComponentCategory getCategory() {
        throw new UnsupportedOperationException();
    }

    public abstract String getDisplayName();

    public abstract java.util.Set<hudson.security.Permission> getRequiredPermissions();

    public enum ComponentCategory {
        CONTROLLER
    }
}
