package io.jenkins.plugins.gotoolchain.jenkins.buildcache;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * Keeps the helper's jar on a node: looks whether it is there whole, and writes it where it is not. Called on the folder where
 * helpers are.
 *
 * @param bytes null where it is only looked for
 */
record CacheprogOnNode(String name, String sha256, byte[] bytes) implements ControllerToAgentFileCallable<CacheprogOnNode.Place> {

    /** @param java the agent's own @param jar null where it is not there, or not whole */
    record Place(String java, String jar) implements Serializable {}

    @Override
    public Place invoke(File folder, VirtualChannel channel) throws IOException {
        Path helpers = folder.getAbsoluteFile().toPath();
        Path jar = helpers.resolve(name);
        boolean whole = Files.isRegularFile(jar) && CacheprogJar.sha256(Files.readAllBytes(jar)).equals(sha256);
        if (!whole && bytes != null) {
            Path written = Files.createDirectories(helpers).resolve("tmp-" + UUID.randomUUID());
            try {
                Files.write(written, bytes);
                Files.move(written, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
            whole = true;
        }
        boolean windows = File.separatorChar == '\\';
        Path java = Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
        return new Place(java.toString(), whole ? jar.toString() : null);
    }

    /** Without the bytes. */
    @Override
    public String toString() {
        return "CacheprogOnNode[" + name + "]";
    }
}
