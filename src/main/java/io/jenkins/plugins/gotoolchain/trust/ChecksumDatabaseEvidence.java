package io.jenkins.plugins.gotoolchain.trust;

/**
 * The module's files have the hash that the checksum database has signed.
 *
 * @param moduleHash {@code h1:…}
 * @param module path and version, {@code golang.org/toolchain@v0.0.1-go1.24.1.linux-amd64}
 * @param database name and key hash of the key that signed, {@code sum.golang.org+033de0ae}
 * @param record the record's number
 * @param treeSize of the signed tree that was shown to hold the record
 * @param treeRoot that tree's root hash, base64
 * @param from where the database was read, printable
 */
public record ChecksumDatabaseEvidence(
        String moduleHash, String module, String database, long record, long treeSize, String treeRoot, String from)
        implements Evidence {

    private static final long serialVersionUID = 1L;

    @Override
    public Requirement meets() {
        return Requirement.SUMDB;
    }

    @Override
    public String describe() {
        return moduleHash + " is record " + record + " of " + database + ", included in its signed tree of " + treeSize
                + " records, read through " + from;
    }
}
