package com.cloudbees.jenkins.support.api;

public abstract class Container {
    public Container() {
    }

    public abstract void add(com.cloudbees.jenkins.support.api.Content content);
}
