package io.jenkins.plugins.gotoolchain.jenkins.trust;

import io.jenkins.plugins.gotoolchain.jenkins.node.AgentText;
import io.jenkins.plugins.gotoolchain.jenkins.node.LocationReceipt;
import io.jenkins.plugins.gotoolchain.store.Receipt;
import io.jenkins.plugins.gotoolchain.store.ReceiptEvidence;
import java.time.Instant;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The bytes of one release for one platform, as they were first verified. Go publishes each in two packagings, whose trees
 * differ: the module has no tests and documents. So there may be two of these for one version and platform.
 *
 * @param version {@code 1.24.1}
 * @param platform {@code linux/amd64}
 * @param module whether it came as a module, else as an archive
 * @param digest {@code h1:…} of the module's files, or the archive's SHA-256 in lower-case hex
 * @param tree the digest of the installed files
 * @param since when it was first seen, ISO 8601 in UTC
 * @param node which brought it first, by its display name
 * @param source where that node had it from
 * @param evidence the kinds that proved it there, with blanks between
 */
record KnownBytes(
        String version,
        String platform,
        boolean module,
        String digest,
        String tree,
        String since,
        String node,
        String source,
        String evidence) {

    private static final String SCHEMA = "1";

    /** @return null where the receipt names no bytes, or nothing proves them */
    static KnownBytes of(String node, Receipt receipt, Instant now) {
        boolean module = !receipt.moduleHash().isEmpty();
        String digest = module ? receipt.moduleHash() : receipt.archiveSha256();
        StringJoiner evidence = new StringJoiner(" ");
        for (ReceiptEvidence one : receipt.evidence()) {
            if (!one.kind().equals(LocationReceipt.ACCEPTED)) {
                evidence.add(one.kind());
            }
        }
        if (digest.isEmpty() || receipt.treeDigest().isEmpty() || evidence.length() == 0) {
            return null;
        }
        return new KnownBytes(
                receipt.version().text(),
                receipt.platform().toString(),
                module,
                AgentText.word(digest),
                AgentText.word(receipt.treeDigest()),
                now.toString(),
                AgentText.word(node),
                AgentText.line(receipt.source()),
                AgentText.word(evidence.toString()));
    }

    /** What there is one of. */
    String key() {
        return version + " " + platform + " " + (module ? "module" : "archive");
    }

    /** Whether these are the same bytes, whoever brought them. */
    boolean agreesWith(KnownBytes other) {
        return digest.equals(other.digest) && tree.equals(other.tree);
    }

    /** For people: the digest, and the tree's where the digests alone do not tell them apart. */
    String value(KnownBytes other) {
        return (module ? "" : "sha256 ") + digest + (digest.equals(other.digest) ? ", installed as the tree " + tree : "");
    }

    /** @return null where it is no line of this form, or was not written whole */
    static KnownBytes parse(String line) {
        String[] parts = line.split("\t", -1);
        Boolean module = parts.length != 10 ? null : Map.of("module", true, "archive", false).get(parts[3]);
        if (module == null || !parts[0].equals(SCHEMA)) {
            return null;
        }
        return new KnownBytes(
                parts[1], parts[2], module, parts[4], parts[5], parts[6], parts[7], parts[8], parts[9]);
    }

    /** Without a line's end. No part has a tab: {@link AgentText} keeps none. */
    String line() {
        return String.join(
                "\t", SCHEMA, version, platform, module ? "module" : "archive", digest, tree, since, node, source,
                evidence);
    }
}
