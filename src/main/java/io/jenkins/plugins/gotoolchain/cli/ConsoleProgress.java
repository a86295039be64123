package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.provision.LineProgress;
import io.jenkins.plugins.gotoolchain.provision.ProvisionListener;

/** How it goes, on standard error: a bar on a terminal, a line every few seconds elsewhere. */
final class ConsoleProgress {

    private ConsoleProgress() {}

    static ProvisionListener open() {
        // A terminal on standard input and output is as near as Java 17 comes to one on standard error.
        return System.console() != null ? new BarProgress() : new LineProgress(ConsoleProgress::line, System::nanoTime);
    }

    static void line(String text) {
        System.err.println("go-toolchain: " + text);
    }
}
