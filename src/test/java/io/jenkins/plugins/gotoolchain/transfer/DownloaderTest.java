package io.jenkins.plugins.gotoolchain.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.gotoolchain.testing.Content;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.FaultyServer;
import io.jenkins.plugins.gotoolchain.testing.ManualTicker;
import java.nio.file.Files;
import java.util.Random;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DownloaderTest {

    private static final Content FILE = Content.random(3_000_000, 1);

    @Rule
    public TemporaryFolder temp = new TemporaryFolder();

    private FaultyServer server;

    @Before
    public void start() throws Exception {
        server = FaultyServer.start().file("/a.tar.gz", FILE);
    }

    @After
    public void stop() throws Exception {
        server.close();
    }

    private DownloadRequest request() {
        return new DownloadRequest(server.uri("/a.tar.gz"), -1, null, 1 << 30, temp.getRoot().toPath(), "a", null);
    }

    private Downloader downloader() {
        return new Downloader(
                Network.direct(Profile.INTRANET), TransferProgress.SILENT, new ManualTicker(), new Random(1));
    }

    @Test
    public void aFileComesWhole() throws Exception {
        Downloaded got = downloader().download(request());
        assertThat(Files.readAllBytes(got.file())).isEqualTo(FILE.bytes());
        assertThat(got.fetched()).isEqualTo(3_000_000);
        assertThat(got.attempts()).isEqualTo(1);
    }

    @Test
    public void aCutInTheMiddleIsContinued() throws Exception {
        server.script(Fault.cutAfter(2_000_000));
        Downloaded got = downloader().download(request());
        assertThat(Files.readAllBytes(got.file())).isEqualTo(FILE.bytes());
        assertThat(got.fetched()).isEqualTo(3_000_000);
        assertThat(got.attempts()).isEqualTo(2);
        assertThat(server.requests().get(1).header("Range")).isEqualTo("bytes=2000000-");
        assertThat(server.requests().get(1).header("If-Range")).isEqualTo(FILE.etag());
    }
}
