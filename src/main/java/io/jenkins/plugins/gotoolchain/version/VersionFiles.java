package io.jenkins.plugins.gotoolchain.version;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.InFile;
import java.io.IOException;
import java.nio.file.Path;

/** Finds the file that says which version a workspace wants, and reads it by its kind. */
final class VersionFiles {

    private VersionFiles() {}

    static Request read(InFile wanted, Path workspace) throws IOException {
        String path = wanted.fileName();
        if (workspace == null) {
            throw new VersionException(
                    path + " should say the version of Go, and there is no workspace to find it in",
                    "name a version such as 1.24.1, or ask where there is a workspace");
        }
        WorkspaceFiles files = new WorkspaceFiles(workspace);
        switch (SelectorSyntax.lastName(path)) {
            case "go.mod":
                String work = workFileFor(path, files);
                return work == null ? readModule(path, files) : readModule(work, files);
            case "go.work":
                return readModule(path, files);
            case ".go-version":
                return GoVersionFile.read(path, files.read(path, WorkspaceFiles.SMALL));
            default:
                return ToolVersionsFile.read(path, files.read(path, WorkspaceFiles.SMALL));
        }
    }

    private static Request readModule(String path, WorkspaceFiles files) throws IOException {
        return ModuleFile.parse(path, files.read(path, WorkspaceFiles.MODULE)).request();
    }

    /** The {@code go.work} that the go command would find: beside the file or above it, here never above the root. */
    private static String workFileFor(String path, WorkspaceFiles files) throws IOException {
        String folder = path;
        do {
            int slash = folder.lastIndexOf('/');
            folder = slash < 0 ? "" : folder.substring(0, slash);
            String candidate = folder.isEmpty() ? "go.work" : folder + "/go.work";
            if (files.exists(candidate)) {
                return candidate;
            }
        } while (!folder.isEmpty());
        return null;
    }
}
