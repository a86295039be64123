package io.jenkins.plugins.gotoolchain.jenkins.buildcache;

import com.fasterxml.jackson.core.JsonFactory;
import io.jenkins.plugins.gotoolchain.buildcache.CacheprogMain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What the go command starts on a node, made once from the classes of this plugin and of Jackson's streams that this Jenkins
 * runs: nothing of it is in the plugin twice.
 *
 * @param name with the digest in it
 * @param sha256 lower-case hex
 */
record CacheprogJar(String name, String sha256, byte[] bytes) {

    private static final String OURS = "io/jenkins/plugins/gotoolchain/";
    private static final List<String> ROOMS = List.of(OURS + "buildcache", OURS + "transfer", OURS + "failure");
    private static CacheprogJar made;

    static synchronized CacheprogJar get() throws IOException {
        if (made == null) {
            ByteArrayOutputStream jar = new ByteArrayOutputStream();
            try (ZipOutputStream out = new ZipOutputStream(jar)) {
                for (String room : ROOMS) {
                    add(CacheprogMain.class, room, out);
                }
                add(JsonFactory.class, "com/fasterxml/jackson/core", out);
            }
            byte[] bytes = jar.toByteArray();
            String sha256 = sha256(bytes);
            made = new CacheprogJar("go-cache-" + sha256.substring(0, 16) + ".jar", sha256, bytes);
        }
        return made;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** All classes of a package and those below it, from where one of its classes comes: a jar, or a folder. */
    private static void add(Class<?> one, String folder, ZipOutputStream out) throws IOException {
        Path place;
        try {
            place = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException("the classes of the build cache cannot be read", e);
        }
        if (Files.isDirectory(place)) {
            addBelow(place.resolve(folder), place, out);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
            addBelow(jar.getPath("/" + folder), jar.getPath("/"), out);
        }
    }

    private static void addBelow(Path folder, Path root, ZipOutputStream out) throws IOException {
        List<Path> classes;
        try (Stream<Path> all = Files.walk(folder)) {
            classes = all.filter(path -> path.toString().endsWith(".class")).sorted().toList();
        }
        for (Path path : classes) {
            ZipEntry entry = new ZipEntry(root.relativize(path).toString().replace('\\', '/'));
            entry.setTime(0); // the same classes are the same jar
            out.putNextEntry(entry);
            Files.copy(path, out);
        }
    }
}
