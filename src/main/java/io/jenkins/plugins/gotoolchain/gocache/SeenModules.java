package io.jenkins.plugins.gotoolchain.gocache;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * What a cache of modules has, by links, in the layout of a module proxy: the go command reads it there, proves it as always,
 * and has no way to write. Without the lists of versions: those are of what was downloaded, and {@code @latest} would come
 * to an old one.
 */
final class SeenModules {

    private final Path downloads;
    private final Path links;

    SeenModules(Path modules, Path links) {
        this.downloads = modules.resolve("cache").resolve("download");
        this.links = links;
    }

    /** @return the folder with the links; null where links cannot be made, or there is nothing to link to */
    Path link() {
        if (!Files.isDirectory(downloads)) {
            return null;
        }
        try {
            Files.walkFileTree(downloads, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return folder.equals(downloads.resolve("sumdb")) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String name = file.toString();
                    if (name.endsWith(".info") || name.endsWith(".mod") || name.endsWith(".zip")) {
                        one(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE; // gone meanwhile, or of somebody else
                }
            });
            return links;
        } catch (IOException | UnsupportedOperationException e) {
            return null;
        }
    }

    private void one(Path file) throws IOException {
        Path link = links.resolve(downloads.relativize(file).toString());
        if (Files.isSymbolicLink(link)) {
            return;
        }
        Files.createDirectories(link.resolveSibling("."));
        try {
            Files.createSymbolicLink(link, file);
        } catch (FileAlreadyExistsException e) {
            // another build of the job made it
        }
    }
}
