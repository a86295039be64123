package io.jenkins.plugins.gotoolchain.diagnose.network;

import io.jenkins.plugins.gotoolchain.source.SourceKind;
import java.io.Serializable;
import java.net.URI;

/**
 * One place that is asked: a source, or one entry of a {@code GOPROXY} list.
 *
 * @param label as the setting names it, printable
 * @param base http, https or file, ended by a slash; null for {@code off}
 * @param pastAnyError whether the next entry of the list is asked whatever went wrong here
 */
public record NetworkTarget(SourceKind kind, String label, URI base, boolean pastAnyError) implements Serializable {

    boolean isFolder() {
        return base != null && "file".equals(base.getScheme());
    }
}
