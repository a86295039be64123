package io.jenkins.plugins.gotoolchain.gocache;

import java.io.Serializable;

/**
 * What went.
 *
 * @param modules versions of modules
 * @param results build results
 * @param folders caches of jobs, and of toolchains that are gone
 * @param bytes of all of them
 * @param left bytes that are left
 * @param busy whether modules had to stay because builds use them
 */
public record Trimmed(int modules, int results, int folders, long bytes, long left, boolean busy) implements Serializable {

    /** Whether anything went. */
    public boolean any() {
        return modules + results + folders > 0;
    }
}
