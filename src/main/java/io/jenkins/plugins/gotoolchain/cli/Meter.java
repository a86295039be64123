package io.jenkins.plugins.gotoolchain.cli;

/** Shows how far one thing is that takes a while. Calls come from one thread at a time. */
interface Meter {

    /** @param total in bytes; -1 where nobody knows */
    void begin(String what, long from, long total);

    void at(long bytes);

    /** Does nothing where nothing has begun. */
    void end();

    boolean isOn(String what);

    /** A line of its own. */
    void line(String text);
}
