package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.pins.PinFile;
import io.jenkins.plugins.gotoolchain.version.VersionSelector;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A file of pins where it lies: which one it is, reading and replacing it. */
final class PinsOnDisk {

    private final Path file;
    private final String name;

    private PinsOnDisk(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /** @param named by an option; null for the one in the folder where the command was called */
    static PinsOnDisk of(Path named, Path folder) {
        Path file = named == null ? Path.of(PinFile.NAME) : named;
        return new PinsOnDisk(folder.resolve(file), file.toString());
    }

    /**
     * The one that counts for a selector: beside the file that it names, else in the folder where the command was called.
     *
     * @return null where there is none
     */
    static PinsOnDisk of(Path named, VersionSelector selector, Path folder) {
        if (named != null) {
            return of(named, folder);
        }
        if (selector instanceof VersionSelector.InFile inFile && inFile.fileName().indexOf('/') >= 0) {
            String path = inFile.fileName();
            PinsOnDisk beside = of(Path.of(path.substring(0, path.lastIndexOf('/')), PinFile.NAME), folder);
            if (beside.exists()) {
                return beside;
            }
        }
        PinsOnDisk here = of((Path) null, folder);
        return here.exists() ? here : null;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** As people named it. */
    String name() {
        return name;
    }

    /** @throws ConfigurationException where it is not there, cannot be read, or is no such file */
    PinFile read() throws ConfigurationException {
        try {
            if (Files.size(file) > PinFile.LIMIT) {
                throw new ConfigurationException(
                        name + " is larger than a file of pins can be", "see whether it is the file that was meant");
            }
            return PinFile.parse(Files.readString(file), name);
        } catch (ConfigurationException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(
                    "there is no " + name, "name the file, or make one: go-toolchain pins add VERSION");
        } catch (CharacterCodingException e) {
            throw new ConfigurationException(name + " is not written in UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            throw new ConfigurationException(
                    name + " cannot be read: " + e.getMessage(), List.of(), "see to its permissions", e);
        }
    }

    /** Replaced as a whole. */
    void write(PinFile changed) throws StoreException {
        Path fresh = null;
        try {
            Path real = exists() ? file.toRealPath() : file.toAbsolutePath();
            fresh = Files.writeString(
                    real.resolveSibling(PinFile.NAME + "." + ProcessHandle.current().pid() + ".new"),
                    changed.text(),
                    StandardCharsets.UTF_8);
            Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StoreException(
                    name + " cannot be written: " + e, List.of(), "see to its permissions, and to the space there", e);
        } finally {
            remove(fresh);
        }
    }

    private static void remove(Path fresh) {
        try {
            if (fresh != null) {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            // said already
        }
    }
}
