package io.jenkins.plugins.gotoolchain.jenkins.strict;

import hudson.model.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** That the go command has just refused to change go.mod or go.sum. */
final class StaleModule {

    private static final Pattern REFUSAL =
            Pattern.compile("updates to go\\.(mod|sum) needed|missing go\\.sum entry|no required module provides package");

    /** What came before is of another block, or long scrolled away. */
    private static final long LAST = 64 << 10;

    private StaleModule() {}

    static boolean isInLog(Run<?, ?> run) throws IOException {
        ByteArrayOutputStream end = new ByteArrayOutputStream();
        long length = run.getLogText().writeRawLogTo(Math.max(0, run.getLogText().length() - LAST), end);
        return length > 0 && REFUSAL.matcher(end.toString(StandardCharsets.ISO_8859_1)).find();
    }
}
