package io.jenkins.plugins.gotoolchain.version;

import io.jenkins.plugins.gotoolchain.failure.VersionException;

/** {@code .go-version} as goenv and others read it: one version; blank lines and {@code #} comments do not count. */
final class GoVersionFile {

    private GoVersionFile() {}

    static Request read(String path, String text) throws VersionException {
        Request found = null;
        int number = 0;
        for (String line : TextLine.lines(text)) {
            number++;
            for (String word : TextLine.words(line)) {
                if (found != null) {
                    throw new VersionException(
                            path + ":" + number + " names a second version; which one is meant is not clear",
                            "leave one version in " + path);
                }
                found = TextLine.request(path, number, word, word);
            }
        }
        if (found == null) {
            throw new VersionException(path + " names no version of Go", "put one line there, such as 1.24.1");
        }
        return found;
    }
}
