package io.jenkins.plugins.gotoolchain.diagnose.network;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How one machine reaches all sources.
 *
 * @param node the machine's name, printable
 * @param atMillis when the check began, milliseconds since 1970
 * @param tookMillis for all of it
 * @param platform that archives were looked for
 * @param profile whose time-outs were kept
 */
public record NetworkReport(
        String node, long atMillis, long tookMillis, String platform, String profile, List<SourceCheck> sources)
        implements Serializable {

    public NetworkReport {
        sources = List.copyOf(sources);
    }

    /** Whether every source could serve. */
    public boolean serves() {
        return sources.stream().allMatch(SourceCheck::serves);
    }

    /** All places that were asked, in order. */
    public List<TargetCheck> targets() {
        List<TargetCheck> all = new ArrayList<>();
        sources.forEach(source -> all.addAll(source.targets()));
        return all;
    }
}
