package io.jenkins.plugins.gotoolchain.jenkins.node;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.store.Toolchain;
import io.jenkins.plugins.gotoolchain.store.ToolchainStore;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * Has the agent hold a lease on a toolchain, so that nobody prunes it under a block. Called on the toolchain's folder;
 * where that is in no store of ours there is nothing to hold. The answer says whether it is held.
 *
 * @param id of the lease: to hold it twice is to hold it once
 */
public record HoldLease(String id) implements ControllerToAgentFileCallable<Boolean> {

    @Override
    public Boolean invoke(File home, VirtualChannel channel) throws IOException, InterruptedException {
        String name = home.getName();
        int dot = name.lastIndexOf('.');
        if (!name.startsWith("go") || dot < 0 || !new File(home, ".receipt.json").isFile()) {
            return false;
        }
        GoVersion version;
        Platform platform;
        try {
            version = GoVersion.parse(name.substring(0, dot));
            platform = Platform.parse(name.substring(dot + 1).replaceFirst("-", "/"));
        } catch (VersionException e) {
            return false;
        }
        ToolchainStore store = new ToolchainStore(home.getParentFile().toPath());
        Optional<Toolchain> toolchain = store.find(version, platform, notice -> {});
        if (toolchain.isEmpty()) {
            return false;
        }
        AgentLeases.hold(id, store.lease(toolchain.get())::close, channel);
        return true;
    }
}
