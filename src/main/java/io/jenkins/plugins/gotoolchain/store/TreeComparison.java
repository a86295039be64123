package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import io.jenkins.plugins.gotoolchain.tree.TreeManifest;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares a folder with a manifest by names, sizes and modes; no file is opened. Links are not followed. */
final class TreeComparison extends SimpleFileVisitor<Path> {

    private static final boolean MODES = File.separatorChar == '/';

    /** A file that is there with its size, and when it was last written, in seconds since 1970. */
    record Present(TreeEntry entry, long seconds) {}

    final List<String> missing = new ArrayList<>();
    final List<String> changed = new ArrayList<>();
    final List<String> extra = new ArrayList<>();
    final List<String> modeChanged = new ArrayList<>();
    final List<Present> present = new ArrayList<>();

    /** When the youngest file that is there was last written, in seconds since 1970. */
    long youngest;

    private final int prefix;
    private final boolean everyMode;
    private final Map<String, TreeEntry> expected;

    private TreeComparison(Path home, TreeManifest manifest, boolean everyMode) {
        this.prefix = home.toString().length() + 1;
        this.everyMode = everyMode;
        this.expected = new HashMap<>(manifest.files() * 2);
        for (TreeEntry entry : manifest.entries()) {
            expected.put(entry.path(), entry);
        }
    }

    /** @param everyMode whether files that should not be executable are looked at too */
    static TreeComparison of(Path home, TreeManifest manifest, boolean everyMode) throws IOException {
        if (!Files.isDirectory(home, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(home.toString());
        }
        TreeComparison comparison = new TreeComparison(home, manifest, everyMode);
        Files.walkFileTree(home, comparison);
        for (TreeEntry entry : manifest.entries()) {
            if (comparison.expected.containsKey(entry.path())) {
                comparison.missing.add(entry.path());
            }
        }
        Collections.sort(comparison.changed);
        Collections.sort(comparison.extra);
        Collections.sort(comparison.modeChanged);
        return comparison;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        String path = file.toString().substring(prefix);
        if (File.separatorChar != '/') {
            path = path.replace(File.separatorChar, '/');
        }
        TreeEntry entry = expected.remove(path);
        if (entry == null) {
            if (!MetaFiles.isMeta(path)) {
                extra.add(path);
            }
        } else if (entry.isLink()) {
            if (!attributes.isSymbolicLink()
                    || !Files.readSymbolicLink(file).toString().equals(entry.linkTarget())) {
                changed.add(path);
            }
        } else if (!attributes.isRegularFile() || attributes.size() != entry.size()) {
            changed.add(path);
        } else {
            if (MODES && (everyMode || entry.executable()) && file.toFile().canExecute() != entry.executable()) {
                modeChanged.add(path);
            }
            long seconds = Math.floorDiv(attributes.lastModifiedTime().toMillis(), 1000L);
            youngest = Math.max(youngest, seconds);
            present.add(new Present(entry, seconds));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return FileVisitResult.CONTINUE;
    }
}
