package io.jenkins.plugins.gotoolchain.diagnose.timeline;

import io.jenkins.plugins.gotoolchain.transfer.Timeline;
import io.jenkins.plugins.gotoolchain.transfer.Timeline.Kind;
import io.jenkins.plugins.gotoolchain.transfer.Timeline.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A timeline for a console: each thing that happened with its time, and how fast the bytes came before it. */
public final class TimelineText {

    /** The most lines of one timeline. */
    public static final int MOST_LINES = 12;

    private final TimelineWords words;

    /** English where there is nothing in that language. */
    public TimelineText(Locale locale) {
        words = new TimelineWords(locale);
    }

    /** At most {@link #MOST_LINES}; where more happened, what is left out is from the middle, and counted. */
    public List<String> lines(Timeline timeline) {
        List<String> events = events(timeline);
        int room = MOST_LINES - 1;
        int omitted = timeline.leftOut();
        List<String> lines = new ArrayList<>();
        lines.add(words.head(timeline));
        if (events.size() <= room && omitted == 0) {
            lines.addAll(events);
            return lines;
        }
        int first = Math.min(events.size() / 2, room / 2);
        int last = Math.min(events.size() - first, room - 1 - first);
        lines.addAll(events.subList(0, first));
        lines.add("  … " + words.omitted(omitted + events.size() - first - last));
        lines.addAll(events.subList(events.size() - last, events.size()));
        return lines;
    }

    private List<String> events(Timeline timeline) {
        List<String> events = new ArrayList<>();
        long since = 0;
        long bytes = 0;
        for (Point point : timeline.points()) {
            if (point.kind() == Kind.SAMPLE) {
                continue;
            }
            String line = String.format(Locale.ROOT, "  %7.1f s  %s", point.millis() / 1000.0, words.event(point));
            if (point.kind() == Kind.STARTED) {
                since = point.millis();
                bytes = point.bytes();
            } else if (point.bytes() > bytes) {
                line += " (" + words.rate(point.bytes() - bytes, point.millis() - since) + ")";
                since = point.millis() + (point.kind() == Kind.STALLED ? point.lasting() : 0);
                bytes = point.bytes();
            } else if (point.kind() == Kind.STALLED) {
                since = point.millis() + point.lasting();
            }
            events.add(line);
        }
        return events;
    }
}
