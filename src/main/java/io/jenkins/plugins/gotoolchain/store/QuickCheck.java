package io.jenkins.plugins.gotoolchain.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Looks by {@code stat} whether what a build executes is as the stamp says. Some twenty-five files: under 1 ms. */
final class QuickCheck {

    private QuickCheck() {}

    static boolean agrees(Path home, Stamp stamp) {
        try {
            return foldersAgree(home, stamp) && filesAgree(home, stamp);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean foldersAgree(Path home, Stamp stamp) {
        for (Stamp.Folder folder : stamp.folders()) {
            String[] names = home.resolve(folder.path()).toFile().list();
            if (names == null || names.length != folder.entries()) {
                return false;
            }
        }
        return true;
    }

    private static boolean filesAgree(Path home, Stamp stamp) {
        for (Stamp.Looked file : stamp.files()) {
            if (!agrees(home.resolve(file.path()), file)) {
                return false;
            }
        }
        return true;
    }

    private static boolean agrees(Path path, Stamp.Looked file) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            return false;
        }
        return attributes.isRegularFile()
                && attributes.size() == file.size()
                && Math.floorDiv(attributes.lastModifiedTime().toMillis(), 1000L) == file.seconds()
                && (!file.executable() || new File(path.toString()).canExecute());
    }
}
