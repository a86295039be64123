package io.jenkins.plugins.gotoolchain.version;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import java.util.ArrayList;
import java.util.List;

/** One line of a go.mod or go.work taken apart as Go's own {@code modfile} does (go.dev/ref/mod#go-mod-file-lexical). */
final class ModuleLine {

    private static final String PUNCTUATION = "()[]{},";

    private final String where;
    private final String line;
    private final List<String> words = new ArrayList<>(4);
    private int at;

    private ModuleLine(String where, String line) {
        this.where = where;
        this.line = line;
    }

    /** The words of the line without its comment; strings keep their quotes. */
    static List<String> words(String path, int number, String line) throws VersionException {
        ModuleLine reader = new ModuleLine(path + ":" + number, line);
        while (reader.skipToWord()) {
            reader.word();
        }
        return reader.words;
    }

    private boolean skipToWord() throws VersionException {
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t' || line.charAt(at) == '\r')) {
            at++;
        }
        return at < line.length() && !atComment();
    }

    private boolean atComment() throws VersionException {
        if (line.startsWith("/*", at)) {
            throw unreadable("has a /* comment", "write comments with //");
        }
        return line.startsWith("//", at);
    }

    private void word() throws VersionException {
        int from = at;
        char first = line.charAt(at);
        if (PUNCTUATION.indexOf(first) >= 0) {
            at++;
        } else if (first == '"' || first == '`') {
            string(first);
        } else {
            while (at < line.length() && isWordCharacter(line.charAt(at)) && !atComment()) {
                at++;
            }
            if (at == from) {
                throw unreadable(
                        "has the character U+" + Integer.toHexString(0x10000 | first).substring(1) + " that no go.mod may have",
                        "take it out");
            }
        }
        words.add(line.substring(from, at));
    }

    private void string(char quote) throws VersionException {
        at++;
        while (at < line.length() && line.charAt(at) != quote) {
            at += line.charAt(at) == '\\' && quote == '"' ? 2 : 1;
        }
        if (at >= line.length()) {
            throw unreadable("has a string that does not end", "close the quote on the same line");
        }
        at++;
    }

    private static boolean isWordCharacter(char c) {
        return c > ' '
                && PUNCTUATION.indexOf(c) < 0
                && !Character.isISOControl(c)
                && !Character.isSpaceChar(c);
    }

    private VersionException unreadable(String what, String advice) {
        return new VersionException(where + " " + what, advice);
    }
}
