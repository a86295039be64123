package io.jenkins.plugins.gotoolchain.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of this project, whichever of the two builds runs. */
final class SourceTree {

    private static final Set<String> NOT_SOURCES = Set.of(".git", "target", "work", ".idea", ".vscode", ".settings");

    private SourceTree() {}

    /** The folder that holds {@code docs}, {@code src} and {@code central}. */
    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("docs/architecture.md"))) {
                return folder;
            }
        }
        throw new IllegalStateException("not run from inside the source tree: " + Path.of("").toAbsolutePath());
    }

    /** Whether the tests run in this folder's build: at the root the real one, below {@code central} the other. */
    static boolean runsIn(Path folder) {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath().equals(folder);
    }

    static String text(String path) {
        try {
            return Files.readString(root().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file that a person wrote, without what was built or checked out of elsewhere. */
    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = folder.getFileName() != null && NOT_SOURCES.contains(folder.getFileName().toString());
                return skipped && !folder.equals(root()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
