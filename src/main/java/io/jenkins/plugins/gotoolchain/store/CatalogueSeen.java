package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The highest number of a catalogue that a store has been used under: a file for each catalogue, with the number as text. It
 * only grows.
 */
final class CatalogueSeen {

    private static final int LONGEST = 32;

    private final Path file;
    private final Gate gate;

    CatalogueSeen(Path file, Gate gate) {
        this.file = file;
        this.gate = gate;
    }

    /** @return the highest that was seen, with this one */
    long see(long number) throws StoreException, InterruptedException {
        long known = known();
        return known >= number ? known : grow(number);
    }

    /** Without the gate, since every use of a toolchain asks: it is replaced whole, and only grows. */
    private long known() {
        try {
            return read();
        } catch (IOException e) {
            return 0; // behind the gate it is read again, and said what is wrong
        }
    }

    private long grow(long number) throws StoreException, InterruptedException {
        try (HeldLock held = gate.enter()) {
            long before = read();
            if (number > before) {
                MetaFiles.replace(file, Long.toString(number).getBytes(StandardCharsets.US_ASCII));
            }
            return Math.max(before, number);
        } catch (IOException e) {
            throw StoreFailure.of(e, "keeping the number of the catalogue", file);
        }
    }

    /** 0 where there is none, or it cannot be read: then the next one counts. */
    private long read() throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
            return 0;
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1).trim();
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
