package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gotoolchain.version.Request;
import io.jenkins.plugins.gotoolchain.version.VersionResolver;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.InFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * What a workspace says about its Go, read on the agent. Called on the workspace. The answer is null where no file was
 * named and there is none.
 *
 * @param folder where the build is, relative to the workspace, with {@code /}; empty for the workspace itself
 * @param file relative to that folder; null for the go.mod or go.work that the go command would find from there
 */
record ReadWorkspaceVersion(String folder, String file) implements ControllerToAgentFileCallable<Request> {

    @Override
    public Request invoke(File workspace, VirtualChannel channel) throws IOException {
        Path root = workspace.toPath();
        if (file != null) {
            return VersionResolver.read(new InFile(in(folder, file)), root);
        }
        String at = folder;
        while (true) {
            for (String name : new String[] {"go.mod", "go.work"}) {
                if (Files.exists(root.resolve(in(at, name)), LinkOption.NOFOLLOW_LINKS)) {
                    return VersionResolver.read(new InFile(in(at, name)), root);
                }
            }
            if (at.isEmpty()) {
                return null;
            }
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
    }

    private static String in(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
