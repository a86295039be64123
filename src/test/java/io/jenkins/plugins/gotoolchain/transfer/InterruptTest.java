package io.jenkins.plugins.gotoolchain.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.FaultyServer;
import io.jenkins.plugins.gotoolchain.testing.TestCa;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;

/** An interrupt ends a transfer at once: time stands still here, so nothing else can. */
public class InterruptTest {

    private static final int SIZE = Rig.SIZE;

    @ClassRule
    public static final TestCa CA = new TestCa();

    @Rule
    public final Rig rig = new Rig();

    private final CountDownLatch stalled = new CountDownLatch(1);
    private volatile Exception ended;
    private volatile boolean flag;

    @Before
    public void letStallsStand() {
        rig.server.onStall(stalled::countDown);
    }

    private Thread start(Downloader downloader, DownloadRequest request) {
        Thread thread = new Thread(() -> {
            try {
                downloader.download(request);
            } catch (Exception e) {
                ended = e;
            }
            flag = Thread.currentThread().isInterrupted();
        });
        thread.start();
        return thread;
    }

    private void assertEnds(Thread thread) throws Exception {
        thread.interrupt();
        thread.join(60_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(ended).isInstanceOf(InterruptedException.class);
        assertThat(flag).isFalse();
    }

    private void awaitBytes(long bytes) throws Exception {
        stalled.await();
        while (rig.said.bytes < bytes) {
            Thread.sleep(1);
        }
    }

    @Test
    public void whileABodyIsRead() throws Exception {
        rig.server.script(Fault.stallAfter(SIZE / 2));
        Thread thread = start(rig.downloader(), rig.request());
        awaitBytes(SIZE / 2);
        assertEnds(thread);
        assertThat(rig.download().fetched()).isEqualTo(SIZE / 2);
    }

    @Test
    public void whileAHeaderIsAwaited() throws Exception {
        rig.server.script(Fault.stallInHeader(7));
        Thread thread = start(rig.downloader(), rig.request());
        stalled.await();
        assertEnds(thread);
    }

    @Test
    public void whileABodyIsReadOverTls() throws Exception {
        try (FaultyServer tls = FaultyServer.startTls(CA.server("dns:localhost"))) {
            tls.file("/a.tar.gz", Rig.FILE).script(Fault.stallAfter(SIZE / 2));
            tls.onStall(stalled::countDown);
            rig.network = new Network(Profile.INTRANET, ProxySettings.none(), CA.pem(), Map.of());
            DownloadRequest request = rig.request().from(tls.uri("/a.tar.gz"));
            Thread thread = start(rig.downloader(), request);
            awaitBytes(SIZE / 2);
            assertEnds(thread);
            assertThat(rig.downloader().download(request).fetched()).isEqualTo(SIZE / 2);
        }
    }

    @Test
    public void whileItWaitsToTryAgain() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        rig.server.script(Fault.status(503, "Down").header("Retry-After", "100"));
        TransferProgress progress = new TransferProgress() {
            @Override
            public void retrying(String why, java.time.Duration after) {
                waits.countDown();
            }
        };
        Thread thread = start(new Downloader(rig.network, progress, Ticker.SYSTEM, new Random(1)), rig.request());
        waits.await();
        assertEnds(thread);
    }

    @Test
    public void whileAnotherOneHasThePartial() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        TransferProgress progress = new TransferProgress() {
            @Override
            public void notice(String text) {
                waits.countDown();
            }
        };
        try (PartialLock lock = PartialLock.tryAcquire(PartialPaths.of(rig.request()).lock())) {
            assertThat(lock).isNotNull();
            Thread thread = start(new Downloader(rig.network, progress, Ticker.SYSTEM, new Random(1)), rig.request());
            waits.await();
            assertEnds(thread);
        }
    }

    @Test
    public void beforeItBegins() throws Exception {
        Thread.currentThread().interrupt();
        try {
            rig.download();
        } catch (InterruptedException e) {
            assertThat(Thread.interrupted()).isFalse();
            assertThat(rig.server.requests()).isEmpty();
            return;
        }
        throw new AssertionError("it went on");
    }
}
