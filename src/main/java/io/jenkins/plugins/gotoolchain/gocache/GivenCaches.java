package io.jenkins.plugins.gotoolchain.gocache;

import java.io.Serializable;

/**
 * Folders for one build, all there.
 *
 * @param sharing as wished
 * @param modules for {@code GOMODCACHE}
 * @param results for {@code GOCACHE}
 * @param seen a folder with the layout of a module proxy, with what the node's builds have; null where there is none
 * @param seenResults the results of the node's builds with the same toolchain; null where there are none to be read
 * @param since when they were given, in milliseconds of the node's clock
 */
public record GivenCaches(
        CacheSharing sharing, String modules, String results, String seen, String seenResults, long since) implements Serializable {}
