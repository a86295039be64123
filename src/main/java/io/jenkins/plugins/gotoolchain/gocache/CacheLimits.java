package io.jenkins.plugins.gotoolchain.gocache;

import java.io.Serializable;
import java.time.Duration;

/**
 * How much a node keeps in its caches.
 *
 * @param unusedFor what was not used for so long goes; null for no such limit
 * @param mostBytes while all take more, what was used longest ago goes; 0 for no such limit
 */
public record CacheLimits(Duration unusedFor, long mostBytes) implements Serializable {}
