package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names that an archive has used so far, so that no file is written twice, over a folder, or below another file,
 * on file systems that do not tell case or Unicode's normal forms apart either.
 */
final class NameBook {

    private final Refusal refusal;
    private final Map<String, String> folders = new HashMap<>();
    private final Set<String> files = new HashSet<>();
    private String lastParent = "";

    NameBook(Refusal refusal) {
        this.refusal = refusal;
    }

    /** Takes the name for a file or a link. */
    void file(String path) throws VerificationException {
        parents(path);
        String key = key(path);
        if (folders.containsKey(key)) {
            throw refusal.entry(path, "is a file where a folder is");
        }
        if (!files.add(key)) {
            throw refusal.entry(path, "comes twice, or differs from another one only by case");
        }
    }

    /** Takes the name for a folder; a folder may come more than once. */
    void folder(String path) throws VerificationException {
        if (path.equals(lastParent)) {
            return;
        }
        parents(path);
        one(path);
    }

    private void parents(String path) throws VerificationException {
        int slash = path.lastIndexOf('/');
        if (slash < 0 || slash == lastParent.length() && path.startsWith(lastParent)) {
            return;
        }
        String parent = path.substring(0, slash);
        for (int i = parent.indexOf('/'); i >= 0; i = parent.indexOf('/', i + 1)) {
            one(parent.substring(0, i));
        }
        one(parent);
        lastParent = parent;
    }

    private void one(String path) throws VerificationException {
        String key = key(path);
        if (files.contains(key)) {
            throw refusal.entry(path, "is a folder where a file is");
        }
        String before = folders.putIfAbsent(key, path);
        if (before != null && !before.equals(path)) {
            throw refusal.entry(path, "differs from another folder only by case");
        }
    }

    private static String key(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) >= 0x80) {
                String folded = Normalizer.normalize(path, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT);
                return Normalizer.normalize(folded.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
            }
        }
        return path.toLowerCase(Locale.ROOT);
    }
}
