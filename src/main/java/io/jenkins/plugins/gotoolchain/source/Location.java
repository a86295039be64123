package io.jenkins.plugins.gotoolchain.source;

import java.io.Serializable;
import java.net.URI;

/**
 * One address of an archive.
 *
 * @param uri http, https or file; no user, no query
 * @param contentKey what makes a partial from another address the same file, as
 *     {@link io.jenkins.plugins.gotoolchain.transfer.DownloadRequest#contentKey}; null where nothing is known of it
 * @param proxyBase of the module proxy that serves it, ended by a slash: the checksum database is asked for under its
 *     {@code sumdb/} first. Null where the database is to be asked itself: no proxy, or the list says {@code direct}
 * @param signature where a detached OpenPGP signature of the archive is, or would be; null where there is never one
 */
public record Location(URI uri, String contentKey, URI proxyBase, URI signature) implements Serializable {

    /** Without a signature. */
    public Location(URI uri, String contentKey, URI proxyBase) {
        this(uri, contentKey, proxyBase, null);
    }
}
