package io.jenkins.plugins.gotoolchain.jenkins.trust;

import hudson.Util;
import io.jenkins.plugins.gotoolchain.jenkins.node.AgentText;
import java.util.Objects;

/** What one of those says that disagree, or what is the matter with one file. */
public final class AlarmStatement {

    private final String value;
    private final String from;

    public AlarmStatement(String value, String from) {
        this.value = AgentText.line(value);
        this.from = AgentText.line(from);
    }

    /** A digest mostly, or a file. */
    public String getValue() {
        return Util.fixNull(value);
    }

    /** Who says so, or what is the matter. */
    public String getFrom() {
        return Util.fixNull(from);
    }

    /** When it was said is in {@code from}, and no difference. */
    @Override
    public boolean equals(Object other) {
        return other instanceof AlarmStatement said && getValue().equals(said.getValue());
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(value);
    }
}
