package io.jenkins.plugins.gotoolchain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Assume;
import org.junit.Rule;
import org.junit.Test;

public class PartialFileTest {

    @Rule
    public final Rig rig = new Rig();

    @Test
    public void threadsThatWantTheSameFileFetchItOnce() throws Exception {
        DownloadRequest request = rig.request(Rig.SIZE, Rig.sha256(Rig.FILE), null);
        Downloader downloader = new Downloader(rig.network, rig.said, Ticker.SYSTEM, new Random(1));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Downloaded>> all = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Downloaded>) () -> downloader.download(request))
                    .collect(Collectors.toList());
            for (Future<Downloaded> got : threads.invokeAll(all)) {
                assertThat(got.get().sha256()).isEqualTo(Rig.sha256(Rig.FILE));
            }
        } finally {
            threads.shutdown();
        }
        assertThat(rig.server.requests()).hasSize(1);
    }

    @Test
    public void whoWaitsTooLongIsToldWhatHolds() throws Exception {
        try (PartialLock lock = PartialLock.tryAcquire(PartialPaths.of(rig.request()).lock())) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(rig::download).isInstanceOf(StoreException.class)
                    .hasMessageContaining("Another process has been downloading to");
        }
        assertThat(rig.said.notices).containsExactly("waiting for another download to a.tar.gz.part");
    }

    @Test
    public void discardLeavesAPartialThatIsBeingWritten() throws Exception {
        rig.leavePartial(1000);
        try (PartialLock lock = PartialLock.tryAcquire(PartialPaths.of(rig.request()).lock())) {
            assertThat(lock).isNotNull();
            Downloader.discard(rig.request());
        }
        assertThat(rig.data()).exists();
    }

    @Test
    public void aFullDiskIsSaidWithWhatIsNeeded() throws Exception {
        Assume.assumeTrue("needs /dev/full", new File("/dev/full").exists());
        Files.createSymbolicLink(rig.data(), Path.of("/dev/full"));
        assertThatThrownBy(rig::download).isInstanceOf(StoreException.class)
                .hasMessageContaining("is full: 4,000,000 bytes more are needed, ")
                .hasMessageContaining(" are free").hasMessageContaining("to do: free some space there");
    }

    /** No disk has room for four million bytes unpacked half a billion times. */
    @Test
    public void aDiskWithoutRoomForAllOfItIsNotBegunToBeFilled() throws Exception {
        DownloadRequest request = new DownloadRequest(
                rig.server.uri("/a.tar.gz"), -1, null, 1 << 30, rig.folder(), "a.tar.gz", null, 1 << 29);
        rig.leavePartial(request, 1_000_000);
        assertThatThrownBy(() -> rig.downloader().download(request)).isInstanceOf(StoreException.class)
                .hasMessageContaining("is too full for a.tar.gz: ")
                .hasMessageContaining(" are still to come, up to ").hasMessageContaining(" to unpack it, and ")
                .hasMessageContaining(" are free.").hasMessageContaining("to do: free some space there");
        assertThat(rig.data()).hasSize(1_000_000);
        assertThat(rig.download().resumedFrom()).isEqualTo(1_000_000);
    }

    @Test
    public void aFolderThatCannotBeMadeIsSaid() throws Exception {
        Path file = rig.folder().resolve("file");
        Files.createFile(file);
        DownloadRequest request = new DownloadRequest(
                rig.server.uri("/a.tar.gz"), -1, null, 1 << 30, file, "a.tar.gz", null);
        assertThatThrownBy(() -> rig.downloader().download(request)).isInstanceOf(StoreException.class)
                .hasMessageContaining("file").hasMessageContaining("to do: ");
    }

    @Test
    public void theFolderIsMadeWhereItIsMissing() throws Exception {
        DownloadRequest request = new DownloadRequest(rig.server.uri("/a.tar.gz"), -1, null, 1 << 30,
                rig.folder().resolve("x/y"), "a.tar.gz", null);
        assertThat(rig.downloader().download(request).file()).exists();
        Downloader.discard(new DownloadRequest(rig.server.uri("/a.tar.gz"), -1, null, 1 << 30,
                rig.folder().resolve("never"), "a.tar.gz", null));
        assertThat(rig.folder().resolve("never")).doesNotExist();
    }
}
