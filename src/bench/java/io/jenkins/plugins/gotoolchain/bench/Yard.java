package io.jenkins.plugins.gotoolchain.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The folder where it all happens, the mirror that serves it, and the commands that are measured. */
final class Yard implements AutoCloseable {

    static final String VERSION = "1.24.1";

    final Path folder;
    final Mirror mirror;
    private final String launcher;

    Yard(Path folder, String launcher, String upstream) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.launcher = launcher;
        this.mirror = new Mirror(folder, upstream);
    }

    String moduleProxy() {
        return mirror.url("/proxy");
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** Our command line, on the store of that name. */
    Command ours(String store, String... words) {
        List<String> all = new ArrayList<>(List.of(launcher));
        all.addAll(List.of(words));
        int options = all.indexOf("--") < 0 ? all.size() : all.indexOf("--");
        all.addAll(options, List.of("--root", path(store).toString()));
        return Command.of(path("ours.log"), all.toArray(String[]::new));
    }

    Command installZip(String store) {
        return ours(store, "install", VERSION, "--source", "goproxy:" + moduleProxy(), "--require", "sumdb");
    }

    Command installTar(String store) {
        return ours(store, "install", VERSION, "--source", mirror.url("/dl/"), "--reference", "none");
    }

    /** The go command's own download of a toolchain, with nothing cached. */
    Command goCommand(String modules) throws IOException {
        Path empty = Files.createDirectories(path("empty"));
        return Command.of(path("go.log"), "go", "version")
                .in(empty)
                .with("GOTOOLCHAIN", "go" + VERSION)
                .with("GOPROXY", moduleProxy())
                .with("GOPATH", path(modules).toString())
                .with("GOMODCACHE", path(modules).resolve("mod").toString())
                .with("GOFLAGS", "");
    }

    /** The folder of the toolchain in a store. */
    Path toolchain(String store) throws IOException {
        try (Stream<Path> entries = Files.list(path(store))) {
            return entries.filter(each -> each.getFileName().toString().startsWith("go" + VERSION + "."))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no Go " + VERSION + " in " + path(store)));
        }
    }

    /** The archive that the mirror has by now: {@code proxy} has the zip, {@code dl} the {@code .tar.gz}. */
    Path archive(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(path(kind))) {
            return files.filter(each -> each.getFileName().toString().matches(".*go" + VERSION + "\\..*\\.(zip|tar\\.gz)"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no archive of Go " + VERSION + " was fetched"));
        }
    }

    /**
     * Puts a download site beside the module proxy: the toolchain of that store as a {@code .tar.gz}, with an index.
     * It stands for the real archive, which is not to be had everywhere and has some more small files.
     */
    Path makeSite(String store) throws Exception {
        Path home = toolchain(store);
        String[] platform = home.getFileName().toString().substring(("go" + VERSION + ".").length()).split("-");
        Path site = Files.createDirectories(path("dl"));
        Path archive = site.resolve(home.getFileName() + ".tar.gz");
        if (!Files.exists(archive)) {
            List<String> tar = new ArrayList<>(List.of("tar", "--owner=0", "--group=0", "--format=ustar", "--transform",
                    "s,^,go/,", "-C", home.toString(), "-czf", archive.toString()));
            try (Stream<Path> entries = Files.list(home)) {
                entries.map(each -> each.getFileName().toString())
                        .filter(name -> !name.startsWith("."))
                        .sorted()
                        .forEach(tar::add);
            }
            Command.of(path("tar.log"), tar.toArray(String[]::new)).time();
        }
        String sha256 = sha256(archive);
        Files.writeString(path("sums"), sha256 + "  fetched.tar.gz\n");
        Files.writeString(site.resolve("index.json"), """
                [{"version": "go%1$s", "stable": true, "files": [{"filename": "%2$s", "os": "%3$s", "arch": "%4$s",
                  "version": "go%1$s", "sha256": "%5$s", "size": %6$d, "kind": "archive"}]}]
                """.formatted(VERSION, archive.getFileName(), platform[0], platform[1], sha256, Files.size(archive)));
        return archive;
    }

    private static String sha256(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Brings the disk to rest: what was written before is not to be paid for by what comes now. */
    void rest() throws Exception {
        Command.of(path("sync.log"), "sync").time();
    }

    /** Runs a command that fills a folder, which is removed before and after. */
    long timeInto(String filled, Command command) throws Exception {
        remove(path(filled));
        rest();
        long took = command.time();
        remove(path(filled));
        return took;
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                each.toFile().setWritable(true, true); // the go command leaves its folders read-only
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, IOException failure) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() {
        mirror.close();
    }
}
