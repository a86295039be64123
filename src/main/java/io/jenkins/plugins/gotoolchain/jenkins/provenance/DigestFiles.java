package io.jenkins.plugins.gotoolchain.jenkins.provenance;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * The digests of files of a workspace, read on the agent. Called on the workspace. Links, and what lies outside of it, are
 * left out.
 *
 * @param paths relative to the workspace
 */
record DigestFiles(List<String> paths) implements ControllerToAgentFileCallable<ArrayList<Subject>> {

    @Override
    public ArrayList<Subject> invoke(File workspace, VirtualChannel channel) throws IOException, InterruptedException {
        Path root = workspace.toPath().toRealPath();
        ArrayList<Subject> subjects = new ArrayList<>();
        for (String path : paths) {
            Path file = root.resolve(path).normalize();
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && file.toRealPath().startsWith(root)) {
                subjects.add(new Subject(root.relativize(file).toString().replace('\\', '/'), sha256(file)));
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return subjects;
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        byte[] buffer = new byte[128 * 1024];
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
