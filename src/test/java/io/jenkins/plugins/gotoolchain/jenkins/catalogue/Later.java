package io.jenkins.plugins.gotoolchain.jenkins.catalogue;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gotoolchain.store.ToolchainStore;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import jenkins.agents.ControllerToAgentFileCallable;

/** A later Jenkins was here. */
record Later(String root, String of, long number) implements ControllerToAgentFileCallable<Long> {

    @Override
    public Long invoke(File folder, VirtualChannel channel) throws IOException, InterruptedException {
        return new ToolchainStore(Path.of(root)).see(of, number);
    }
}
