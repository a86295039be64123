package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.io.IOException;
import java.nio.file.Path;

/** The words for what is wrong with one archive. */
final class Refusal {

    private static final String ADVICE = "Nothing of it was installed. Find out why the source serves this file: it is"
            + " damaged, made for something else, or was tampered with; then install from another source.";

    private final String archive;

    Refusal(Path archive) {
        this.archive = printable(String.valueOf(archive.getFileName()));
    }

    /** @param reason goes on from "is refused: " */
    VerificationException because(String reason) {
        return because(reason, null);
    }

    VerificationException because(String reason, Throwable cause) {
        return new VerificationException(archive + " is refused: " + reason, java.util.List.of(), ADVICE, cause);
    }

    /** @param reason goes on from the entry's name, such as "leaves the folder" */
    VerificationException entry(String name, String reason) {
        return because("its entry \"" + printable(name) + "\" " + reason);
    }

    StoreException unreadable(IOException cause) {
        return new StoreException(
                archive + " cannot be read: " + said(cause), java.util.List.of(), "Look at the disk it is on.", cause);
    }

    static StoreException unwritable(String path, IOException cause) {
        return new StoreException(
                printable(path) + " cannot be written: " + said(cause),
                java.util.List.of(),
                "Look at the disk of the store: is there space (and inodes), may this user write there, and are"
                        + " paths this long allowed?",
                cause);
    }

    private static String said(IOException cause) {
        String reason = cause instanceof java.nio.file.FileSystemException failure ? failure.getReason() : null;
        if (reason == null) {
            reason = cause instanceof java.nio.file.FileSystemException || cause.getMessage() == null
                    ? cause.getClass().getSimpleName()
                    : cause.getMessage();
        }
        return reason;
    }

    static String printable(String text) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (safe.length() == 200) {
                return safe.append('…').toString();
            }
            char c = text.charAt(i);
            safe.append(Character.isLetterOrDigit(c) || c > ' ' && c < 0x7f || c == ' ' ? c : '?');
        }
        return safe.toString();
    }
}
