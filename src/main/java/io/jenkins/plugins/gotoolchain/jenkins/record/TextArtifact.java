package io.jenkins.plugins.gotoolchain.jenkins.record;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jenkins.util.BuildListenerAdapter;

/** Archives a text that the controller has made as an artifact of a build. Needs no node. */
public final class TextArtifact {

    private TextArtifact() {}

    /** @param name of the artifact: a file without a folder */
    public static void archive(Run<?, ?> run, String name, String text, TaskListener listener)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("go-toolchain-artifact");
        try {
            Files.writeString(folder.resolve(name), text);
            run.pickArtifactManager().archive(
                    new FilePath(folder.toFile()),
                    new Launcher.LocalLauncher(listener),
                    BuildListenerAdapter.wrap(listener),
                    Map.of(name, name));
        } finally {
            Files.deleteIfExists(folder.resolve(name));
            Files.deleteIfExists(folder);
        }
    }
}
