package io.jenkins.plugins.gotoolchain.trust;

import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import io.jenkins.plugins.gotoolchain.tree.TreeManifest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds an unpacked tree against the files of the module zip that was proven: every file of the tree must be one of
 * the zip's, byte for byte, and none may be missing. A {@code go.mod} may be a copy of the {@code _go.mod} beside it,
 * as the go command makes them.
 */
final class ModuleTree {

    private static final String GO_MOD = "go.mod";

    private ModuleTree() {}

    /**
     * @param prefix {@code golang.org/toolchain@v0.0.1-go1.24.1.linux-amd64/}
     * @throws VerificationException where the two differ, or a name in the zip lacks the prefix
     */
    static void check(String prefix, List<ModuleFile> stored, TreeManifest tree) throws VerificationException {
        Map<String, String> proven = new HashMap<>(stored.size() * 2);
        for (ModuleFile file : stored) {
            if (!file.name().startsWith(prefix)) {
                throw differs("has \"" + Excerpt.of(file.name()) + "\" outside of " + prefix);
            }
            proven.put(file.name().substring(prefix.length()), file.sha256());
        }
        int found = 0;
        for (TreeEntry entry : tree.entries()) {
            if (entry.isLink()) {
                throw differs("unpacked to a link, " + entry.path() + ", and a module zip has none");
            }
            String sha256 = proven.get(entry.path());
            if (sha256 != null) {
                found++;
            } else if (isCalledGoMod(entry.path())) {
                sha256 = proven.get(besideUnderscored(entry.path()));
            }
            if (!entry.sha256().equals(sha256)) {
                throw differs("unpacked to " + entry.path() + (sha256 == null ? ", which it does not hold" : ", changed"));
            }
        }
        if (found != proven.size()) {
            throw differs("has " + proven.size() + " files, of which " + found + " were unpacked");
        }
    }

    private static boolean isCalledGoMod(String path) {
        return path.equals(GO_MOD) || path.endsWith("/" + GO_MOD);
    }

    private static String besideUnderscored(String path) {
        return path.substring(0, path.length() - GO_MOD.length()) + "_" + GO_MOD;
    }

    private static VerificationException differs(String how) {
        return new VerificationException(
                "the module zip " + how, "nothing was installed; get the archive from another source");
    }
}
