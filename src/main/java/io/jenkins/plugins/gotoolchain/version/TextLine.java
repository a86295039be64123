package io.jenkins.plugins.gotoolchain.version;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.Exact;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.NewestPatch;
import java.util.ArrayList;
import java.util.List;

/** What the line-by-line version files have in common. */
final class TextLine {

    private TextLine() {}

    /** The lines of a text, however they end. By hand, as regular expressions are slow to start. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                lines.add(text.substring(from, at));
                at += c == '\r' && text.startsWith("\n", at + 1) ? 1 : 0;
                from = at + 1;
            }
        }
        lines.add(text.substring(from));
        return lines;
    }

    /** The words of a line up to its {@code #} comment; none for a blank one. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= line.length(); at++) {
            char c = at < line.length() ? line.charAt(at) : '#';
            if (c == '#' || Character.isWhitespace(c)) {
                if (at > from) {
                    words.add(line.substring(from, at));
                }
                from = at + 1;
            }
            if (c == '#') {
                break;
            }
        }
        return words;
    }

    /** @throws VersionException that says file and line, where the word is no version */
    static Request request(String path, int number, String word, String shown) throws VersionException {
        VersionSelector selector;
        try {
            selector = VersionSelector.parse(word);
        } catch (VersionException e) {
            throw unreadable(path, number, word);
        }
        if (!(selector instanceof Exact) && !(selector instanceof NewestPatch)) {
            throw unreadable(path, number, word);
        }
        return new Request(selector, path + ":" + number + " " + shown);
    }

    private static VersionException unreadable(String path, int number, String word) {
        return new VersionException(
                path + ":" + number + " has " + Quoted.of(word) + " where a version of Go should be",
                "write a released version there, such as 1.24.1");
    }
}
