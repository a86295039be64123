package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Puts what a disk refused into words. */
final class DiskTrouble {

    private DiskTrouble() {}

    /**
     * @param needed bytes still to be written; -1 if unknown
     * @return {@code e} itself if it is an interrupt or has its words already
     */
    static IOException explain(IOException e, Path file, long needed) {
        if (e instanceof ClosedByInterruptException || e instanceof StoreException) {
            return e;
        }
        Path folder = file.toAbsolutePath().getParent();
        String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (reason.contains("no space left") || reason.contains("not enough space") || reason.contains("quota")) {
            return new StoreException(
                    "The disk that holds " + folder + " is full" + space(folder, needed) + ".",
                    "free some space there, or choose a root on another disk; what was downloaded is kept");
        }
        if (e instanceof AccessDeniedException || reason.contains("read-only file system")) {
            return new StoreException(
                    file + " cannot be written by this user.", "give the user who runs this the right to write there");
        }
        return new StoreException(
                file + " could not be written or read: " + e.getMessage(), List.of(),
                "check the disk that holds " + folder, e);
    }

    /**
     * @param folder of the file
     * @param name of the file
     * @param still bytes to be written to the file
     * @param beside bytes to be written beside it afterwards
     * @throws StoreException where the disk says that it has less; one that does not say is believed to have enough
     */
    static void requireRoom(Path folder, String name, long still, long beside) throws StoreException {
        long free;
        try {
            free = Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return;
        }
        if (free < still + beside) {
            throw new StoreException(
                    "The disk that holds " + folder + " is too full for " + name + ": " + Words.bytes(still)
                            + " are still to come" + (beside == 0 ? "" : ", up to " + Words.bytes(beside) + " to unpack it")
                            + ", and " + Words.bytes(free) + " are free.",
                    "free some space there (`prune` removes toolchains that are not used), or choose a root on another"
                            + " disk; nothing was downloaded, and what was there is kept");
        }
    }

    private static String space(Path folder, long needed) {
        StringBuilder text = new StringBuilder();
        if (needed >= 0) {
            text.append(": ").append(Words.bytes(needed)).append(" more are needed");
        }
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            text.append(needed >= 0 ? ", " : ": ").append(Words.bytes(free)).append(" are free");
        } catch (IOException e) {
            // the rest of the sentence stands without it
        }
        return text.toString();
    }
}
