package io.jenkins.plugins.gotoolchain.diagnose;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;

/**
 * Reads a log in the pieces in which it is written, wherever they are cut, and tells of each line that a rule finds as
 * soon as the line is complete. Lines end with LF or CR. Of a line that is longer than 16 KiB, the first 16 KiB count.
 * For one thread at a time.
 */
public final class LogWatch {

    private static final int LONGEST = 16 * 1024;
    private static final Anchors ANCHORS = new Anchors(LogRules.all());

    private final Consumer<LogFinding> found;
    private byte[] unfinished = new byte[256];
    private int length;
    private long unfinishedAt = -1;
    private long offset;
    private String printed;
    private final Anchors.LookedAt looked = new Anchors.LookedAt();

    public LogWatch(Consumer<LogFinding> found) {
        this.found = found;
    }

    public void accept(byte[] bytes, int from, int count) {
        int to = from + count;
        int start = from;
        if (unfinishedAt >= 0) {
            start = lineEnd(bytes, from, to);
            keep(bytes, from, start);
            if (start == to) {
                offset += count;
                return;
            }
            finish();
        }
        int end = to;
        while (end > start && !isEnd(bytes[end - 1])) {
            end--;
        }
        read(bytes, start, end, offset + start - from);
        if (end < to) {
            unfinishedAt = offset + end - from;
            keep(bytes, end, to);
        }
        offset += count;
    }

    /** Reads what is left of a last line that has no end. */
    public void finish() {
        read(unfinished, 0, length, unfinishedAt);
        length = 0;
        unfinishedAt = -1;
    }

    private void keep(byte[] bytes, int from, int to) {
        int kept = Math.min(to - from, LONGEST - length);
        if (length + kept > unfinished.length) {
            unfinished = Arrays.copyOf(unfinished, Math.min(LONGEST, Math.max(length + kept, 2 * unfinished.length)));
        }
        System.arraycopy(bytes, from, unfinished, length, kept);
        length += kept;
    }

    /** @param at the offset of the first byte in the whole log */
    private void read(byte[] bytes, int from, int to, long at) {
        int next = from;
        looked.forget();
        int start = from;
        int end = from;
        while (true) {
            int pair = ANCHORS.next(bytes, next, from, to);
            if (pair < 0) {
                return;
            }
            if (pair >= end) {
                start = pair;
                while (start > end && !isEnd(bytes[start - 1])) {
                    start--;
                }
                end = lineEnd(bytes, pair, to);
            }
            List<LogRule> rules = ANCHORS.rules(bytes, pair, start, end, looked);
            next = pair + 2;
            if (!rules.isEmpty() && line(LogLine.of(bytes, start, Math.min(end, start + LONGEST)), rules, at + start - from)) {
                next = end;
            }
        }
    }

    /** @return whether the line needs no further look */
    private boolean line(LogLine line, List<LogRule> rules, long at) {
        Commands commands = Commands.of(line.echoed() == null ? line.text() : line.echoed(), line.isTrace());
        if (line.echoed() != null && commands.printed() != null) {
            printed = commands.printed();
        } else if (line.text().equals(printed)) {
            return true;
        }
        for (LogRule rule : rules) {
            Matcher match = rule.command() ? command(rule, line, commands) : message(rule, line);
            if (match != null) {
                found.accept(new LogFinding(rule, line.text(), version(match), at));
                return true;
            }
        }
        return false;
    }

    private static Matcher message(LogRule rule, LogLine line) {
        Matcher match = rule.pattern().matcher(line.text());
        return line.echoed() == null && match.find() ? match : null;
    }

    private static Matcher command(LogRule rule, LogLine line, Commands commands) {
        if (line.echoed() == null && (line.text().isEmpty() || Character.isWhitespace(line.text().charAt(0)))) {
            return null;
        }
        for (String command : commands.running()) {
            Matcher match = rule.pattern().matcher(command);
            if (match.find()) {
                return match;
            }
        }
        return null;
    }

    private static String version(Matcher match) {
        return match.pattern().pattern().contains("(?<version>") ? match.group("version") : null;
    }

    private static int lineEnd(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && !isEnd(bytes[end])) {
            end++;
        }
        return end;
    }

    private static boolean isEnd(byte b) {
        return b == '\n' || b == '\r';
    }
}
