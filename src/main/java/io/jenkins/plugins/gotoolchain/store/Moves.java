package io.jenkins.plugins.gotoolchain.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** One atomic rename. On Windows a folder with an open file cannot be renamed: a scanner's is soon closed, so wait. */
final class Moves {

    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final int TRIES = 8;

    private Moves() {}

    /** @throws IOException where it did not happen; then nothing has changed */
    static void rename(Path from, Path to) throws IOException, InterruptedException {
        long pause = 20;
        for (int attempt = 1; ; attempt++) {
            try {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (NoSuchFileException e) {
                throw e;
            } catch (FileSystemException e) {
                if (!WINDOWS || attempt == TRIES) {
                    throw WINDOWS ? stillOpen(e, from) : e;
                }
            }
            Thread.sleep(pause);
            pause *= 2;
        }
    }

    private static FileSystemException stillOpen(FileSystemException e, Path from) {
        FileSystemException clear = new FileSystemException(
                from.toString(), null, "a program has a file in it open, or it may not be renamed (" + e.getReason() + ")");
        clear.initCause(e);
        return clear;
    }
}
