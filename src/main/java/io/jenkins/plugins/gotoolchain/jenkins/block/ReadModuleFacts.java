package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gotoolchain.version.ModuleFacts;
import java.io.File;
import java.io.IOException;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * What of the module in a workspace decides a build, read on the agent. Called on the workspace. The answer is null where
 * there is none.
 *
 * @param folder where the build is, relative to the workspace, with {@code /}; empty for the workspace itself
 */
record ReadModuleFacts(String folder) implements ControllerToAgentFileCallable<ModuleFacts> {

    @Override
    public ModuleFacts invoke(File workspace, VirtualChannel channel) throws IOException {
        return ModuleFacts.find(workspace.toPath(), folder);
    }
}
