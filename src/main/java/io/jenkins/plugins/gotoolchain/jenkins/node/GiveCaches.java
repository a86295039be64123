package io.jenkins.plugins.gotoolchain.jenkins.node;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gotoolchain.gocache.CacheWish;
import io.jenkins.plugins.gotoolchain.gocache.GivenCaches;
import io.jenkins.plugins.gotoolchain.gocache.NodeCaches;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import jenkins.agents.ControllerToAgentFileCallable;

/** Has the node make the folders of the caches of a block. Called on the folder for the caches of all users. */
public record GiveCaches(CacheWish wish) implements ControllerToAgentFileCallable<GivenCaches> {

    @Override
    public GivenCaches invoke(File folder, VirtualChannel channel) throws IOException {
        return of(folder).give(wish);
    }

    static NodeCaches of(File folder) {
        Path absolute = folder.getAbsoluteFile().toPath();
        return new NodeCaches(NodeCaches.of(absolute, System.getProperty("user.name", "")));
    }
}
