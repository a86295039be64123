package io.jenkins.plugins.gotoolchain.version;

import java.io.IOException;
import java.util.Collection;

/** The versions that can be had, asked for only when a selector needs them. */
@FunctionalInterface
public interface KnownVersions {

    /** In any order, duplicates allowed. */
    Collection<GoVersion> get() throws IOException, InterruptedException;
}
