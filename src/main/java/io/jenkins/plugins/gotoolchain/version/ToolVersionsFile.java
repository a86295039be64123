package io.jenkins.plugins.gotoolchain.version;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import java.util.List;

/**
 * {@code .tool-versions} of asdf and mise: a line a tool, {@code golang 1.24.1 1.23.4 # comment}. The first version
 * counts, the others are what asdf falls back to. {@code go} is read as {@code golang}.
 */
final class ToolVersionsFile {

    private ToolVersionsFile() {}

    static Request read(String path, String text) throws VersionException {
        Request found = null;
        int number = 0;
        for (String line : TextLine.lines(text)) {
            number++;
            List<String> words = TextLine.words(line);
            if (words.isEmpty() || !words.get(0).equals("golang") && !words.get(0).equals("go")) {
                continue;
            }
            if (words.size() == 1) {
                throw new VersionException(
                        path + ":" + number + " names golang without a version", "write it like golang 1.24.1");
            }
            Request request = TextLine.request(path, number, words.get(1), words.get(0) + " " + words.get(1));
            if (found != null && !sameVersion(found, request)) {
                throw new VersionException(
                        path + ":" + number + " contradicts " + found.origin(), "leave one of the two lines");
            }
            found = found == null ? request : found;
        }
        if (found == null) {
            throw new VersionException(path + " has no line for golang", "add one such as golang 1.24.1");
        }
        return found;
    }

    private static boolean sameVersion(Request a, Request b) {
        return a.selector().text().equals(b.selector().text());
    }
}
