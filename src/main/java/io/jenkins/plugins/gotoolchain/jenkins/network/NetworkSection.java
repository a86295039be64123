package io.jenkins.plugins.gotoolchain.jenkins.network;

import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkFinding;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkWords;
import io.jenkins.plugins.gotoolchain.diagnose.network.PathStep;
import io.jenkins.plugins.gotoolchain.diagnose.network.TargetCheck;
import java.util.List;
import java.util.Locale;

/** One source as a node sees it, in full, for a page. */
public final class NetworkSection {

    private final TargetCheck check;
    private final NetworkWords words;

    NetworkSection(TargetCheck check, NetworkWords words) {
        this.check = check;
        this.words = words;
    }

    public String getSource() {
        return check.target().label();
    }

    public String getKind() {
        return !check.serves() ? "failed" : check.findings().isEmpty() ? "ok" : "note";
    }

    public String getVerdict() {
        return words.verdict(check);
    }

    public String getFigures() {
        if (check.latencyMillis() < 0) {
            return "";
        }
        return NetworkWords.millis(check.latencyMillis()) + ", " + (check.protocol().isEmpty() ? "-" : check.protocol()) + ", "
                + NetworkWords.rate(check.rate());
    }

    public List<Finding> getFindings() {
        return check.findings().stream().map(finding -> new Finding(finding, words)).toList();
    }

    public List<Step> getSteps() {
        return check.path().stream().map(step -> new Step(step, words)).toList();
    }

    /** A cause, or what is good to know. */
    public static final class Finding {

        private final NetworkFinding finding;
        private final NetworkWords words;

        private Finding(NetworkFinding finding, NetworkWords words) {
            this.finding = finding;
            this.words = words;
        }

        public String getKind() {
            return finding.cause().blocks() ? "failed" : "note";
        }

        public String getProblem() {
            return words.problem(finding);
        }

        public String getAdvice() {
            return words.advice(finding);
        }

        public String getLabel() {
            return NetworkWords.label(finding.cause());
        }
    }

    /** A decision on the way to the verdict. */
    public static final class Step {

        private final PathStep step;
        private final NetworkWords words;

        private Step(PathStep step, NetworkWords words) {
            this.step = step;
            this.words = words;
        }

        public String getName() {
            return words.step(step.name());
        }

        public String getKind() {
            return step.state().name().toLowerCase(Locale.ROOT);
        }

        public String getState() {
            return words.state(step.state());
        }

        public String getDetail() {
            return step.detail();
        }

        public String getMillis() {
            return step.millis() < 0 ? "" : step.millis() + " ms";
        }
    }
}
