package io.jenkins.plugins.gotoolchain.diagnose.network;

import io.jenkins.plugins.gotoolchain.transfer.Observed;
import io.jenkins.plugins.gotoolchain.transfer.ObservedHop;
import java.io.Serializable;
import java.util.List;

/**
 * What was seen of one target.
 *
 * @param version that was looked for; null where none was known
 * @param index the reading of its index; null where it was not asked over the network
 * @param archive the reading of the archive's beginning; null where it did not come to that
 * @param names what the name servers say of its host; null where it has no name to be looked up
 * @param path the decisions that led to the findings, in order
 * @param findings the causes first, then what is good to know
 */
public record TargetCheck(
        NetworkTarget target, String version, Observed index, Observed archive, NameEvidence names, List<PathStep> path,
        List<NetworkFinding> findings) implements Serializable {

    public TargetCheck {
        path = List.copyOf(path);
        findings = List.copyOf(findings);
    }

    /** Whether it could serve what was looked for. */
    public boolean serves() {
        return findings.stream().noneMatch(finding -> finding.cause().blocks());
    }

    /** Whether it said itself that it has no such thing, past which the next entry of a {@code GOPROXY} list is asked. */
    boolean lacks() {
        return findings.stream().filter(finding -> finding.cause().blocks()).allMatch(finding ->
                finding.cause() == NetworkCause.VERSION_MISSING || finding.cause() == NetworkCause.ARCHIVE_MISSING
                        || finding.cause() == NetworkCause.NOT_FOUND);
    }

    /** Whether somebody answered, in whatever way. */
    public boolean reachable() {
        return index != null && index.status() != 0 || serves();
    }

    /** From the first step to the header of the answer, of the last request that has one; -1 for none. */
    public long latencyMillis() {
        return index == null ? -1 : index.last().answerMillis();
    }

    /** Such as {@code TLSv1.3}; {@code http}; {@code file}; empty where it did not come to one. */
    public String protocol() {
        if (index == null) {
            return target.isFolder() ? "file" : "";
        }
        ObservedHop hop = index.last();
        if (hop.tls() != null && hop.tls().protocol() != null) {
            return hop.tls().protocol();
        }
        return hop.uri().startsWith("http:") ? "http" : "";
    }

    /** Bytes per second, of the archive or else of the index; 0 where too little came to tell. */
    public double rate() {
        double rate = archive == null ? 0 : archive.rate();
        return rate > 0 ? rate : index == null ? 0 : index.rate();
    }

    TargetCheck with(List<NetworkFinding> others) {
        return new TargetCheck(target, version, index, archive, names, path, others);
    }
}
