package com.cloudbees.jenkins.support.api;

public class StringContent extends com.cloudbees.jenkins.support.filter.PrefilteredContent {
    public StringContent(String name, String value) {
        super(name);
    }
}
