package com.cloudbees.jenkins.support.api;

public abstract class Content {
    protected Content(String name) {
        throw new UnsupportedOperationException();
    }
}
