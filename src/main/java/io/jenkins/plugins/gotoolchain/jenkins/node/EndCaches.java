package io.jenkins.plugins.gotoolchain.jenkins.node;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gotoolchain.buildcache.CacheTally;
import io.jenkins.plugins.gotoolchain.gocache.CacheLimits;
import io.jenkins.plugins.gotoolchain.gocache.CacheNews;
import io.jenkins.plugins.gotoolchain.gocache.GivenCaches;
import io.jenkins.plugins.gotoolchain.gocache.NodeCaches;
import io.jenkins.plugins.gotoolchain.gocache.Trimmed;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * A block is at its end: what is new in its caches, and what of all caches has to go. Called on the folder for the caches of
 * all users.
 *
 * @param id of the lease, which ends
 * @param tally of the go commands' external build cache; null where they had none
 * @param limits null where nothing is to go
 */
public record EndCaches(String id, GivenCaches given, String tally, CacheLimits limits) implements ControllerToAgentFileCallable<EndCaches.Answer> {

    /**
     * @param tally null where the go commands had no external build cache
     * @param trimmed null where nothing was looked for
     */
    public record Answer(CacheNews news, CacheTally tally, Trimmed trimmed) implements Serializable {}

    @Override
    public Answer invoke(File folder, VirtualChannel channel) throws IOException {
        NodeCaches caches = GiveCaches.of(folder);
        CacheNews news = caches.news(given);
        AgentLeases.end(id);
        return new Answer(
                news, tally == null ? null : CacheTally.read(Path.of(tally)), limits == null ? null : caches.trimWhenDue(limits).orElse(null));
    }
}
