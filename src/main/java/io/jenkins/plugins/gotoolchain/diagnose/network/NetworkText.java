package io.jenkins.plugins.gotoolchain.diagnose.network;

import io.jenkins.plugins.gotoolchain.diagnose.TextTable;
import java.util.ArrayList;
import java.util.List;

/** A report as lines for a terminal or a build's log: the table, then each source with its path and what to do. */
public final class NetworkText {

    private final NetworkWords words;

    public NetworkText(NetworkWords words) {
        this.words = words;
    }

    public List<String> lines(NetworkReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(words.title(report));
        lines.add(words.checked(report));
        lines.add("");
        lines.addAll(table(report));
        for (SourceCheck source : report.sources()) {
            for (TargetCheck check : source.targets()) {
                lines.add("");
                lines.addAll(detail(check));
            }
            if (source.targets().size() > 1) {
                lines.add("  " + source.label() + ": " + words.word(source.serves() ? "list.serves" : "list.fails"));
            }
        }
        return lines;
    }

    private List<String> table(NetworkReport report) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {words.word("column.source"), words.word("column.reachable"), words.word("column.latency"),
            words.word("column.protocol"), words.word("column.rate"), words.word("column.verdict")});
        for (TargetCheck check : report.targets()) {
            rows.add(new String[] {check.target().label(), words.word(check.reachable() ? "yes" : "no"),
                NetworkWords.millis(check.latencyMillis()), check.protocol().isEmpty() ? "-" : check.protocol(),
                NetworkWords.rate(check.rate()), words.verdict(check)});
        }
        return TextTable.lines(rows);
    }

    private List<String> detail(TargetCheck check) {
        List<String> lines = new ArrayList<>();
        lines.add(check.target().label() + ": " + words.verdict(check));
        for (NetworkFinding finding : check.findings()) {
            lines.add("  " + (finding.cause().blocks() ? "! " : "- ") + words.problem(finding) + " [" + NetworkWords.label(finding.cause()) + "]");
            lines.add("    " + words.word("todo") + ": " + words.advice(finding));
        }
        for (PathStep step : check.path()) {
            lines.add("  " + words.step(step.name()) + ": " + words.state(step.state())
                    + (step.detail().isEmpty() ? "" : ", " + step.detail()) + (step.millis() < 0 ? "" : " (" + step.millis() + " ms)"));
        }
        return lines;
    }
}
