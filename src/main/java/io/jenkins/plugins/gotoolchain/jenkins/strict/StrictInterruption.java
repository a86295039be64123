package io.jenkins.plugins.gotoolchain.jenkins.strict;

import java.util.Objects;
import jenkins.model.CauseOfInterruption;

/** Why goStrict stopped something: on the page of the build, and for a Pipeline that catches it. */
public final class StrictInterruption extends CauseOfInterruption {

    private static final long serialVersionUID = 1L;

    private final String problem;

    StrictInterruption(StrictFinding finding) {
        this.problem = finding.problem();
    }

    @Override
    public String getShortDescription() {
        return Messages.StrictInterruption_description(problem);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StrictInterruption interruption && problem.equals(interruption.problem);
    }

    @Override
    public int hashCode() {
        return Objects.hash(problem);
    }
}
