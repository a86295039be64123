package io.jenkins.plugins.gotoolchain.archive;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Which names this Java can give to files: with the locale C it has ASCII only, and Go's own tests have a few others. */
final class LocalNames {

    private LocalNames() {}

    /** Whether a file can be left out since its name cannot be written here, and no build needs it. */
    static boolean leavesOut(String path) {
        return path.startsWith("test/") && !isAscii(path) && !canBeWritten(path);
    }

    private static boolean isAscii(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean canBeWritten(String path) {
        try {
            Path.of(path);
            return true;
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
