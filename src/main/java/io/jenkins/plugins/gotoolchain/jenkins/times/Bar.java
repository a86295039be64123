package io.jenkins.plugins.gotoolchain.jenkins.times;

import java.util.ArrayList;
import java.util.List;

/** One bar of a chart, for a page to draw: pieces side by side that are as long as what they stand for. */
public final class Bar {

    private final GoWork work;
    private final List<Piece> pieces;

    private Bar(GoWork work, List<Piece> pieces) {
        this.work = work;
        this.pieces = pieces;
    }

    /**
     * @param most what a whole bar stands for, in milliseconds
     * @param length of a whole bar, in the drawing's units
     */
    static Bar of(GoWork work, long most, int length) {
        List<Piece> pieces = new ArrayList<>();
        long before = 0;
        for (Part part : Part.values()) {
            long millis = part.of(work);
            long from = scaled(before, most, length);
            before += millis;
            pieces.add(new Piece(part, millis, from, scaled(before, most, length) - from));
        }
        return new Bar(work, pieces);
    }

    private static long scaled(long millis, long most, int length) {
        return most == 0 ? 0 : Math.round((double) millis * length / most);
    }

    /** For people: {@code 12.3 s}. */
    public String getTotal() {
        return Seconds.text(work.total());
    }

    /** All parts, those of no length too. */
    public List<Piece> getPieces() {
        return pieces;
    }

    /** How long the whole bar is, in the drawing's units. */
    public long getLength() {
        Piece last = pieces.get(pieces.size() - 1);
        return last.getFrom() + last.getLength();
    }

    /** What one part took. */
    public static final class Piece {

        private final Part part;
        private final long millis;
        private final long from;
        private final long length;

        private Piece(Part part, long millis, long from, long length) {
            this.part = part;
            this.millis = millis;
            this.from = from;
            this.length = length;
        }

        public Part getPart() {
            return part;
        }

        /** Where it begins, in the drawing's units. */
        public long getFrom() {
            return from;
        }

        /** In the drawing's units; 0 where it is too short to be seen. */
        public long getLength() {
            return length;
        }

        /** To sort by. */
        public long getMillis() {
            return millis;
        }

        /** Whether it took any time. */
        public boolean isThere() {
            return millis > 0;
        }

        /** For people: {@code 12.3 s}. */
        public String getTime() {
            return Seconds.text(millis);
        }
    }
}
