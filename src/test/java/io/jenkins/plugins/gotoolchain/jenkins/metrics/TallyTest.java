package io.jenkins.plugins.gotoolchain.jenkins.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

/** Counts that builds cannot make grow without end, in the form that Prometheus reads. */
public class TallyTest {

    @Test
    public void labelsAreEscaped() {
        assertThat(Series.of(Counted.HITS, "version", "x\"y\\z\n").text())
                .isEqualTo("go_toolchain_hits_total{version=\"x\\\"y\\\\z\\n\"}");
    }

    @Test
    public void anEmptyLabelIsNoLabel() {
        assertThat(Series.of(Counted.RETRIES, "version", "1.24.1", "source", "").text())
                .isEqualTo("go_toolchain_retries_total{version=\"1.24.1\"}");
    }

    @Test
    public void whatIsTooMuchIsCountedTogetherWithItsCause() {
        Tally tally = new Tally();
        for (int i = 0; i < 5000; i++) {
            tally.add(Series.of(Counted.FAILURES, "cause", "version", "version", "1." + i), 1);
        }
        assertThat(tally.all()).hasSize(Tally.MOST + 1)
                .containsEntry(Series.of(Counted.FAILURES, "cause", "version", "version", "other"), 5000L - Tally.MOST);
    }

    @Test
    public void oneThingTakesNoRoomFromAnother() {
        Tally tally = new Tally();
        for (int i = 0; i < 5000; i++) {
            tally.add(Series.of(Counted.FAILURES, "version", "1." + i), 1);
        }
        Series hit = Series.of(Counted.HITS, "version", "1.24.1");
        tally.add(hit, 1);
        assertThat(tally.all()).containsEntry(hit, 1L);
    }

    @Test
    public void aHistogramHasAllBucketsInOrderAndEachWithTheSmallerOnes() {
        Durations durations = new Durations();
        durations.add(1500);
        durations.add(7000);
        durations.add(700_000);
        StringBuilder text = new StringBuilder();
        durations.write(text, "a", "b");
        assertThat(text.toString().lines().filter(line -> line.startsWith("a"))).containsExactly(
                "a_bucket{le=\"1\"} 0", "a_bucket{le=\"2\"} 1", "a_bucket{le=\"5\"} 1", "a_bucket{le=\"10\"} 2",
                "a_bucket{le=\"20\"} 2", "a_bucket{le=\"30\"} 2", "a_bucket{le=\"60\"} 2", "a_bucket{le=\"120\"} 2",
                "a_bucket{le=\"300\"} 2", "a_bucket{le=\"600\"} 2", "a_bucket{le=\"+Inf\"} 3", "a_sum 708.5", "a_count 3");
    }
}
