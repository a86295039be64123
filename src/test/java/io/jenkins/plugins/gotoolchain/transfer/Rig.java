package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.testing.Content;
import io.jenkins.plugins.gotoolchain.testing.FaultyServer;
import io.jenkins.plugins.gotoolchain.testing.ManualTicker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;

/** A misbehaving server with one file, a folder, and a clock that runs while an answer stalls. */
final class Rig extends ExternalResource {

    static final int SIZE = 4_000_000;
    static final Content FILE = Content.random(SIZE, 1);
    static final Content OTHER = Content.random(SIZE, 2);

    final TemporaryFolder temp = new TemporaryFolder();
    final ManualTicker ticker = new ManualTicker();
    final Said said = new Said();
    Network network = Network.direct(Profile.INTRANET);
    FaultyServer server;

    @Override
    protected void before() throws Throwable {
        temp.create();
        server = FaultyServer.start().file("/a.tar.gz", FILE);
        tune(server);
    }

    /** Lets time pass on this server's stalls, once the client has all that was sent. */
    void tune(FaultyServer other) {
        other.onStall(() -> ticker.advance(Duration.ofSeconds(2)));
        other.clientHas(() -> said.bytes);
    }

    @Override
    protected void after() {
        try {
            server.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        temp.delete();
    }

    Path folder() {
        return temp.getRoot().toPath();
    }

    Path data() {
        return folder().resolve("a.tar.gz.part");
    }

    DownloadRequest request() {
        return request(-1, null, null);
    }

    DownloadRequest request(long size, String sha256, String contentKey) {
        return new DownloadRequest(
                server.uri("/a.tar.gz"), size, sha256, 1 << 30, folder(), "a.tar.gz", contentKey);
    }

    Downloader downloader() {
        return new Downloader(network, said, ticker, new Random(7));
    }

    Downloaded download() throws Exception {
        return downloader().download(request());
    }

    HttpGet get() {
        return new HttpGet(network, ticker, new Random(7));
    }

    /** Leaves a partial of so many bytes, as a run leaves it that was ended from outside. */
    void leavePartial(int bytes) throws Exception {
        leavePartial(request(), bytes);
    }

    void leavePartial(DownloadRequest request, int bytes) throws Exception {
        Content content = FILE;
        PartialState state = new PartialState(PartialState.identify(request.uri()), content.etag(),
                content.lastModified(), "Mon, 03 Mar 2025 19:00:00 GMT", content.bytes().length,
                request.expectedSha256(), request.contentKey(), false);
        leavePartial(request, bytes, state);
    }

    void leavePartial(DownloadRequest request, int bytes, PartialState state) throws Exception {
        Files.write(PartialPaths.of(request).data(), java.util.Arrays.copyOf(FILE.bytes(), bytes));
        try (java.io.OutputStream out = Files.newOutputStream(PartialPaths.of(request).state())) {
            PartialStateJson.write(state, out);
        }
    }

    static String sha256(Content content) {
        java.security.MessageDigest digest = Sha256.begin();
        digest.update(content.bytes());
        return Sha256.end(digest);
    }

    /** What the user was told. */
    static final class Said implements TransferProgress {
        final List<String> retries = new CopyOnWriteArrayList<>();
        final List<String> notices = new CopyOnWriteArrayList<>();
        volatile long bytes;

        @Override
        public void started(String what, long offset, long total) {
            bytes = offset;
        }

        @Override
        public void advanced(long bytesSoFar) {
            bytes = bytesSoFar;
        }

        @Override
        public void retrying(String why, Duration after) {
            retries.add(why);
        }

        @Override
        public void notice(String text) {
            notices.add(text);
        }
    }
}
