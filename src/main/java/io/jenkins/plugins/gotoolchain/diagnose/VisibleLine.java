package io.jenkins.plugins.gotoolchain.diagnose;

/** A line of a log as a person sees it. */
public final class VisibleLine {

    private VisibleLine() {}

    /** Without colours, Jenkins' notes, time stamps, and the names of parallel branches. */
    public static String of(byte[] bytes, int from, int to) {
        return LogLine.of(bytes, from, to).text();
    }
}
