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

    private static final int MOST_STATEMENTS = 50;

    private final String id = UUID.randomUUID().toString();
    private final String about;
    private final List<AlarmStatement> statements;
    private String advice;
    private final String node;
    private final long first = System.currentTimeMillis();
    private final String place;
    private final boolean change;
    private String build;
    private boolean cleared;
    private long last = first;
    private int times = 1;
    private String seenBy;
    private long seenAt;

    private TrustAlarm(
            String about, List<AlarmStatement> statements, String advice, Node node, Run<?, ?> build, String place,
            boolean change) {
        this.change = change;
        this.about = AgentText.line(about);
        this.statements = new ArrayList<>(statements.subList(0, Math.min(statements.size(), MOST_STATEMENTS)));
        this.advice = AgentText.line(advice);
        this.place = AgentText.line(place);
        this.node = node == null ? "" : AgentText.word(node.getDisplayName());
        this.build = build == null ? "" : AgentText.line(build.getFullDisplayName());
    }

    /** @param build null where none asked */
    static TrustAlarm of(DisagreementException what, Node node, Run<?, ?> build) {
        List<AlarmStatement> statements = new ArrayList<>();
        for (DisagreementException.Statement one : what.statements()) {
            statements.add(new AlarmStatement(one.value(), one.from()));
        }
        return new TrustAlarm(what.about(), statements, what.advice(), node, build, "", false);
    }

    /**
     * That something was changed after it was verified.
     *
     * @param changes the files, each with what is the matter with it
     * @param place its folder where it could not be put aside; empty where it was
     */
    static TrustAlarm changed(String about, List<AlarmStatement> changes, String advice, Node node, String place) {
        return new TrustAlarm(about, changes, advice, node, null, place, true);
    }

    /** Whether what is at this place on this node must not be used. */
    boolean condemns(Node other, String otherPlace) {
        return !cleared
                && !getPlace().isEmpty()
                && getPlace().equals(AgentText.line(otherPlace))
                && getNode().equals(AgentText.word(other.getDisplayName()));
    }

    /** That the place is as it should be again. */
    void clear() {
        cleared = true;
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
        advice = other.advice;
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

    /** Which folder must not be used until it was found to be sound; empty where none. */
    public String getPlace() {
        return Util.fixNull(place);
    }

    /** The statements in a line, the first few of them. */
    public String summary() {
        List<String> some = new ArrayList<>();
        for (AlarmStatement one : getStatements()) {
            if (some.size() == 5) {
                some.add("and more");
                break;
            }
            some.add(one.getValue() + " (" + one.getFrom() + ")");
        }
        return String.join(", ", some);
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

    /** Whether it is about files that were changed, and not about two that disagree. */
    public boolean isChange() {
        return change;
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
