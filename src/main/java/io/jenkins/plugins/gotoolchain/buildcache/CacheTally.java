package io.jenkins.plugins.gotoolchain.buildcache;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came of the go commands' questions. In a file it is a line for each go command: the numbers, with spaces between them.
 *
 * @param hits found on the node
 * @param sharedHits found at the server
 * @param misses found nowhere
 * @param puts results that were made and kept
 * @param fetchedBytes from the server
 * @param sentBytes to the server
 * @param millis in which results were made
 */
public record CacheTally(long hits, long sharedHits, long misses, long puts, long fetchedBytes, long sentBytes, long millis)
        implements Serializable {

    /** Its name, beside the settings. */
    public static final String FILE = "tally";

    public static final CacheTally NONE = new CacheTally(0, 0, 0, 0, 0, 0, 0);

    private static final Pattern LINE = Pattern.compile("(?m)^" + "([0-9]{1,15}) ".repeat(6) + "([0-9]{1,15})$");
    private static final long MOST_BYTES = 1 << 20;

    /** The sum over all lines; none where there is no file, and a line that is none does not count. */
    public static CacheTally read(Path file) {
        CacheTally sum = NONE;
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return sum;
            }
            Matcher line = LINE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            while (line.find()) {
                sum = sum.and(new CacheTally(
                        number(line, 1), number(line, 2), number(line, 3), number(line, 4), number(line, 5), number(line, 6),
                        number(line, 7)));
            }
        } catch (IOException e) {
            // not to be known
        }
        return sum;
    }

    private static long number(Matcher line, int group) {
        return Long.parseLong(line.group(group));
    }

    private CacheTally and(CacheTally more) {
        return new CacheTally(
                hits + more.hits, sharedHits + more.sharedHits, misses + more.misses, puts + more.puts,
                fetchedBytes + more.fetchedBytes, sentBytes + more.sentBytes, millis + more.millis);
    }

    /** Adds a line; several processes may do so at once. */
    void addTo(Path file) throws IOException {
        String line = hits + " " + sharedHits + " " + misses + " " + puts + " " + fetchedBytes + " " + sentBytes + " " + millis + "\n";
        Files.writeString(file, line, StandardCharsets.ISO_8859_1, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
