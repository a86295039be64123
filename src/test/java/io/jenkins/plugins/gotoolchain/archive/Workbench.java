package io.jenkins.plugins.gotoolchain.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.rules.TemporaryFolder;

/** A folder with an archive, an empty staging folder, and a neighbour that must stay as it is. */
final class Workbench {

    final Path root;
    final Path staging;

    Workbench(TemporaryFolder folder) throws IOException {
        this(folder.newFolder().toPath());
    }

    Workbench(Path root) throws IOException {
        this.root = root;
        staging = Files.createDirectory(root.resolve("staging"));
        Files.writeString(root.resolve("neighbour"), "untouched");
    }

    Unpacked unpack(Unpacker unpacker, byte[] archive) throws IOException, InterruptedException {
        return unpack(unpacker, archive, SmallTree.SHAPE, UnpackLimits.TOOLCHAIN);
    }

    Unpacked unpack(Unpacker unpacker, byte[] archive, ToolchainShape shape, UnpackLimits limits)
            throws VerificationException, StoreException, InterruptedException, IOException {
        Path file = Files.write(root.resolve("archive"), archive);
        return unpacker.unpack(file, staging, shape, limits, UnpackProgress.NONE);
    }

    /** Unpacks what must be refused. @return the refusal's problem */
    String refused(Unpacker unpacker, byte[] archive) throws IOException, InterruptedException {
        return refused(unpacker, archive, SmallTree.SHAPE, UnpackLimits.TOOLCHAIN);
    }

    String refused(Unpacker unpacker, byte[] archive, ToolchainShape shape, UnpackLimits limits)
            throws IOException, InterruptedException {
        try {
            unpack(unpacker, archive, shape, limits);
        } catch (VerificationException e) {
            assertNothingOutside();
            assertThat(e.problem()).startsWith("archive is refused: ");
            assertThat(e.advice()).isNotEmpty();
            return e.problem();
        }
        throw new AssertionError("it was unpacked");
    }

    void assertNothingOutside() throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            Set<String> names = all.map(path -> path.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
            assertThat(names).isSubsetOf("archive", "neighbour", "staging");
        }
        assertThat(root.resolve("neighbour")).hasContent("untouched");
    }

    /** The files that are there now, by their path below the staging folder. */
    Set<String> found() throws IOException {
        try (Stream<Path> all = Files.walk(staging)) {
            return all.filter(path -> !Files.isDirectory(path, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .map(path -> staging.relativize(path).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
