package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The version that a store's users get where nothing names one: a file with one line, as they wrote it. */
final class StoreDefault {

    private static final int LONGEST = 256;

    private final Path file;
    private final Gate gate;

    StoreDefault(Path file, Gate gate) {
        this.file = file;
        this.gate = gate;
    }

    Optional<String> get() throws StoreException {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String text = new String(MetaFiles.read(file, LONGEST), StandardCharsets.UTF_8).strip();
            if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
                throw new IOException("it is no single line");
            }
            return Optional.of(text);
        } catch (IOException e) {
            throw new StoreException(
                    "The file of the default version cannot be read: " + file, List.of(e.toString()),
                    "delete it, or set the default anew", e);
        }
    }

    /** @param text one line; null for none from now on */
    void set(String text) throws StoreException, InterruptedException {
        try (HeldLock held = gate.enter()) {
            if (text == null) {
                Files.deleteIfExists(file);
                return;
            }
            MetaFiles.replace(file, (text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw StoreFailure.of(e, "keeping the default version", file);
        }
    }
}
