package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Says what the operating system refused in words that tell what to do. */
final class StoreFailure {

    private StoreFailure() {}

    /** @param doing what was being done, such as {@code "publishing Go 1.24.1 for linux/amd64"} */
    static StoreException of(IOException cause, String doing, Path where) {
        if (cause instanceof StoreException) {
            return (StoreException) cause;
        }
        String reason = reason(cause);
        return new StoreException(
                doing + " failed at " + where + ": " + reason, List.of(), advice(cause, reason, where), cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "something else is already there";
        }
        if (cause instanceof NoSuchFileException) {
            return "it is not there";
        }
        if (cause instanceof FileSystemException && ((FileSystemException) cause).getReason() != null) {
            return ((FileSystemException) cause).getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static String advice(IOException cause, String reason, Path where) {
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space") || lower.contains("quota") || lower.contains("not enough space")) {
            return "free disk space for " + where + " (`prune` removes toolchains that are not used), then run again";
        }
        if (lower.contains("read-only")) {
            return "choose a root on a file system that can be written to, or mount this one writable";
        }
        if (cause instanceof AccessDeniedException) {
            return "let the user " + System.getProperty("user.name") + " write there, or choose another root";
        }
        if (lower.contains("lock")) {
            return "put the store on a file system that has locks (NFS version 4, or 3 with its lock daemon)";
        }
        return "look at that path, then run again";
    }
}
