package io.jenkins.plugins.gotoolchain.diagnose.log;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a log says.
 *
 * @param causes nearest to the root first; empty where nothing is known of it
 * @param ofGo whether one of them is what only a build with Go says
 * @param bytes how much was read
 * @param lines how many lines that were
 */
public record Explanation(List<Cause> causes, boolean ofGo, long bytes, long lines) implements Serializable {

    private static final long serialVersionUID = 1L;

    public Explanation {
        causes = new ArrayList<>(causes);
    }
}
