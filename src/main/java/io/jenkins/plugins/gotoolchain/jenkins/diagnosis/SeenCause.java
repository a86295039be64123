package io.jenkins.plugins.gotoolchain.jenkins.diagnosis;

import hudson.Util;
import io.jenkins.plugins.gotoolchain.diagnose.log.Cause;
import io.jenkins.plugins.gotoolchain.diagnose.log.CauseText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jvnet.localizer.LocaleProvider;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** Something that happened, as it is kept with the build: what it means is said in the language of whoever asks. */
@ExportedBean(defaultVisibility = 3)
public final class SeenCause {

    private final String rule;
    private final int rank;
    private final TreeMap<String, String> values;
    private final List<SeenLine> lines = new ArrayList<>();
    private final long count;

    private SeenCause(Cause cause) {
        rule = cause.rule();
        rank = cause.rank();
        values = new TreeMap<>(cause.values());
        count = cause.count();
        for (Cause.Line line : cause.lines()) {
            lines.add(new SeenLine(line.number(), line.text()));
        }
    }

    static SeenCause of(Cause cause) {
        return new SeenCause(cause);
    }

    /** The name of the rule that saw it. */
    @Exported
    public String getRule() {
        return Util.fixNull(rule);
    }

    /** How many lines show it. */
    @Exported
    public long getCount() {
        return count;
    }

    /** The first few lines that show it. */
    @Exported
    public List<SeenLine> getLines() {
        return lines == null ? List.of() : new ArrayList<>(lines);
    }

    /** What happened. A rule that a later version had says its name. */
    @Exported
    public String getProblem() {
        return known() ? text().problem(cause()) : getRule();
    }

    /** What to do. */
    @Exported
    public String getTodo() {
        return known() ? text().todo(cause()) : "";
    }

    private boolean known() {
        return CauseText.isKnown(getRule());
    }

    private static CauseText text() {
        return new CauseText(LocaleProvider.getLocale());
    }

    private Cause cause() {
        return new Cause(getRule(), rank, values == null ? Map.of() : values, List.of(), count);
    }
}
