package com.cloudbees.jenkins.support.filter;

public abstract class PrefilteredContent extends com.cloudbees.jenkins.support.api.Content {
    protected PrefilteredContent(String name) {
        super(name);
    }
}
