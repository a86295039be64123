package io.jenkins.plugins.gotoolchain.jenkins.trust;

import hudson.Util;
import java.util.Objects;

/** What one of those says that disagree. */
public final class AlarmStatement {

    private final String value;
    private final String from;

    AlarmStatement(String value, String from) {
        this.value = value;
        this.from = from;
    }

    /** A digest, mostly. */
    public String getValue() {
        return Util.fixNull(value);
    }

    /** Who says so. */
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
