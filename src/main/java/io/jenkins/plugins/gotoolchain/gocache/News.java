package io.jenkins.plugins.gotoolchain.gocache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Counts and times what has come into caches. What cannot be read is not counted. */
final class News extends SimpleFileVisitor<Path> {

    /** {@code v1 <action> <output> <size> <time>}, the numbers 20 wide: cmd/go/internal/cache. */
    private static final int ENTRY = 2 + 1 + 64 + 1 + 64 + 1 + 20 + 1 + 20 + 1;

    private final long since;
    private int modules;
    private long moduleBytes;
    private int results;
    private long resultBytes;
    private final BusyTime downloading = new BusyTime();
    private final BusyTime compiling = new BusyTime();

    private News(long since) {
        this.since = since;
    }

    static CacheNews since(Path modules, Path results, long since) {
        News news = new News(since);
        try {
            Files.walkFileTree(modules.resolve("cache").resolve("download"), news);
            Files.walkFileTree(results, news);
        } catch (IOException e) {
            // none there yet
        }
        return new CacheNews(
                news.modules, news.moduleBytes, news.results, news.resultBytes, news.downloading.sum(), news.compiling.sum());
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.lastModifiedTime().toMillis() < since) {
            return FileVisitResult.CONTINUE;
        }
        String name = file.toString();
        if (name.endsWith(".info") || name.endsWith(".mod") || name.endsWith(".zip") || name.endsWith(".ziphash")) {
            downloading.add(attributes.lastModifiedTime().toMillis());
        }
        if (name.endsWith(".zip")) {
            modules++;
            moduleBytes += attributes.size();
        } else if (name.endsWith("-a") && attributes.size() == ENTRY) {
            result(file);
        }
        return FileVisitResult.CONTINUE;
    }

    /** Go gives an old result a new time when it is used: its own line says when it was made. */
    private void result(Path file) {
        try {
            String[] words = Files.readString(file, StandardCharsets.US_ASCII).strip().split(" +");
            long made = words.length == 5 ? Long.parseLong(words[4]) / 1_000_000 : -1;
            if (made >= since) {
                results++;
                resultBytes += Long.parseLong(words[3]);
                compiling.add(made);
            }
        } catch (IOException | NumberFormatException e) {
            // being written, or none
        }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return FileVisitResult.CONTINUE;
    }
}
