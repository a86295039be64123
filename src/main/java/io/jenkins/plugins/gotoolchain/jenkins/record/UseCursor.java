package io.jenkins.plugins.gotoolchain.jenkins.record;

import hudson.Util;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the index: what was recorded before it is older.
 *
 * @param file of a month, {@code 2026-01.tsv}
 * @param end in it, in bytes
 */
record UseCursor(String file, long end) {

    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}\\.tsv");
    private static final Pattern TEXT = Pattern.compile("(\\d{4}-\\d{2})-(\\d{1,12})");

    /** The end of all, where the newest records are. */
    static final UseCursor NEWEST = new UseCursor("9999-99.tsv", Long.MAX_VALUE);

    /** What cannot be read means the newest. */
    static UseCursor parse(String text) {
        Matcher matcher = TEXT.matcher(Util.fixNull(text));
        return matcher.matches() ? new UseCursor(matcher.group(1) + ".tsv", Long.parseLong(matcher.group(2))) : NEWEST;
    }

    static boolean isMonth(String file) {
        return MONTH.matcher(file).matches();
    }

    /** Where to begin in a file; 0 where nothing of it is older. */
    long endIn(String other) {
        int order = other.compareTo(file);
        return order < 0 ? Long.MAX_VALUE : order == 0 ? end : 0;
    }

    @Override
    public String toString() {
        return file.substring(0, 7) + "-" + end;
    }
}
