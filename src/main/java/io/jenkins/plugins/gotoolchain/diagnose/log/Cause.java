package io.jenkins.plugins.gotoolchain.diagnose.log;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that happened, and the lines of the log that show it.
 *
 * @param rule the name of the rule that saw it
 * @param rank how near it is to the root of things: the lower, the nearer
 * @param values what the lines name: {@code host}, {@code version}, {@code url} …
 * @param lines the first few
 * @param count of all lines that show it
 */
public record Cause(String rule, int rank, Map<String, String> values, List<Line> lines, long count)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * A line of the log.
     *
     * @param number counted from 1, by LF only, as editors do
     * @param text as a person sees it, cut where it is very long
     */
    public record Line(long number, String text) implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    public Cause {
        values = new TreeMap<>(values);
        lines = new ArrayList<>(lines);
    }

    /** The number of the first line that shows it. */
    public long firstLine() {
        return lines.get(0).number();
    }
}
