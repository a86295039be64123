package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.util.HashSet;
import java.util.Set;

/** Makes each folder of a tree once, before what is in it. */
final class Folders {

    private final Staging staging;
    private final Set<String> made = new HashSet<>();
    private String last = "";

    Folders(Staging staging) {
        this.staging = staging;
    }

    void parentOf(String path) throws StoreException {
        int slash = path.lastIndexOf('/');
        if (slash > 0 && !(slash == last.length() && path.startsWith(last))) {
            last = path.substring(0, slash);
            make(last);
        }
    }

    void make(String path) throws StoreException {
        if (!made.add(path)) {
            return;
        }
        int slash = path.lastIndexOf('/');
        if (slash > 0) {
            make(path.substring(0, slash));
        }
        staging.createFolder(path);
    }
}
