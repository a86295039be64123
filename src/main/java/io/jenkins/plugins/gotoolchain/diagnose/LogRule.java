package io.jenkins.plugins.gotoolchain.diagnose;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How one thing shows in a log.
 *
 * @param id a name that stays; what is kept of a finding refers to it
 * @param kind what it tells
 * @param command whether the pattern is for a command as a shell writes it to the log, or for what a program prints
 * @param anchors words of which one is in each such line, in lower case, each with {@code go} or {@code gi} in it, so
 *     that few lines need more than a glance; a {@code |} at the end stands for the end of the word
 * @param also words of which one must be in the line besides, in lower case; empty where the anchors are enough
 * @param pattern for the command or the line; a group {@code version} is the Go that it names
 */
public record LogRule(
        String id, LogKind kind, boolean command, List<String> anchors, List<String> also, Pattern pattern) {

    static LogRule command(String id, List<String> anchors, List<String> also, String pattern) {
        return new LogRule(
                id, LogKind.FETCHES_GO, true, anchors, also, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    }

    static LogRule message(String id, LogKind kind, List<String> anchors, List<String> also, String pattern) {
        return new LogRule(id, kind, false, anchors, also, Pattern.compile(pattern));
    }
}
