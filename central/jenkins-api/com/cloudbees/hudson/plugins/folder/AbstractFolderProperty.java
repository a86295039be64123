package com.cloudbees.hudson.plugins.folder;

public abstract class AbstractFolderProperty<C extends com.cloudbees.hudson.plugins.folder.AbstractFolder<?>> extends hudson.model.AbstractDescribableImpl<com.cloudbees.hudson.plugins.folder.AbstractFolderProperty<?>> implements hudson.model.ReconfigurableDescribable<com.cloudbees.hudson.plugins.folder.AbstractFolderProperty<?>> {
    public AbstractFolderProperty() {
    }
}
