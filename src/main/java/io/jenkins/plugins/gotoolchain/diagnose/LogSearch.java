package io.jenkins.plugins.gotoolchain.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads a log that is written already, in pieces, and gives the findings their line numbers. */
public final class LogSearch {

    /**
     * A finding and where it is.
     *
     * @param lineNumber counted from 1, by LF only, as editors do
     */
    public record Numbered(LogFinding finding, long lineNumber) {}

    private final Consumer<Numbered> found;
    private final List<LogFinding> inPiece = new ArrayList<>();
    private final LogWatch watch = new LogWatch(inPiece::add);
    private long pieceAt;
    private long line = 1;

    /** @param found told of each finding, in the order of the log */
    public LogSearch(Consumer<Numbered> found) {
        this.found = found;
    }

    public void accept(byte[] bytes, int from, int count) {
        watch.accept(bytes, from, count);
        int counted = tell(bytes, from, count);
        line += LineEnds.count(bytes, from + counted, from + count);
        pieceAt += count;
    }

    /** Reads what is left of a last line that has no end. */
    public void finish() {
        watch.finish();
        tell(new byte[0], 0, 0);
    }

    private int tell(byte[] bytes, int from, int count) {
        int counted = 0;
        for (LogFinding finding : inPiece) {
            int to = (int) Math.max(counted, Math.min(count, finding.offset() - pieceAt));
            line += LineEnds.count(bytes, from + counted, from + to);
            counted = to;
            found.accept(new Numbered(finding, line));
        }
        inPiece.clear();
        return counted;
    }
}
