package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;

/** Versions of Go in a text file: one a line, {@code #} begins a comment, what is no version is passed over. */
final class ReleaseList {

    private static final String BUNDLED = "releases.txt";

    private ReleaseList() {}

    /** Those that were out when this plugin was made. */
    static NavigableSet<GoVersion> bundled() {
        try (InputStream in = ReleaseList.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new IllegalStateException("the plugin has no " + BUNDLED);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the plugin's " + BUNDLED + " cannot be read", e);
        }
    }

    /** Empty where there is no such file. */
    static NavigableSet<GoVersion> read(Path file) throws IOException {
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return new TreeSet<>();
        }
    }

    /** All of it or nothing. */
    static void write(Path file, Collection<GoVersion> versions) throws IOException {
        StringBuilder text = new StringBuilder();
        for (GoVersion version : new TreeSet<>(versions)) {
            text.append(version.text()).append('\n');
        }
        Path folder = Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a folder"));
        Path draft = Files.createTempFile(folder, "releases", ".tmp");
        try {
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    static NavigableSet<GoVersion> parse(String text) {
        NavigableSet<GoVersion> versions = new TreeSet<>();
        for (String line : text.split("\n")) {
            String version = line.strip();
            if (!version.startsWith("#") && GoVersion.isValid(version)) {
                versions.add(new GoVersion(version));
            }
        }
        return versions;
    }
}
