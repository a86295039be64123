package io.jenkins.plugins.gotoolchain.jenkins.login;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * Writes files that only the agent's own user may read, into a new folder. Called on that folder, which must not be there;
 * the one around it is made where it is missing.
 *
 * @param texts by file name; secret
 * @param programs those of them that are run
 */
public record WritePrivateFiles(Map<String, String> texts, Set<String> programs) implements ControllerToAgentFileCallable<Void> {

    @Override
    public Void invoke(File privateFolder, VirtualChannel channel) throws IOException {
        Path parent = Files.createDirectories(privateFolder.getParentFile().toPath());
        boolean posix = Files.getFileAttributeView(parent, PosixFileAttributeView.class) != null;
        Path folder = Files.createDirectory(privateFolder.toPath(), mode(posix, "rwx------"));
        own(folder, posix);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = Files.createFile(folder.resolve(text.getKey()), mode(posix, programs.contains(text.getKey()) ? "rwx------" : "rw-------"));
            own(file, posix);
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
                out.write(text.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return null;
    }

    private static FileAttribute<?>[] mode(boolean posix, String mode) {
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    /** Windows: nobody but the owner, whatever the folder around it hands down; before anything secret is in it. */
    private static void own(Path path, boolean posix) throws IOException {
        AclFileAttributeView view = posix ? null : Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (view != null) {
            Set<AclEntryPermission> all = EnumSet.allOf(AclEntryPermission.class);
            view.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(view.getOwner())
                    .setPermissions(all)
                    .build()));
        }
    }

    /** Without the texts. */
    @Override
    public String toString() {
        return "WritePrivateFiles" + texts.keySet();
    }
}
