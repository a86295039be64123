package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Arrays;

/** Takes a toolchain that is not to be used out of sight, and leaves a note beside it that says why. */
final class Aside {

    static final String NOTE = ".why.txt";

    private final StoreRoot root;
    private final Gate gate;
    private final Clock clock;

    Aside(StoreRoot root, Gate gate, Clock clock) {
        this.root = root;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * @param judged the receipt's bytes when it was judged, null where it had none; another one under this name by now
     *     stays where it is
     * @return where it is now; null where it was no longer there
     */
    Path putAside(Path home, byte[] judged, String why) throws StoreException, InterruptedException {
        try (HeldLock held = gate.enter()) {
            if (!Files.exists(home, LinkOption.NOFOLLOW_LINKS) || !isStill(home, judged)) {
                return null;
            }
            Path aside = root.unused(StoreRoot.ASIDE, home.getFileName().toString());
            try {
                Moves.rename(home, aside);
            } catch (IOException e) {
                throw StoreFailure.of(e, "putting a toolchain aside", home);
            }
            note(aside, why);
            return aside;
        }
    }

    private static boolean isStill(Path home, byte[] judged) {
        if (!Files.isDirectory(home, LinkOption.NOFOLLOW_LINKS)) {
            return judged == null;
        }
        try {
            byte[] now = MetaFiles.read(home.resolve(MetaFiles.RECEIPT), ReceiptJson.LIMIT);
            return judged != null && Arrays.equals(now, judged);
        } catch (NoSuchFileException e) {
            return judged == null;
        } catch (IOException e) {
            return true;
        }
    }

    /** A rename leaves a folder's time as it was; from now on it says when it was put aside. */
    private void note(Path aside, String why) {
        try {
            Files.writeString(aside.resolveSibling(aside.getFileName() + NOTE), why + "\n", StandardCharsets.UTF_8);
            if (!Files.isSymbolicLink(aside)) {
                Files.setLastModifiedTime(aside, FileTime.fromMillis(clock.millis()));
            }
        } catch (IOException e) {
            // the user has been told too
        }
    }
}
