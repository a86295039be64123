package io.jenkins.plugins.gotoolchain.gocache;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * What goes as a whole: a version of a module, with its archive and its folder, or a file of build results.
 *
 * @param used when it was used last, in milliseconds: of a build result Go says it; of a module it is when it was read, as far
 *     as the file system writes that down, else when it was downloaded
 */
record CachedThing(boolean module, List<Path> paths, long used, long bytes) {

    /** @return the bytes of all of them */
    static long results(Path cache, List<CachedThing> found) throws IOException {
        long[] all = new long[1];
        walk(cache, (file, attributes) -> {
            all[0] += attributes.size();
            String name = file.getFileName().toString();
            if (name.length() == 66 && (name.endsWith("-a") || name.endsWith("-d"))) {
                found.add(new CachedThing(false, List.of(file), attributes.lastModifiedTime().toMillis(), attributes.size()));
            }
        });
        return all[0];
    }

    /** @return the bytes of all of them */
    static long modules(Path cache, List<CachedThing> found) throws IOException {
        Path downloads = cache.resolve("cache").resolve("download");
        long[] all = new long[1];
        walk(downloads, (file, attributes) -> {
            String name = file.getFileName().toString();
            Path versions = file.getParent();
            if (!name.endsWith(".zip") || !versions.endsWith("@v")) {
                all[0] += attributes.size();
                return;
            }
            String version = name.substring(0, name.length() - 4);
            Path hash = versions.resolve(version + ".ziphash");
            Path tree = cache.resolve(downloads.relativize(versions.getParent()).toString() + "@" + version);
            long bytes = attributes.size() + bytes(tree);
            long used = Math.max(lastRead(attributes), Files.exists(hash) ? lastRead(attributes(hash)) : 0);
            all[0] += bytes;
            found.add(new CachedThing(true, List.of(tree, file, hash), used, bytes));
        });
        return all[0];
    }

    static long bytes(Path folder) throws IOException {
        long[] all = new long[1];
        walk(folder, (file, attributes) -> all[0] += attributes.size());
        return all[0];
    }

    private static long lastRead(BasicFileAttributes attributes) {
        return Math.max(attributes.lastAccessTime().toMillis(), attributes.lastModifiedTime().toMillis());
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class);
    }

    /** What is done with each file. */
    private interface Each {
        void file(Path file, BasicFileAttributes attributes) throws IOException;
    }

    private static void walk(Path folder, Each each) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                each.file(file, attributes);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE; // gone meanwhile, or of somebody else
            }
        });
    }
}
