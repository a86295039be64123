package io.jenkins.plugins.gotoolchain.jenkins.strict;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What goStrict found in one build, one finding a block at most; kept with the build. */
public final class StrictFindings extends InvisibleAction {

    private final Map<String, StrictFinding> findings = new LinkedHashMap<>();

    static StrictFindings of(Run<?, ?> run) {
        synchronized (run) {
            StrictFindings there = run.getAction(StrictFindings.class);
            if (there == null) {
                there = new StrictFindings();
                run.addAction(there);
            }
            return there;
        }
    }

    /** @return null where there is none */
    static StrictFinding in(Run<?, ?> run, String block) {
        StrictFindings there = run.getAction(StrictFindings.class);
        return there == null ? null : there.get(block);
    }

    synchronized StrictFinding get(String block) {
        return findings.get(block);
    }

    /** The blocks in which something was found, in that order. */
    synchronized List<String> blocks() {
        return List.copyOf(findings.keySet());
    }

    /** The blocks that a finding ends. */
    synchronized List<String> failed() {
        return findings.entrySet().stream().filter(one -> one.getValue().fails()).map(Map.Entry::getKey).toList();
    }

    /** @return whether it is the first of its block */
    synchronized boolean add(String block, StrictFinding finding) {
        return findings.putIfAbsent(block, finding) == null;
    }

    synchronized void locate(String block, StrictFinding located) {
        findings.put(block, located);
    }
}
