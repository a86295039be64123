package io.jenkins.plugins.gotoolchain.diagnose.workspace;

import java.io.Serializable;
import java.util.Set;

/**
 * A place that says which Go there is to be, or fetches one.
 *
 * @param component what it belongs to: a module's path, or what kind of file it is
 * @param declares whether it is a declaration that the go command or a tool reads, else a command that somebody wrote
 * @param version which Go; empty where none is named
 * @param how it comes
 * @param file relative to the workspace with slashes, or absolute where it lies elsewhere
 * @param line counted from 1; 0 where it is the whole file
 */
public record Declaration(String component, boolean declares, String version, How how, String file, int line)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** How a Go comes of it. */
    public enum How {
        /** Somebody wrote down which one. */
        DECLARED,
        /** The go command fetches it by itself, since a module needs it. */
        IMPLICIT,
        /** A script or a build description fetches it. */
        SCRIPT
    }

    /** Whether it is of one of these versions: {@code 1.24.1}. */
    public boolean explains(Set<String> versions) {
        return !version.isEmpty() && versions.contains(version);
    }
}
