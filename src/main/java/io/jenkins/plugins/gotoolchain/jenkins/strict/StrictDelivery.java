package io.jenkins.plugins.gotoolchain.jenkins.strict;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Run;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jenkinsci.plugins.workflow.graph.BlockStartNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Which steps were told to stop, so that a block is stopped once and what it does then to clean up may run, but a step
 * that ended in the same moment does not let it go on. After a restart nobody was told.
 */
@Extension
public class StrictDelivery {

    private final Map<Run<?, ?>, Map<String, Set<FlowNode>>> told = Collections.synchronizedMap(new WeakHashMap<>());

    static StrictDelivery get() {
        return ExtensionList.lookupSingleton(StrictDelivery.class);
    }

    void told(Run<?, ?> run, String block, StepContext step) throws IOException, InterruptedException {
        FlowNode node = step.get(FlowNode.class);
        if (node != null) {
            of(run, block).add(node);
        }
    }

    /** Whether a step that was told has failed since, or may still. */
    boolean isDone(Run<?, ?> run, String block) {
        for (FlowNode node : of(run, block)) {
            if (node instanceof BlockStartNode || node.isActive() || node.getError() != null) {
                return true;
            }
        }
        return false;
    }

    private Set<FlowNode> of(Run<?, ?> run, String block) {
        return told.computeIfAbsent(run, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(block, any -> ConcurrentHashMap.newKeySet());
    }
}
