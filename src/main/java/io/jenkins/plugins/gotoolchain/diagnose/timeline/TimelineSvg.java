package io.jenkins.plugins.gotoolchain.diagnose.timeline;

import io.jenkins.plugins.gotoolchain.transfer.Timeline;
import io.jenkins.plugins.gotoolchain.transfer.Timeline.Kind;
import io.jenkins.plugins.gotoolchain.transfer.Timeline.Point;
import io.jenkins.plugins.gotoolchain.transfer.Words;
import java.time.Duration;
import java.util.Locale;

/**
 * A timeline as one inline SVG: bytes over time, silences shaded, retries and the end marked, each with a title to point
 * at. It has no script, no style and no address, so any content security policy lets it through, and takes its colour
 * from the text around it.
 */
public final class TimelineSvg {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 200;
    private static final int LEFT = 70;
    private static final int RIGHT = 12;
    private static final int TOP = 12;
    private static final int BOTTOM = 24;

    private final TimelineWords words;

    /** English where there is nothing in that language. */
    public TimelineSvg(Locale locale) {
        words = new TimelineWords(locale);
    }

    /** One element, {@code <svg>}, to be put into a page as it is. */
    public String draw(Timeline timeline) {
        Scale scale = Scale.of(timeline);
        StringBuilder svg = new StringBuilder(4096)
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"100%\" viewBox=\"0 0 ")
                .append(WIDTH).append(' ').append(HEIGHT)
                .append("\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1\" font-size=\"11\">");
        title(svg, words.head(timeline) + " " + words.axis());
        axes(svg, scale);
        for (Point point : timeline.points()) {
            if (point.kind() == Kind.STALLED) {
                silence(svg, point, scale);
            }
        }
        curve(svg, timeline, scale);
        for (Point point : timeline.points()) {
            if (point.kind() != Kind.SAMPLE && point.kind() != Kind.STALLED) {
                mark(svg, point, scale);
            }
        }
        return svg.append("</svg>").toString();
    }

    /** Milliseconds and bytes to places in the picture. */
    private record Scale(long millis, long bytes) {

        static Scale of(Timeline timeline) {
            long bytes = 1;
            long millis = 1;
            for (Point point : timeline.points()) {
                bytes = Math.max(bytes, Math.max(point.bytes(), point.total()));
                millis = Math.max(millis, point.millis() + (point.kind() == Kind.STALLED ? point.lasting() : 0));
            }
            return new Scale(millis, bytes);
        }

        String x(long at) {
            return number(LEFT + (double) (WIDTH - LEFT - RIGHT) * at / millis);
        }

        String y(long at) {
            return number(HEIGHT - BOTTOM - (double) (HEIGHT - TOP - BOTTOM) * at / bytes);
        }

        private static String number(double place) {
            return String.format(Locale.ROOT, "%.1f", place);
        }
    }

    private static void axes(StringBuilder svg, Scale scale) {
        svg.append("<path stroke-opacity=\"0.4\" d=\"M").append(LEFT).append(' ').append(TOP).append('V')
                .append(HEIGHT - BOTTOM).append('H').append(WIDTH - RIGHT).append("\"/>");
        label(svg, LEFT - 6, TOP + 8, "end", Words.size(scale.bytes()));
        label(svg, LEFT - 6, HEIGHT - BOTTOM, "end", Words.size(0));
        label(svg, WIDTH - RIGHT, HEIGHT - 8, "end", Words.duration(Duration.ofMillis(scale.millis())));
    }

    private static void label(StringBuilder svg, int x, int y, String anchor, String text) {
        svg.append("<text fill=\"currentColor\" stroke=\"none\" x=\"").append(x).append("\" y=\"").append(y)
                .append("\" text-anchor=\"").append(anchor).append("\">").append(escaped(text)).append("</text>");
    }

    private void silence(StringBuilder svg, Point point, Scale scale) {
        svg.append("<path fill=\"currentColor\" fill-opacity=\"0.15\" stroke=\"none\" d=\"M")
                .append(scale.x(point.millis())).append(' ').append(TOP)
                .append('V').append(HEIGHT - BOTTOM)
                .append('H').append(scale.x(point.millis() + point.lasting()))
                .append('V').append(TOP).append("Z\">");
        title(svg, words.event(point));
        svg.append("</path>");
    }

    /** A new line where an attempt begins: bytes may have been thrown away before it. */
    private static void curve(StringBuilder svg, Timeline timeline, Scale scale) {
        StringBuilder line = new StringBuilder();
        for (Point point : timeline.points()) {
            if (point.kind() == Kind.NOTICE) {
                continue;
            }
            line.append(line.length() == 0 || point.kind() == Kind.STARTED ? 'M' : 'L')
                    .append(scale.x(point.millis())).append(' ').append(scale.y(point.bytes()));
        }
        if (line.length() > 0) {
            svg.append("<path stroke-width=\"1.5\" d=\"").append(line).append("\"/>");
        }
    }

    private void mark(StringBuilder svg, Point point, Scale scale) {
        String x = scale.x(point.millis());
        boolean broke = point.kind() == Kind.RETRY || point.kind() == Kind.FAILED;
        if (broke) {
            svg.append("<path stroke-dasharray=\"").append(point.kind() == Kind.FAILED ? "1 0" : "4 3").append("\" d=\"M")
                    .append(x).append(' ').append(TOP).append('V').append(HEIGHT - BOTTOM).append("\">");
            title(svg, words.event(point));
            svg.append("</path>");
        }
        svg.append("<circle fill=\"currentColor\" stroke=\"none\" r=\"3\" cx=\"").append(x)
                .append("\" cy=\"").append(scale.y(point.bytes())).append("\">");
        title(svg, words.event(point));
        svg.append("</circle>");
    }

    private static void title(StringBuilder svg, String text) {
        svg.append("<title>").append(escaped(text)).append("</title>");
    }

    /** A timeline has no character that XML forbids; these are those that mean something in it. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                .replace("\"", "&quot;").replace("'", "&#39;");
    }
}
