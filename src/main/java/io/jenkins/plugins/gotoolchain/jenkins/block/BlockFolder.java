package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.slaves.WorkspaceList;

/**
 * Where a block of a Pipeline is.
 *
 * @param workspace what the node step gave, or the current folder where that lies elsewhere
 * @param folder the current folder, relative to the workspace, with {@code /}; empty for the workspace itself
 */
record BlockFolder(FilePath workspace, String folder) {

    /** Beside the workspace, where no step of a build looks. */
    FilePath temporary() throws AbortException {
        FilePath beside = WorkspaceList.tempDir(workspace);
        if (beside == null) {
            throw new AbortException("There can be no folder beside " + workspace.getRemote() + ", which withGo and goStrict need.\n"
                    + "  to do: give the job a workspace that is not the root of a file system");
        }
        return beside;
    }

    /** @param environment of the block, which names the workspace */
    static BlockFolder of(FilePath current, EnvVars environment) {
        String workspace = environment.get("WORKSPACE", "");
        String remote = current.getRemote();
        if (!workspace.isEmpty() && remote.startsWith(workspace) && remote.length() > workspace.length() + 1) {
            char separator = remote.charAt(workspace.length());
            String folder = remote.substring(workspace.length() + 1).replace('\\', '/');
            if ((separator == '/' || separator == '\\') && !(folder + "/").contains("../")) {
                return new BlockFolder(new FilePath(current.getChannel(), workspace), folder);
            }
        }
        return new BlockFolder(current, "");
    }
}
