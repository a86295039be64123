package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import io.jenkins.plugins.gotoolchain.tree.TreeManifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says whether an unpacked tree is the toolchain that was asked for; runs nothing of it. */
final class ShapeCheck {

    /** Each platform's tools are in a folder named for it. */
    private static final String TOOLS = "pkg/tool/";

    private final Path root;
    private final ToolchainShape shape;
    private final Refusal refusal;

    ShapeCheck(Path root, ToolchainShape shape, Refusal refusal) {
        this.root = root;
        this.shape = shape;
        this.refusal = refusal;
    }

    void check(TreeManifest manifest) throws VerificationException, StoreException {
        checkVersion(file(manifest, "VERSION"));
        checkPlatform(manifest);
        TreeEntry command = file(manifest, shape.goCommand());
        if (!command.executable()) {
            throw refusal.because("its " + command.path() + " is not executable");
        }
        byte[] head = head(command.path(), 4);
        if (!isProgram(head)) {
            throw refusal.because("its " + command.path() + " is no program for " + shape.os());
        }
    }

    private TreeEntry file(TreeManifest manifest, String path) throws VerificationException {
        for (TreeEntry entry : manifest.entries()) {
            if (entry.path().equals(path)) {
                if (entry.isLink()) {
                    throw refusal.because("its " + path + " is a link");
                }
                return entry;
            }
        }
        throw refusal.because("it holds no toolchain: there is no " + path);
    }

    /** The first line names the version; since Go 1.21 a second one has the time of the release. */
    private void checkVersion(TreeEntry entry) throws VerificationException, StoreException {
        String text = new String(head(entry.path(), 200), StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        if (first.endsWith("\r")) {
            first = first.substring(0, first.length() - 1);
        }
        if (!first.equals(shape.goName())) {
            throw refusal.because("it should hold " + shape.goName() + ", its VERSION says \""
                    + Refusal.printable(first) + "\"");
        }
    }

    /** A signature does not say which file it is of: an archive for another platform is signed as well as this one. */
    private void checkPlatform(TreeManifest manifest) throws VerificationException {
        String wanted = TOOLS + shape.os() + '_' + shape.arch() + '/';
        String other = null;
        for (TreeEntry entry : manifest.entries()) {
            if (entry.path().startsWith(wanted)) {
                return;
            }
            if (entry.path().startsWith(TOOLS) && entry.path().indexOf('_', TOOLS.length()) > 0) {
                other = entry.path();
            }
        }
        if (other != null) {
            throw refusal.because("it should be for " + shape.os() + '/' + shape.arch() + ", and has "
                    + Refusal.printable(other));
        }
    }

    private boolean isProgram(byte[] head) {
        if (head.length < 4) {
            return false;
        }
        int magic = (head[0] & 255) << 24 | (head[1] & 255) << 16 | (head[2] & 255) << 8 | head[3] & 255;
        return switch (shape.os()) {
            case "windows" -> magic >>> 16 == 0x4d5a;
            case "darwin", "ios" -> magic == 0xcffaedfe || magic == 0xcefaedfe || magic == 0xcafebabe;
            case "aix" -> magic >>> 16 == 0x01f7;
            case "plan9" -> true;
            default -> magic == 0x7f454c46;
        };
    }

    private byte[] head(String path, int length) throws StoreException {
        try (InputStream in = Files.newInputStream(root.resolve(path))) {
            return in.readNBytes(length);
        } catch (IOException e) {
            throw Refusal.unwritable(root.resolve(path).toString(), e);
        }
    }
}
