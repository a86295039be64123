package io.jenkins.plugins.gotoolchain.jenkins.diagnosis;

import hudson.Util;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A line of the log that shows a cause. */
@ExportedBean(defaultVisibility = 4)
public final class SeenLine {

    private final long number;
    private final String text;

    SeenLine(long number, String text) {
        this.number = number;
        this.text = text;
    }

    /** Counted from 1, as editors do. */
    @Exported
    public long getNumber() {
        return number;
    }

    /** Without colours and time stamps. */
    @Exported
    public String getText() {
        return Util.fixNull(text);
    }
}
