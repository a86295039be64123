package io.jenkins.plugins.gotoolchain.trust.sumdb;

import java.io.Serializable;

/**
 * What the checksum database has for a module, proven to be in its signed tree.
 *
 * @param moduleHash {@code h1:…}
 * @param database name and key hash, {@code sum.golang.org+033de0ae}
 * @param record the record's number
 * @param treeSize of the signed tree in which it was found
 * @param treeRoot that tree's root hash, base64
 * @param from where the database was read, printable
 */
public record SumdbEntry(
        String moduleHash, String database, long record, long treeSize, String treeRoot, String from)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
