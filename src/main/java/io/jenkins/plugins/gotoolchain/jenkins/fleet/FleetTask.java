package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import java.util.concurrent.CountDownLatch;

/** One act on one node, from when it was asked for until it is forgotten. Safe for use by several threads. */
public final class FleetTask {

    /** How far it is. */
    public enum State { WAITING, RUNNING, DONE, FAILED }

    private final FleetAct act;
    private final String node;
    private final String nodeName;
    private final String version;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile State state = State.WAITING;
    private volatile String line = "";
    private volatile long ended;

    /** @param version null where the act is not of one */
    FleetTask(FleetAct act, String nodeName, String node, String version) {
        this.act = act;
        this.nodeName = nodeName;
        this.node = node;
        this.version = version;
    }

    FleetAct act() {
        return act;
    }

    /** As Jenkins has it; empty for the controller. */
    String nodeName() {
        return nodeName;
    }

    /** {@code install}. */
    public String getAct() {
        return act.word();
    }

    /** As it is shown. */
    public String getNode() {
        return node;
    }

    /** Null where it is not of one. */
    public String getVersion() {
        return version;
    }

    public State getState() {
        return state;
    }

    /** What it did last, or what came of it. */
    public String getLine() {
        return line;
    }

    boolean isOver() {
        return state == State.DONE || state == State.FAILED;
    }

    /** Milliseconds since 1970; 0 where it has not. */
    long ended() {
        return ended;
    }

    void begin() {
        state = State.RUNNING;
    }

    void says(String text) {
        line = text;
    }

    void end(boolean well, String text) {
        line = text;
        ended = System.currentTimeMillis();
        state = well ? State.DONE : State.FAILED;
        over.countDown();
    }

    /** Returns when it is over. */
    void await() throws InterruptedException {
        over.await();
    }

    boolean isSame(FleetTask other) {
        return act == other.act && nodeName.equals(other.nodeName)
                && (version == null ? other.version == null : version.equals(other.version));
    }
}
