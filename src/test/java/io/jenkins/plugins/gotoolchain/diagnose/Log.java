package io.jenkins.plugins.gotoolchain.diagnose;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads a whole text as a log. */
final class Log {

    private Log() {}

    static List<LogFinding> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), Integer.MAX_VALUE);
    }

    /** @param piece how many bytes are written at once */
    static List<LogFinding> read(byte[] log, int piece) {
        List<LogFinding> findings = new ArrayList<>();
        LogWatch watch = new LogWatch(findings::add);
        for (int at = 0; at < log.length; at += Math.min(piece, log.length - at)) {
            watch.accept(log, at, Math.min(piece, log.length - at));
        }
        watch.finish();
        return findings;
    }

    static String ids(String text) {
        return String.join(" ", read(text).stream().map(finding -> finding.rule().id()).toList());
    }
}
