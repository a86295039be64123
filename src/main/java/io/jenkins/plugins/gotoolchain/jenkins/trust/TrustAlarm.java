package io.jenkins.plugins.gotoolchain.jenkins.trust;

import hudson.Util;
import hudson.model.Node;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.failure.DisagreementException;
import io.jenkins.plugins.gotoolchain.jenkins.node.AgentText;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** That something did not agree which has to: an administrator must look. Kept in {@code go-toolchain/alarms.xml}. */
public final class TrustAlarm {

    private static final int MOST_STATEMENTS = 10;

    private final String id = UUID.randomUUID().toString();
    private final String about;
    private final List<AlarmStatement> statements;
    private final String advice;
    private final String node;
    private final long first = System.currentTimeMillis();
    private String build;
    private long last = first;
    private int times = 1;
    private String seenBy;
    private long seenAt;

    private TrustAlarm(DisagreementException what, Node node, Run<?, ?> build) {
        this.about = AgentText.line(what.about());
        this.statements = new ArrayList<>();
        for (DisagreementException.Statement one : what.statements()) {
            if (statements.size() < MOST_STATEMENTS) {
                statements.add(new AlarmStatement(AgentText.line(one.value()), AgentText.line(one.from())));
            }
        }
        this.advice = AgentText.line(what.advice());
        this.node = node == null ? "" : AgentText.word(node.getDisplayName());
        this.build = build == null ? "" : AgentText.line(build.getFullDisplayName());
    }

    /** @param build null where none asked */
    static TrustAlarm of(DisagreementException what, Node node, Run<?, ?> build) {
        return new TrustAlarm(what, node, build);
    }

    /** Whether it says the same, perhaps of another build. */
    boolean repeats(TrustAlarm other) {
        return Objects.equals(about, other.about)
                && Objects.equals(node, other.node)
                && getStatements().equals(other.getStatements());
    }

    /** That it was raised once more, by another build. */
    void again(TrustAlarm other) {
        times++;
        last = other.last;
        build = other.build;
    }

    void seen(String who) {
        seenBy = who;
        seenAt = System.currentTimeMillis();
    }

    /** No longer than needed to be told apart. */
    public String getId() {
        return id;
    }

    /** What they disagree about. */
    public String getAbout() {
        return Util.fixNull(about);
    }

    /** What each of them says. */
    public List<AlarmStatement> getStatements() {
        return statements == null ? List.of() : new ArrayList<>(statements);
    }

    /** What to do. */
    public String getAdvice() {
        return Util.fixNull(advice);
    }

    /** Where it was noticed, by its display name; empty where on no node. */
    public String getNode() {
        return Util.fixNull(node);
    }

    /** The last build that failed for it, by its full display name; empty where it was none. */
    public String getBuild() {
        return Util.fixNull(build);
    }

    public Date getFirst() {
        return new Date(first);
    }

    public Date getLast() {
        return new Date(last);
    }

    /** How often it was raised. */
    public int getTimes() {
        return times;
    }

    public boolean isSeen() {
        return seenBy != null;
    }

    /** Who has seen it; empty where nobody has. */
    public String getSeenBy() {
        return Util.fixNull(seenBy);
    }

    public Date getSeenAt() {
        return new Date(seenAt);
    }

    /** Whether it is about bytes that were verified first and could be forgotten. */
    public boolean isForgettable() {
        return FirstBytes.get().knows(getAbout());
    }
}
