package io.jenkins.plugins.gotoolchain.diagnose.network;

import java.io.Serializable;
import java.util.List;

/**
 * One source as it was named, with each place that it stands for.
 *
 * @param label printable
 * @param targets one; or each entry of a {@code GOPROXY} list, in its order
 */
public record SourceCheck(String label, List<TargetCheck> targets) implements Serializable {

    public SourceCheck {
        targets = List.copyOf(targets);
    }

    /**
     * Whether a download from it would come to an end: the first entry that serves is reached by the rules of the list,
     * past a comma only where the one before says that it has no such thing.
     */
    public boolean serves() {
        for (TargetCheck check : targets) {
            if (check.serves()) {
                return true;
            }
            if (!check.lacks() && !check.target().pastAnyError()) {
                return false;
            }
        }
        return false;
    }
}
