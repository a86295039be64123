package io.jenkins.plugins.gotoolchain.version;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What of a module decides what a build of it comes to, besides its sources.
 *
 * @param path of its go.mod, relative to the workspace, with {@code /}
 * @param least the least Go that its {@code go} and {@code toolchain} lines name; null where they name none
 * @param origin the line that does
 * @param requires whether it names other modules
 * @param vendored whether they lie beside it, in {@code vendor}
 * @param modSha256 of go.mod, lower-case hex
 * @param sumSha256 of go.sum; null where there is none
 */
public record ModuleFacts(
        String path, GoVersion least, String origin, boolean requires, boolean vendored, String modSha256, String sumSha256)
        implements Serializable {

    private static final int MOST_OF_SUMS = 16 << 20;

    /**
     * Of the go.mod that the go command would find: in a folder, or the next one above it.
     *
     * @param folder relative to the workspace, with {@code /}; empty for the workspace itself
     * @return null where there is none
     * @throws VersionException where Go would not read it either, or it is not in the workspace
     */
    public static ModuleFacts find(Path workspace, String folder) throws IOException {
        if (!Files.isDirectory(workspace)) {
            return null;
        }
        WorkspaceFiles files = new WorkspaceFiles(workspace);
        String at = folder.isEmpty() ? "" : folder + "/";
        while (!files.exists(at + "go.mod")) {
            if (at.isEmpty()) {
                return null;
            }
            at = at.substring(0, at.lastIndexOf('/', at.length() - 2) + 1);
        }
        String text = files.read(at + "go.mod", WorkspaceFiles.MODULE);
        ModuleFile module = ModuleFile.parse(at + "go.mod", text);
        GoVersion least = module.least();
        return new ModuleFacts(
                at + "go.mod",
                least,
                least == null ? null : module.leastOrigin(),
                module.requires(),
                files.exists(at + "vendor/modules.txt"),
                sha256(text),
                files.exists(at + "go.sum") ? sha256(files.read(at + "go.sum", MOST_OF_SUMS)) : null);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
