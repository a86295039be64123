package io.jenkins.plugins.gotoolchain.failure;

import java.io.Serializable;
import java.util.List;

/**
 * Two parties say different things of the same archive, or of the same history, and one of them is wrong: an alarm. It
 * is never retried, nor is another source asked in its stead. Whoever can find out which one is wrong must act, not
 * only whoever asked for the version.
 */
public final class DisagreementException extends VerificationException {

    private static final long serialVersionUID = 1L;

    private final String about;
    private final List<Statement> statements;

    /**
     * What one party says.
     *
     * @param value a digest, with its kind where that is not plain: {@code h1:…}
     * @param from who says so, printable, without secrets
     */
    public record Statement(String value, String from) implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    /**
     * @param problem has what all of them say
     * @param about what they disagree about: {@code go1.24.1.linux-amd64.tar.gz (Go 1.24.1, linux/amd64)}
     * @param statements at least two
     * @param advice what to do now
     */
    public DisagreementException(String problem, String about, List<Statement> statements, String advice) {
        super(problem, advice);
        this.about = about;
        this.statements = List.copyOf(statements);
    }

    /** @param details for people, a line each, behind the statements; may be empty */
    public static DisagreementException of(
            String about, List<Statement> statements, List<String> details, String advice) {
        StringBuilder text = new StringBuilder("what is said of ").append(about).append(" disagrees:");
        for (Statement statement : statements) {
            text.append("\n    ").append(statement.value()).append(" says ").append(statement.from());
        }
        for (String detail : details) {
            text.append("\n    ").append(detail);
        }
        return new DisagreementException(text.toString(), about, statements, advice);
    }

    /** What they disagree about, for people. */
    public String about() {
        return about;
    }

    /** What each party says. */
    public List<Statement> statements() {
        return statements;
    }
}
