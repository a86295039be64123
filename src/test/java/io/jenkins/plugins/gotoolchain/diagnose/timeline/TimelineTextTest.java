package io.jenkins.plugins.gotoolchain.diagnose.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.gotoolchain.transfer.Timeline;
import io.jenkins.plugins.gotoolchain.transfer.Timeline.Kind;
import io.jenkins.plugins.gotoolchain.transfer.Timeline.Point;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

public class TimelineTextTest {

    private static final long MIB = 1 << 20;

    private static final Timeline BROKEN = new Timeline(
            "go1.24.1.linux-amd64.tar.gz", "https://go.example.com/dl/go1.24.1.linux-amd64.tar.gz", 1_741_000_000_000L,
            List.of(
                    new Point(Kind.STARTED, 0, 0, 70 * MIB, 0, ""),
                    new Point(Kind.SAMPLE, 2000, 20 * MIB, 70 * MIB, 0, ""),
                    new Point(Kind.STALLED, 4000, 41 * MIB, 70 * MIB, 60_000, ""),
                    new Point(Kind.RETRY, 64_000, 41 * MIB, 70 * MIB, 400, "not a byte came for 60 s"),
                    new Point(Kind.STARTED, 64_500, 41 * MIB, 70 * MIB, 0, ""),
                    new Point(Kind.FAILED, 66_500, 45 * MIB, 70 * MIB, 0, "go.example.com answered 503 {why} <b>&\"'")),
            0);

    @Test
    public void theTimesTheOffsetsTheRatesAndTheReasonsAreThere() {
        assertThat(new TimelineText(Locale.ENGLISH).lines(BROKEN)).containsExactly(
                "go1.24.1.linux-amd64.tar.gz from https://go.example.com/dl/go1.24.1.linux-amd64.tar.gz,"
                        + " begun 2025-03-03 11:06:40 UTC:",
                "      0.0 s  70.0 MiB to come, from the start",
                "      4.0 s  process alive, no byte for 60 s at 41.0 MiB of 70.0 MiB (41.0 MiB in 4 s, 10.3 MiB/s before)",
                "     64.0 s  not a byte came for 60 s; again in 400 ms",
                "     64.5 s  goes on at 41.0 MiB of 70.0 MiB",
                "     66.5 s  ended at 45.0 MiB of 70.0 MiB: go.example.com answered 503 {why} <b>&\"'"
                        + " (4.0 MiB in 2 s, 2.0 MiB/s before)");
    }

    @Test
    public void itSpeaksChinese() {
        assertThat(new TimelineText(Locale.SIMPLIFIED_CHINESE).lines(BROKEN).get(2)).contains("60 s 没有收到任何字节");
    }

    @Test
    public void anotherLanguageGetsEnglish() {
        assertThat(new TimelineText(Locale.FRENCH).lines(BROKEN).get(2)).contains("process alive");
    }

    @Test
    public void manyEventsAreTwelveLinesWithTheFirstAndTheLastAndACount() {
        for (int events = 0; events <= 40; events++) {
            List<String> lines = new TimelineText(Locale.ENGLISH).lines(many(events, 5));
            assertThat(lines).hasSizeLessThanOrEqualTo(12);
            assertThat(String.join("\n", lines)).contains(" more events");
        }
        List<String> lines = new TimelineText(Locale.ENGLISH).lines(many(40, 5));
        assertThat(lines).hasSize(12).contains("  … 35 more events");
        assertThat(lines.get(11)).contains("event 39");
        assertThat(new TimelineText(Locale.ENGLISH).lines(many(11, 0))).hasSize(12).noneMatch(line -> line.contains("more"));
    }

    private static Timeline many(int count, int leftOut) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(new Point(Kind.NOTICE, i, 0, -1, 0, "event " + i));
        }
        return new Timeline("a", "b", 0, points, leftOut);
    }

    @Test
    public void thePictureIsXmlWithNothingThatAPolicyRefuses() throws Exception {
        String svg = new TimelineSvg(Locale.ENGLISH).draw(BROKEN);
        Document read = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        NodeList all = read.getElementsByTagName("*");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            names.add(element.getTagName());
            assertThat(element.hasAttribute("style") || element.hasAttribute("href") || element.hasAttribute("class")).isFalse();
        }
        assertThat(names).containsOnly("svg", "title", "path", "text", "circle");
        assertThat(svg).contains("<title>process alive, no byte for 60 s at 41.0 MiB of 70.0 MiB</title>")
                .contains("again in 400 ms</title>")
                .contains("503 {why} &lt;b&gt;&amp;&quot;&#39;</title>")
                .contains("currentColor");
    }

    @Test
    public void thePictureOfNothingIsAPictureToo() {
        assertThat(new TimelineSvg(Locale.ENGLISH).draw(many(0, 0))).startsWith("<svg ").endsWith("</svg>").doesNotContain("NaN");
    }
}
