package io.jenkins.plugins.gotoolchain.diagnose;

/** A line of a log as a person sees it. */
public final class VisibleLine {

    private VisibleLine() {}

    /**
     * Without colours, Jenkins' notes, time stamps, and the names of parallel branches.
     *
     * @return null where a shell shows with it what it is going to run: nothing has happened yet
     */
    public static String of(byte[] bytes, int from, int to) {
        LogLine line = LogLine.of(bytes, from, to);
        return line.echoed() == null ? line.text() : null;
    }
}
