package io.jenkins.plugins.gotoolchain.diagnose.log;

import io.jenkins.plugins.gotoolchain.diagnose.LineEnds;
import io.jenkins.plugins.gotoolchain.diagnose.LogKind;
import io.jenkins.plugins.gotoolchain.diagnose.LogSearch;
import io.jenkins.plugins.gotoolchain.diagnose.VisibleLine;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * Reads a log from its beginning to its end, once, in little memory. Lines end with LF or CR. Of a line that is longer than
 * 16 KiB, the first 16 KiB count.
 */
public final class LogExplainer {

    private static final int BUFFER = 256 * 1024;
    private static final int LONGEST = 16 * 1024;
    private static final CauseAnchors ANCHORS = new CauseAnchors(CauseRules.all());

    private final Causes causes = new Causes();
    private final LogSearch search = new LogSearch(this::known);
    private byte[] buffer = new byte[BUFFER];
    private int kept;
    private long line = 1;
    private long bytes;
    private boolean inLongLine;
    private boolean ofGo;

    private LogExplainer() {}

    /** @throws IOException where it cannot be read */
    public static Explanation read(InputStream log) throws IOException, InterruptedException {
        return new LogExplainer().all(log);
    }

    private Explanation all(InputStream log) throws IOException, InterruptedException {
        for (int n = log.read(buffer, kept, BUFFER - kept); n >= 0; n = log.read(buffer, kept, BUFFER - kept)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            search.accept(buffer, kept, n);
            bytes += n;
            take(kept + n);
        }
        search.finish();
        scan(0, kept);
        long ends = bytes == 0 || kept == 0 && !inLongLine ? line - 1 : line;
        return new Explanation(causes.all(), ofGo, bytes, ends);
    }

    /** Reads the whole lines of what is in the buffer, and moves the rest of the last one to its beginning. */
    private void take(int filled) {
        int from = 0;
        if (inLongLine) {
            while (from < filled && buffer[from] != '\n') {
                from++;
            }
            inLongLine = from == filled;
        }
        int end = filled;
        while (end > from && buffer[end - 1] != '\n') {
            end--;
        }
        scan(from, end);
        kept = filled - end;
        if (kept >= BUFFER / 2) {
            scan(end, end + LONGEST);
            kept = 0;
            inLongLine = true;
        } else if (!inLongLine) {
            System.arraycopy(buffer, end, buffer, 0, kept);
        } else {
            kept = 0;
        }
    }

    private void scan(int from, int to) {
        int counted = from;
        int at = ANCHORS.next(buffer, from, to);
        while (at >= 0) {
            int start = at;
            while (start > from && !isEnd(buffer[start - 1])) {
                start--;
            }
            int end = at;
            while (end < to && !isEnd(buffer[end])) {
                end++;
            }
            line += LineEnds.count(buffer, counted, start);
            counted = start;
            look(start, Math.min(end, start + LONGEST));
            at = ANCHORS.next(buffer, end, to);
        }
        line += LineEnds.count(buffer, counted, to);
    }

    private void look(int start, int end) {
        String text = VisibleLine.of(buffer, start, end);
        if (text == null) {
            return;
        }
        for (CauseRule rule : ANCHORS.in(buffer, start, end)) {
            Map<String, String> values = rule.match(text);
            if (values != null) {
                causes.add(rule.id(), rule.rank(), values, line, text);
                ofGo |= rule.onlyGo();
            }
        }
    }

    private void known(LogSearch.Numbered numbered) {
        LogKind kind = numbered.finding().rule().kind();
        String version = numbered.finding().version();
        ofGo = true;
        causes.add(
                CauseText.name(kind), CauseText.rank(kind), version == null ? Map.of() : Map.of("version", version),
                numbered.lineNumber(), numbered.finding().line());
    }

    private static boolean isEnd(byte b) {
        return b == '\n' || b == '\r';
    }

    /** The names of all rules, in their order. */
    static List<String> rules() {
        return CauseRules.all().stream().map(CauseRule::id).toList();
    }
}
