package io.jenkins.plugins.gotoolchain.store;

/** Goes through lines of words. Throws {@link StringIndexOutOfBoundsException} where one is missing. */
final class StampLines {

    private final String text;
    private int at;
    private int end;
    private String kind = "";

    StampLines(String text) {
        this.text = text;
        this.end = -1;
    }

    /** The next whole line. */
    String next() {
        at = end + 1;
        end = text.indexOf('\n', at);
        return text.substring(at, end);
    }

    /** Goes to the next line, behind its first word; whether that is the word. */
    boolean next(String word) {
        String line = next();
        int space = line.indexOf(' ');
        kind = space < 0 ? line : line.substring(0, space);
        at += space < 0 ? line.length() : space + 1;
        return kind.equals(word);
    }

    String kind() {
        return kind;
    }

    String word() {
        int space = text.indexOf(' ', at);
        if (space > end) {
            throw new StringIndexOutOfBoundsException(at);
        }
        String word = text.substring(at, space);
        at = space + 1;
        return word;
    }

    String rest() {
        return text.substring(at, end);
    }
}
