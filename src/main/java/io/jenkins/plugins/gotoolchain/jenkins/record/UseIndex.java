package io.jenkins.plugins.gotoolchain.jenkins.record;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.ControllerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * All builds' records in short, in the order in which they were made: a file for each month under
 * {@code go-toolchain/builds} of Jenkins' home. It answers who used what without a look at any build that did not.
 */
@Extension
public class UseIndex {

    private static final Logger LOGGER = Logger.getLogger(UseIndex.class.getName());

    /** Some two million records; then the oldest month goes. */
    private static final long MOST_BYTES = 512L << 20;

    private final Path folder;
    private final Clock clock;

    public UseIndex() {
        this(ControllerFolder.path().resolve("builds"), Clock.systemUTC());
    }

    UseIndex(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    static UseIndex get() {
        return ExtensionList.lookupSingleton(UseIndex.class);
    }

    /** Where it cannot, Jenkins' log says so: the build's own record is there all the same. */
    void add(Run<?, ?> run, ToolchainUse use) {
        try {
            append(IndexedUse.of(run, use));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "That " + run + " uses Go " + use.getVersion() + " cannot be found later");
        }
    }

    synchronized void append(IndexedUse use) throws IOException {
        Path file = folder.resolve(YearMonth.now(clock.withZone(ZoneOffset.UTC)) + ".tsv");
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            dropOldest();
        }
        LineFile.append(file, use.line());
    }

    /** Newest month first. */
    List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> UseCursor.isMonth(file.getFileName().toString())).forEach(files::add);
        }
        files.sort(Collections.reverseOrder());
        return files;
    }

    private void dropOldest() throws IOException {
        long bytes = 0;
        for (Path file : files()) {
            bytes += Files.size(file);
            if (bytes > MOST_BYTES) {
                Files.deleteIfExists(file);
            }
        }
    }
}
