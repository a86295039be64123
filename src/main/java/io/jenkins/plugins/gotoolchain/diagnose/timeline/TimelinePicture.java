package io.jenkins.plugins.gotoolchain.diagnose.timeline;

import io.jenkins.plugins.gotoolchain.transfer.Timeline;
import io.jenkins.plugins.gotoolchain.transfer.Timeline.Kind;
import io.jenkins.plugins.gotoolchain.transfer.Timeline.Point;
import io.jenkins.plugins.gotoolchain.transfer.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where everything of a timeline's picture is: bytes over time, silences, retries and the end. Whoever draws it, as a text
 * or as elements of a page, adds no more than names of elements; paths are in the words of SVG (w3.org/TR/SVG2/paths.html).
 */
public final class TimelinePicture {

    public static final int WIDTH = 640;
    public static final int HEIGHT = 200;
    private static final int LEFT = 70;
    private static final int RIGHT = 12;
    private static final int TOP = 12;
    private static final int BOTTOM = 24;

    /** An area or a line with what it means. @param dash as {@code stroke-dasharray} has it */
    public record Shape(String path, String dash, String title) {}

    /** A point with what it means. */
    public record Spot(String x, String y, String title) {}

    /** A text that ends there. */
    public record Label(int x, int y, String text) {}

    private final Timeline timeline;
    private final TimelineWords words;
    private final long millis;
    private final long bytes;

    /** English where there is nothing in that language. */
    public TimelinePicture(Timeline timeline, Locale locale) {
        this(timeline, new TimelineWords(locale));
    }

    TimelinePicture(Timeline timeline, TimelineWords words) {
        this.timeline = timeline;
        this.words = words;
        long lastByte = 1;
        long lastMilli = 1;
        for (Point point : timeline.points()) {
            lastByte = Math.max(lastByte, Math.max(point.bytes(), point.total()));
            lastMilli = Math.max(lastMilli, point.millis() + (point.kind() == Kind.STALLED ? point.lasting() : 0));
        }
        bytes = lastByte;
        millis = lastMilli;
    }

    public String title() {
        return words.head(timeline) + " " + words.axis();
    }

    public String axes() {
        return "M" + LEFT + " " + TOP + "V" + (HEIGHT - BOTTOM) + "H" + (WIDTH - RIGHT);
    }

    public List<Label> labels() {
        return List.of(
                new Label(LEFT - 6, TOP + 8, Words.size(bytes)),
                new Label(LEFT - 6, HEIGHT - BOTTOM, Words.size(0)),
                new Label(WIDTH - RIGHT, HEIGHT - 8, Words.duration(Duration.ofMillis(millis))));
    }

    public List<Shape> silences() {
        List<Shape> shapes = new ArrayList<>();
        for (Point point : timeline.points()) {
            if (point.kind() == Kind.STALLED) {
                shapes.add(new Shape("M" + x(point.millis()) + " " + TOP + "V" + (HEIGHT - BOTTOM) + "H"
                        + x(point.millis() + point.lasting()) + "V" + TOP + "Z", "", words.event(point)));
            }
        }
        return shapes;
    }

    /** A new line where an attempt begins: bytes may have been thrown away before it. */
    public String curve() {
        StringBuilder line = new StringBuilder();
        for (Point point : timeline.points()) {
            if (point.kind() != Kind.NOTICE) {
                line.append(line.length() == 0 || point.kind() == Kind.STARTED ? 'M' : 'L')
                        .append(x(point.millis())).append(' ').append(y(point.bytes()));
            }
        }
        return line.toString();
    }

    /** Where an attempt broke. */
    public List<Shape> breaks() {
        List<Shape> shapes = new ArrayList<>();
        for (Point point : timeline.points()) {
            if (point.kind() == Kind.RETRY || point.kind() == Kind.FAILED) {
                shapes.add(new Shape("M" + x(point.millis()) + " " + TOP + "V" + (HEIGHT - BOTTOM),
                        point.kind() == Kind.FAILED ? "1 0" : "4 3", words.event(point)));
            }
        }
        return shapes;
    }

    public List<Spot> spots() {
        List<Spot> spots = new ArrayList<>();
        for (Point point : timeline.points()) {
            if (point.kind() != Kind.SAMPLE && point.kind() != Kind.STALLED) {
                spots.add(new Spot(x(point.millis()), y(point.bytes()), words.event(point)));
            }
        }
        return spots;
    }

    private String x(long at) {
        return number(LEFT + (double) (WIDTH - LEFT - RIGHT) * at / millis);
    }

    private String y(long at) {
        return number(HEIGHT - BOTTOM - (double) (HEIGHT - TOP - BOTTOM) * at / bytes);
    }

    private static String number(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }
}
