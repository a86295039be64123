package io.jenkins.plugins.gotoolchain.gocache;

import java.io.Serializable;

/**
 * What has come into caches since they were given; of builds at the same time that share them too.
 *
 * @param modules versions of modules that were downloaded
 * @param moduleBytes of their archives
 * @param results build results that were made and kept
 * @param resultBytes of them
 * @param moduleMillis how long modules came, as their files' times have it: {@link BusyTime}
 * @param resultMillis the same of results
 */
public record CacheNews(int modules, long moduleBytes, int results, long resultBytes, long moduleMillis, long resultMillis) implements Serializable {}
