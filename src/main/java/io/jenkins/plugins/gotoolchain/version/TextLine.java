package io.jenkins.plugins.gotoolchain.version;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.Exact;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.NewestPatch;

/** What the line-by-line version files have in common. */
final class TextLine {

    private TextLine() {}

    static String withoutComment(String line) {
        int hash = line.indexOf('#');
        return hash < 0 ? line : line.substring(0, hash);
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
