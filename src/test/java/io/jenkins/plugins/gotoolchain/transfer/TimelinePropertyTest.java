package io.jenkins.plugins.gotoolchain.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.pholser.junit.quickcheck.Property;
import com.pholser.junit.quickcheck.generator.InRange;
import com.pholser.junit.quickcheck.runner.JUnitQuickcheck;
import io.jenkins.plugins.gotoolchain.testing.ManualTicker;
import io.jenkins.plugins.gotoolchain.transfer.Timeline.Kind;
import io.jenkins.plugins.gotoolchain.transfer.Timeline.Point;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.runner.RunWith;

/** However long, large or unlucky a download is, and whatever lies on the disk. */
@RunWith(JUnitQuickcheck.class)
public class TimelinePropertyTest {

    private static final List<Integer> STEPS = List.of(1, 40, 900, 20_000);

    private static Timeline run(long seed, int moments, String why) {
        Random random = new Random(seed);
        ManualTicker ticker = new ManualTicker();
        TimelineRecorder recorder =
                new TimelineRecorder("a", URI.create("https://example.com/a"), TransferProgress.SILENT, ticker);
        int step = STEPS.get(random.nextInt(4));
        int luck = 1 + random.nextInt(200);
        long bytes = 0;
        for (int i = 0; i < moments; i++) {
            ticker.advance(Duration.ofMillis(random.nextInt(step) + 1L));
            switch (random.nextInt(luck)) {
                case 0 -> recorder.retrying(why, Duration.ofMillis(random.nextInt(30_000)));
                case 1 -> recorder.started("a", bytes, random.nextBoolean() ? -1 : 1L << 40);
                case 2 -> recorder.notice(why);
                default -> recorder.advanced(bytes += random.nextInt(1 << 18));
            }
        }
        recorder.failed(why);
        return recorder.timeline();
    }

    @Property(trials = 100)
    public void itStaysSmallAndItsEndsStay(long seed, @InRange(minInt = 0, maxInt = 20_000) int moments, String why) {
        Timeline timeline = run(seed, moments, why);
        long samples = timeline.points().stream().filter(point -> point.kind() == Kind.SAMPLE).count();
        assertThat(samples).isLessThanOrEqualTo(120);
        assertThat(timeline.points().size() - samples).isLessThanOrEqualTo(40);
        assertThat(timeline.failed()).isTrue();
        if (timeline.leftOut() > 0) {
            assertThat(timeline.points().size() - samples).isEqualTo(40);
        }
    }

    @Property(trials = 100)
    public void whatIsWrittenIsReadAndFitsTheLimit(
            long seed, @InRange(minInt = 0, maxInt = 5_000) int moments, String why) throws Exception {
        Timeline timeline = run(seed, moments, why);
        byte[] bytes = TimelineJson.write(timeline);
        assertThat(bytes.length).isLessThan(TimelineJson.LIMIT);
        assertThat(TimelineJson.read(bytes)).isEqualTo(timeline);
    }

    @Property(trials = 200)
    public void aCutOrChangedFileIsReadOrNone(long seed, String noise) throws Exception {
        byte[] whole = TimelineJson.write(run(seed, 50, noise));
        Random random = new Random(seed);
        assertThat(TimelineJson.read(Arrays.copyOf(whole, random.nextInt(whole.length)))).isNull();
        whole[random.nextInt(whole.length)] = (byte) random.nextInt();
        Timeline read = TimelineJson.read(whole);
        assertThat(read == null || read.points().size() <= Timeline.MOST_POINTS).isTrue();
        assertThat(TimelineJson.read(noise.getBytes(StandardCharsets.UTF_8))).isNull();
    }

    @Property(trials = 100)
    public void aTextIsOneShortLine(String noise) {
        Point point = new Point(Kind.NOTICE, 0, 0, -1, 0, "\u202e\u001b[31m\n" + noise.repeat(9));
        assertThat(point.text()).hasSizeLessThan(310).doesNotContain("\u202e").doesNotContain("\u001b").doesNotContain("\n");
        assertThat(new Point(Kind.NOTICE, 0, 0, -1, 0, point.text())).isEqualTo(point);
    }
}
