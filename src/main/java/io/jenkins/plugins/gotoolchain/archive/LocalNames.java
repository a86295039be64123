package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Which names this Java can give to files: with the locale C it has ASCII only, and Go's own tests have a few others. */
final class LocalNames {

    private LocalNames() {}

    /** Whether a file is left out since its name cannot be written here, and no build needs it. */
    static boolean leavesOut(String path) {
        return path.startsWith("test/") && !canBeWritten(path);
    }

    static boolean canBeWritten(String path) {
        if (isAscii(path)) {
            return true;
        }
        try {
            Path.of(path);
            return true;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    static StoreException unwritable(String path) {
        return new StoreException(
                Refusal.printable(path) + " cannot be written: this Java's locale has no such characters",
                "Start it with LC_ALL=C.UTF-8 in its environment.");
    }

    private static boolean isAscii(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
