package io.jenkins.plugins.gotoolchain.gocache;

import java.io.Serializable;

/**
 * What a build wants.
 *
 * @param sharing not {@link CacheSharing#GO}
 * @param toolchain a name of version and platform, {@code go1.24.1.linux-amd64}: results of others are never mixed with its own
 * @param home the toolchain's folder: when it is gone its results go too
 * @param job the job's full name
 */
public record CacheWish(CacheSharing sharing, String toolchain, String home, String job) implements Serializable {}
