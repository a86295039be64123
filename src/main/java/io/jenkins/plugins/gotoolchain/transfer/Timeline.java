package io.jenkins.plugins.gotoolchain.transfer;

import java.io.Serializable;
import java.util.List;

/**
 * What was seen of one download. Small, bounded and printable, whoever it comes from: what is not is refused.
 *
 * @param what the file
 * @param from its address, as {@link PrintableUri} shows it
 * @param start when it began, in milliseconds since 1970
 * @param points in the order of time
 * @param leftOut events that there was no room for, from the middle
 */
public record Timeline(String what, String from, long start, List<Point> points, int leftOut) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The most points of all kinds that a timeline has. */
    public static final int MOST_POINTS = TimelineRecorder.SAMPLES + TimelineRecorder.EVENTS;

    private static final int LONGEST = 300;
    private static final long LATEST = 100_000_000_000_000L;
    private static final long MOST_BYTES = 1L << 50;
    private static final long MOST_MILLIS = 1L << 40;

    /** What a point tells of. */
    public enum Kind {
        /** An answer is here, and the bytes that follow go to {@code bytes}: more than 0 where it goes on. */
        STARTED,
        /** So many bytes are here. */
        SAMPLE,
        /** For {@code lasting} from then on not a byte came, though the process was alive. */
        STALLED,
        /** An attempt failed, and another one follows after {@code lasting}. */
        RETRY,
        NOTICE,
        FINISHED,
        FAILED
    }

    /**
     * One moment.
     *
     * @param millis since the start
     * @param bytes of the file that are here
     * @param total all its bytes; -1 if nobody knows
     * @param lasting in milliseconds, where the kind has one; else 0
     * @param text why, where the kind has a reason; else empty
     */
    public record Point(Kind kind, long millis, long bytes, long total, long lasting, String text) implements Serializable {

        private static final long serialVersionUID = 1L;

        /** @throws IllegalArgumentException where a number is none that a download can have */
        public Point {
            if (kind == null
                    || isOutside(millis, 0, MOST_MILLIS)
                    || isOutside(bytes, 0, MOST_BYTES)
                    || isOutside(total, -1, MOST_BYTES)
                    || isOutside(lasting, 0, MOST_MILLIS)) {
                throw new IllegalArgumentException("no moment of a download");
            }
            text = printable(text);
        }
    }

    /** @throws IllegalArgumentException where there are too many points, or one is before the one before it */
    public Timeline {
        what = printable(what);
        from = printable(from);
        points = List.copyOf(points);
        if (points.size() > MOST_POINTS || leftOut < 0 || isOutside(start, 0, LATEST)) {
            throw new IllegalArgumentException("no timeline of a download");
        }
        long last = 0;
        for (Point point : points) {
            if (point.millis() < last) {
                throw new IllegalArgumentException("a timeline that goes back in time");
            }
            last = point.millis();
        }
    }

    /** Whether it ended without the file. */
    public boolean failed() {
        return !points.isEmpty() && points.get(points.size() - 1).kind() == Kind.FAILED;
    }

    /** How long it took, in milliseconds. */
    public long millis() {
        return points.isEmpty() ? 0 : points.get(points.size() - 1).millis();
    }

    private static boolean isOutside(long number, long least, long most) {
        return number < least || number > most;
    }

    /** One line of bounded length, without what could play with a terminal or turn the direction of a line. */
    private static String printable(String text) {
        String all = text == null ? "" : text;
        StringBuilder kept = new StringBuilder(Math.min(all.length(), LONGEST));
        for (int at = 0; at < all.length(); ) {
            int point = all.codePointAt(at);
            at += Character.charCount(point);
            if (kept.length() >= LONGEST) {
                return kept.append('…').toString();
            }
            kept.appendCodePoint(isShown(point) ? point : ' ');
        }
        return kept.toString();
    }

    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
