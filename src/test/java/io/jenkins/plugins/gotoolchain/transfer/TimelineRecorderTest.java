package io.jenkins.plugins.gotoolchain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.transfer.Timeline.Kind;
import io.jenkins.plugins.gotoolchain.transfer.Timeline.Point;
import java.net.URI;
import java.util.List;
import java.util.Random;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** What a timeline has of downloads over lines that break. */
public class TimelineRecorderTest {

    private static final int SIZE = Rig.SIZE;

    @Rule
    public final Rig rig = new Rig();

    private TimelineRecorder seen;

    @Before
    public void record() {
        seen = new TimelineRecorder("a.tar.gz", rig.server.uri("/a.tar.gz"), rig.said, rig.ticker);
    }

    private List<Point> download() throws Exception {
        new Downloader(rig.network, seen, rig.ticker, new Random(7)).download(rig.request());
        return events();
    }

    private List<Point> events() {
        return seen.timeline().points().stream().filter(point -> point.kind() != Kind.SAMPLE).toList();
    }

    private static List<Kind> kinds(List<Point> points) {
        return points.stream().map(Point::kind).toList();
    }

    @Test
    public void aStallIsKeptWithItsOffsetAndLengthAndSoIsWhereItGoesOn() throws Exception {
        rig.server.script(Fault.stallAfter(SIZE / 2));

        List<Point> events = download();

        assertThat(kinds(events)).containsExactly(Kind.STARTED, Kind.STALLED, Kind.RETRY, Kind.STARTED, Kind.FINISHED);
        assertThat(events.get(0)).returns(0L, Point::bytes).returns((long) SIZE, Point::total);
        assertThat(events.get(1).bytes()).isEqualTo(SIZE / 2);
        assertThat(events.get(1).lasting()).isGreaterThanOrEqualTo(5000);
        assertThat(events.get(2).text()).isEqualTo("not a byte came for 5 s");
        assertThat(events.get(3).bytes()).isEqualTo(SIZE / 2);
        assertThat(events.get(4).bytes()).isEqualTo(SIZE);
        assertThat(seen.timeline().failed()).isFalse();
    }

    @Test
    public void aCutIsKeptWithWhatItWas() throws Exception {
        rig.server.script(Fault.cutAfter(1000));
        List<Point> events = download();
        assertThat(kinds(events)).containsExactly(Kind.STARTED, Kind.RETRY, Kind.STARTED, Kind.FINISHED);
        assertThat(events.get(1).text()).contains("closed after");
    }

    @Test
    public void whatWasHereBeforeIsWhereTheLineBegins() throws Exception {
        rig.leavePartial(3000);
        assertThat(download().get(0)).returns(Kind.STARTED, Point::kind).returns(3000L, Point::bytes);
    }

    @Test
    public void aStatusIsKeptWithTheWaitThatTheServerAskedFor() throws Exception {
        rig.server.script(Fault.status(503, "Busy").header("Retry-After", "7"));
        List<Point> events = download();
        assertThat(kinds(events)).containsExactly(Kind.RETRY, Kind.STARTED, Kind.FINISHED);
        assertThat(events.get(0)).returns(7000L, Point::lasting);
        assertThat(events.get(0).text()).isEqualTo("127.0.0.1 answered 503 Busy");
    }

    @Test
    public void whoIsToldOtherwiseIsToldTheSame() throws Exception {
        rig.server.script(Fault.cutAfter(1000));
        download();
        assertThat(rig.said.retries).hasSize(1);
        assertThat(rig.said.bytes).isEqualTo(SIZE);
    }

    @Test
    public void theEndOfADownloadThatFailsIsItsLastPoint() {
        rig.server.script(Fault.stallAfter(5), Fault.status(404, "Not Found"));
        UnreachableException failed = catchThrowableOfType(UnreachableException.class, this::download);
        seen.failed(failed.problem());
        assertThat(seen.timeline().failed()).isTrue();
        assertThat(events().get(events().size() - 1).text()).contains("404");
    }

    @Test
    public void noSecretOfAnAddressIsKept() {
        TimelineRecorder recorder = new TimelineRecorder(
                "a", URI.create("https://user:hunter2@example.com/a?token=hunter2#hunter2"), TransferProgress.SILENT, rig.ticker);
        assertThat(recorder.timeline().from()).isEqualTo("https://example.com/a");
    }
}
