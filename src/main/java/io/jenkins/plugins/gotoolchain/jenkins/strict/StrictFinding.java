package io.jenkins.plugins.gotoolchain.jenkins.strict;

import io.jenkins.plugins.gotoolchain.diagnose.FindingText;
import io.jenkins.plugins.gotoolchain.diagnose.LogKind;
import io.jenkins.plugins.gotoolchain.diagnose.LogRule;
import io.jenkins.plugins.gotoolchain.diagnose.LogRules;
import java.io.Serializable;
import java.util.Locale;

/** What was found in a block, kept with its build. The line is as the log has it, so what the log masks stays masked. */
final class StrictFinding implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    private final String rule;
    private final String version;
    private final int hash;
    private final boolean fails;
    private final long lineNumber;
    private final String line;

    StrictFinding(String rule, String version, int hash, boolean fails) {
        this(rule, version, hash, fails, 0, null);
    }

    private StrictFinding(String rule, String version, int hash, boolean fails, long lineNumber, String line) {
        this.rule = rule;
        this.version = version;
        this.hash = hash;
        this.fails = fails;
        this.lineNumber = lineNumber;
        this.line = line;
    }

    StrictFinding at(long number, String text) {
        return new StrictFinding(
                rule, version, hash, fails, number, text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text);
    }

    String rule() {
        return rule;
    }

    int hash() {
        return hash;
    }

    boolean fails() {
        return fails;
    }

    boolean isLocated() {
        return lineNumber > 0;
    }

    /** What it means, in one line. */
    String problem() {
        return words().problem(kind(), version);
    }

    /** What it means, which line it is, and what to do: three lines. */
    String text() {
        FindingText words = words();
        return problem() + ".\n"
                + "  " + words.line(lineNumber) + (line == null ? "" : ": " + line) + "\n"
                + "  " + words.toDo() + ": " + words.advice(kind(), version);
    }

    private LogKind kind() {
        return LogRules.byId(rule).map(LogRule::kind).orElse(LogKind.FETCHES_GO);
    }

    /** A log is in one language, whoever reads it. */
    private static FindingText words() {
        return new FindingText(Locale.getDefault());
    }
}
