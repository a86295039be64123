package io.jenkins.plugins.gotoolchain.diagnose.timeline;

import io.jenkins.plugins.gotoolchain.transfer.Timeline;
import io.jenkins.plugins.gotoolchain.transfer.Timeline.Point;
import io.jenkins.plugins.gotoolchain.transfer.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What single moments of a download are in a person's language. */
final class TimelineWords {

    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Pattern VALUE = Pattern.compile("\\{([a-z]+)\\}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ResourceBundle words;

    /** English where there is nothing in that language. */
    TimelineWords(Locale locale) {
        words = ResourceBundle.getBundle(
                TimelineWords.class.getPackageName() + ".Timelines",
                locale,
                TimelineWords.class.getClassLoader(),
                NO_OTHER_LANGUAGE);
    }

    String head(Timeline timeline) {
        return filled("head", Map.of(
                "what", timeline.what(), "from", timeline.from(), "time", TIME.format(Instant.ofEpochMilli(timeline.start()))));
    }

    String omitted(int count) {
        return filled("omitted", Map.of("count", Integer.toString(count)));
    }

    String axis() {
        return words.getString("axis");
    }

    /** What happened then, in a few words. */
    String event(Point point) {
        Map<String, String> values = Map.of(
                "at", at(point),
                "size", Words.size(Math.max(point.bytes(), point.total())),
                "wait", duration(point.lasting()),
                "why", point.text());
        return switch (point.kind()) {
            case STARTED -> filled(
                    point.bytes() > 0 ? "resumes" : point.total() < 0 ? "begins.unknown" : "begins", values);
            case STALLED -> filled("stalled", values);
            case RETRY -> filled("retry", values);
            case FINISHED -> filled("finished", values);
            case FAILED -> filled("failed", values);
            case NOTICE -> point.text();
            case SAMPLE -> at(point);
        };
    }

    /** How fast so many bytes came in so many milliseconds. */
    String rate(long bytes, long millis) {
        return filled("rate", Map.of(
                "size", Words.size(bytes),
                "time", duration(millis),
                "rate", String.format(Locale.ROOT, "%.1f", bytes / 1048.576 / Math.max(1, millis))));
    }

    private String at(Point point) {
        return point.total() < 0
                ? Words.size(point.bytes())
                : filled("of", Map.of("bytes", Words.size(point.bytes()), "total", Words.size(point.total())));
    }

    private static String duration(long millis) {
        return Words.duration(Duration.ofMillis(millis));
    }

    /** In one pass, so that a value with braces stays as it is. */
    private String filled(String key, Map<String, String> values) {
        return VALUE.matcher(words.getString(key))
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
