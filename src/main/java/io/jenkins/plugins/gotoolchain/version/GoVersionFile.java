package io.jenkins.plugins.gotoolchain.version;

import io.jenkins.plugins.gotoolchain.failure.VersionException;

/** {@code .go-version} as goenv and others read it: one version; blank lines and {@code #} comments do not count. */
final class GoVersionFile {

    private GoVersionFile() {}

    static Request read(String path, String text) throws VersionException {
        Request found = null;
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            String words = TextLine.withoutComment(line).strip();
            if (words.isEmpty()) {
                continue;
            }
            if (found != null) {
                throw new VersionException(
                        path + ":" + number + " names a second version; which one is meant is not clear",
                        "leave one version in " + path);
            }
            found = TextLine.request(path, number, words, words);
        }
        if (found == null) {
            throw new VersionException(path + " names no version of Go", "put one line there, such as 1.24.1");
        }
        return found;
    }
}
