package io.jenkins.plugins.gotoolchain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.FaultyServer;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.Rule;
import org.junit.Test;

/** What servers say instead of the file, and what the user reads then. */
public class AnswersTest {

    private static final int SIZE = Rig.SIZE;

    @Rule
    public final Rig rig = new Rig();

    private UnreachableException fails() {
        UnreachableException failed = catchThrowableOfType(UnreachableException.class, rig::download);
        assertThat(failed).isNotNull();
        assertThat(failed.advice()).isNotEmpty();
        return failed;
    }

    @Test
    public void whatWillNotChangeIsNotTriedAgain() {
        for (int status : new int[] {400, 401, 403, 404, 407, 410, 451, 501 - 100}) {
            int before = rig.server.requests().size();
            rig.server.script(Fault.status(status, "No"));
            UnreachableException failed = fails();
            assertThat(failed.getMessage()).contains(status + "").contains("127.0.0.1");
            assertThat(rig.server.requests()).hasSize(before + 1);
        }
    }

    @Test
    public void whatMayPassIsTriedAgain() throws Exception {
        for (int status : new int[] {408, 425, 429, 500, 502, 503, 504}) {
            rig.server.script(Fault.status(status, "Later"), Fault.status(status, "Later"));
            assertThat(rig.download().attempts()).isEqualTo(3);
            Downloader.discard(rig.request());
        }
    }

    @Test
    public void retriesEndAndAllAttemptsAreNamed() {
        rig.server.script(Fault.status(503, "Down"), Fault.status(502, "Bad"), Fault.status(500, "Oops"));
        UnreachableException failed = fails();
        assertThat(failed.getMessage()).startsWith(
                "a.tar.gz could not be downloaded from 127.0.0.1: 127.0.0.1 answered 500 Oops.");
        assertThat(failed.tried()).hasSize(3);
        assertThat(failed.tried().get(1)).matches("attempt 2, http://127.0.0.1:\\d+/a.tar.gz: 127.0.0.1 answered 502 Bad");
    }

    @Test
    public void theWaitsGrowWithJitterAndStayBelowTheirTop() throws Exception {
        rig.server.script(Fault.status(503, "Down"), Fault.status(503, "Down"));
        rig.download();
        assertThat(rig.ticker.naps()).hasSize(2);
        assertThat(rig.ticker.naps().get(0)).isLessThan(Duration.ofMillis(500));
        assertThat(rig.ticker.naps().get(1)).isLessThan(Duration.ofMillis(1000));
    }

    @Test
    public void retryAfterIsHonouredToACap() throws Exception {
        rig.server.script(Fault.status(503, "Down").header("Retry-After", "7"),
                Fault.status(429, "Slow").header("Retry-After", "86400"));
        rig.download();
        assertThat(rig.ticker.naps()).containsExactly(Duration.ofSeconds(7), Duration.ofMinutes(2));
    }

    @Test
    public void anAttemptThatGotSomewhereGivesTheRetriesBack() throws Exception {
        Fault[] script = new Fault[12];
        for (int i = 0; i < script.length; i++) {
            script[i] = Fault.cutAfter(SIZE / 20); // 5 %
        }
        rig.server.script(script);
        Downloaded got = rig.download();
        assertThat(got.attempts()).isEqualTo(13);
        assertThat(got.fetched()).isEqualTo(SIZE);
    }

    @Test
    public void anAttemptThatBroughtLittleDoesNot() {
        rig.server.script(Fault.cutAfter(1000), Fault.cutAfter(1000), Fault.cutAfter(1000));
        assertThat(fails().tried()).hasSize(3);
    }

    @Test
    public void aServerThatStartsAnewEachTimeDoesNotGoOnForEver() {
        Fault[] script = new Fault[20];
        for (int i = 0; i < script.length; i++) {
            script[i] = Fault.cutAfter(SIZE / 2).ignoringRange();
        }
        rig.server.script(script);
        // the first attempt was worth something, the others brought nothing new
        assertThat(fails().tried()).hasSize(3);
    }

    @Test
    public void aTrickleEndsWithTheTimeForTheWhole() {
        rig.server.script(Fault.dripAfter(1000));
        UnreachableException failed = fails();
        assertThat(failed.getMessage()).contains("it took longer than 15 min", "what came is kept");
        assertThat(rig.server.requests()).hasSize(1);
    }

    @Test
    public void aWebPageIsNotTakenForAnArchive() {
        rig.server.script(Fault.none().body("<!DOCTYPE html><html>log in".getBytes(), "text/html; charset=utf-8"));
        assertThat(fails().getMessage()).contains("127.0.0.1 answered with a web page instead of the file", "login");
        rig.server.script(Fault.none().body("\n <HTML>".getBytes(), "application/octet-stream"));
        assertThat(fails().getMessage()).contains("web page");
        rig.server.script(Fault.none().body("Bitte anmelden".getBytes(), "text/html"));
        assertThat(fails().getMessage()).contains("web page");
        assertThat(rig.data().toFile().length()).isZero();
    }

    @Test
    public void anArchiveThatIsCalledAPageIsTakenForWhatItIs() throws Exception {
        rig.server.script(Fault.none().header("Content-Type", "text/html"));
        assertThat(rig.download().size()).isEqualTo(SIZE);
    }

    @Test
    public void aPackedAnswerIsRefused() {
        rig.server.script(Fault.none().header("Content-Encoding", "gzip"));
        assertThat(fails().getMessage()).contains("packed once more on its way (Content-Encoding: gzip)");
        assertThat(rig.server.requests().get(0).header("Accept-Encoding")).isEqualTo("identity");
        assertThat(rig.server.requests().get(0).header("Cache-Control")).contains("no-transform");
    }

    @Test
    public void aGzipFileThatIsOnlyCalledEncodedIsTakenIfItHasTheRightLength() throws Exception {
        rig.server.script(Fault.none().header("Content-Encoding", "x-gzip"));
        Downloaded got = rig.downloader().download(rig.request(SIZE, null, null));
        assertThat(got.sha256()).isEqualTo(Rig.sha256(Rig.FILE));
    }

    @Test
    public void aTransferCodingInTheWayIsTriedAgainAndThenRefused() throws Exception {
        Fault coded = Fault.none().header("Transfer-Encoding", "gzip, chunked").header("Content-Length", null);
        rig.server.script(coded);
        assertThat(rig.download().attempts()).isEqualTo(2);
        assertThat(rig.said.retries.get(0)).contains("a transfer coding in the way: gzip, chunked");
    }

    @Test
    public void lengthsThatMakeNoSenseAreTriedAgain() throws Exception {
        for (String length : new String[] {"-5", "many", "", "4000000, 3"}) {
            rig.server.script(Fault.none().header("Content-Length", length));
            assertThat(rig.download().attempts()).as(length).isEqualTo(2);
            Downloader.discard(rig.request());
        }
    }

    @Test
    public void aLengthThatIsTooLongIsAPrematureEnd() throws Exception {
        rig.server.script(Fault.none().header("Content-Length", "4000001"));
        Downloaded got = rig.download();
        assertThat(got.sha256()).isEqualTo(Rig.sha256(Rig.FILE));
        assertThat(rig.said.retries.get(0)).contains("closed after 4000000 of 4000001 bytes");
    }

    @Test
    public void aLengthThatIsTooShortIsFoundByTheExpectedSize() {
        rig.server.script(Fault.none().header("Content-Length", "3999999"));
        assertThatThrownBy(() -> rig.downloader().download(rig.request(SIZE, null, null)))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("has 3,999,999 bytes, not the 4,000,000 bytes that it should have")
                .hasMessageContaining("to do: ");
    }

    @Test
    public void withoutALengthTheExpectedSizeCounts() throws Exception {
        rig.server.script(Fault.none().header("Content-Length", null));
        assertThat(rig.downloader().download(rig.request(SIZE, null, null)).size()).isEqualTo(SIZE);
    }

    @Test
    public void withoutAnyLengthTheEndOfTheConnectionCounts() throws Exception {
        rig.server.script(Fault.none().header("Content-Length", null));
        assertThat(rig.download().size()).isEqualTo(SIZE);
    }

    @Test
    public void garbageBehindTheEndIsNotRead() throws Exception {
        rig.server.script(Fault.none().garbage("<html>appended</html>"));
        assertThat(rig.download().sha256()).isEqualTo(Rig.sha256(Rig.FILE));
    }

    @Test
    public void garbageBehindTheLastChunkIsNotRead() throws Exception {
        rig.server.script(Fault.none().chunked().garbage("<html>appended</html>"));
        assertThat(rig.download().sha256()).isEqualTo(Rig.sha256(Rig.FILE));
    }

    @Test
    public void garbageThatCannotBeToldFromTheFileStartsAnew() throws Exception {
        rig.server.script(Fault.none().header("Content-Length", null).garbage("appended"));
        Downloaded got = rig.downloader().download(rig.request(SIZE, null, null));
        assertThat(got.sha256()).isEqualTo(Rig.sha256(Rig.FILE));
        assertThat(rig.said.retries.get(0)).contains("more bytes came than the 4,000,000 bytes that were announced");
    }

    @Test
    public void chunksWithoutSenseAreTriedAgain() throws Exception {
        for (String body : new String[] {"xyz\r\n", "-4\r\nabcd\r\n", "\r\n", "4\r\nabcdefgh\r\n",
            "fffffffffffff\r\n", "4 4\r\nabcd\r\n"}) {
            rig.server.script(Fault.instead("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body));
            assertThat(rig.download().attempts()).as(body).isEqualTo(2);
            Downloader.discard(rig.request());
        }
    }

    @Test
    public void whatIsNoHttpIsTriedAgain() throws Exception {
        String manyFields = "X: y\r\n".repeat(300);
        for (String answer : new String[] {"SSH-2.0-OpenSSH_9.2\r\n", "\u0015\u0003\u0003\0\2\2\n\n\n\n\n\n\n\n\n\n",
            "HTTP/1.1 abc\r\n\r\n", "HTTP/2.0 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
            "HTTP/1.1 200 OK\r\n folded\r\n\r\n", "HTTP/1.1 200 OK\r\n" + manyFields + "\r\n",
            "HTTP/1.1 200 " + "x".repeat(20_000) + "\r\n\r\n", "HTTP/1.1 100 Continue\r\n\r\n".repeat(20)}) {
            rig.server.script(Fault.instead(answer));
            assertThat(rig.download().attempts()).as(answer.substring(0, 10)).isEqualTo(2);
            Downloader.discard(rig.request());
        }
    }

    @Test
    public void interimAnswersArePassedOver() throws Exception {
        rig.server.script(Fault.instead("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
                + "HTTP/1.0 200 OK\nContent-Length: 2\n\n\u001f\u008b"));
        assertThat(rig.download().size()).isEqualTo(2);
    }

    @Test
    public void anEmptyFileIsAFile() throws Exception {
        rig.server.script(Fault.none().body(new byte[0], "application/gzip"));
        assertThat(rig.download().size()).isZero();
        rig.server.script(Fault.none().body(new byte[0], "application/gzip"));
        assertThat(rig.download().size()).isZero();
    }

    @Test
    public void moreThanTheLimitIsRefusedBeforeItIsFetched() {
        DownloadRequest request = new DownloadRequest(
                rig.server.uri("/a.tar.gz"), -1, null, 1_000_000, rig.folder(), "a.tar.gz", null);
        assertThatThrownBy(() -> rig.downloader().download(request)).isInstanceOf(VerificationException.class)
                .hasMessageContaining("is larger than the limit of 1,000,000 bytes");
        rig.server.script(Fault.none().header("Content-Length", null));
        assertThatThrownBy(() -> rig.downloader().download(request)).isInstanceOf(VerificationException.class)
                .hasMessageContaining("is larger than the limit of 1,000,000 bytes");
    }

    @Test
    public void aWrongDigestIsNeverKept() {
        String wrong = "00".repeat(32);
        VerificationException failed = catchThrowableOfType(VerificationException.class,
                () -> rig.downloader().download(rig.request(SIZE, wrong, null)));
        assertThat(failed.getMessage()).contains(
                wrong, Rig.sha256(Rig.FILE), "http://127.0.0.1:" + rig.server.port() + "/a.tar.gz", "to do: ");
        assertThat(rig.data()).doesNotExist();
        assertThat(rig.server.requests()).hasSize(1);
    }

    @Test
    public void aCutThatCannotBeSeenIsNotAWrongDigest() throws Exception {
        // no length, no chunks, no size known: only the digest tells that something is missing
        rig.server.script(Fault.cutAfter(SIZE / 2).header("Content-Length", null));
        Downloaded got = rig.downloader().download(rig.request(-1, Rig.sha256(Rig.FILE), null));
        assertThat(got.sha256()).isEqualTo(Rig.sha256(Rig.FILE));
        assertThat(got.fetched()).isEqualTo(SIZE);
    }

    @Test
    public void redirectsAreFollowedWithTheRange() throws Exception {
        rig.leavePartial(SIZE / 2);
        rig.server.script(Fault.status(302, "Found").header("Location", "/a.tar.gz?x=1"));
        Downloaded got = rig.download();
        assertThat(got.fetched()).isEqualTo(SIZE / 2);
        assertThat(rig.server.requests().get(1).target()).isEqualTo("/a.tar.gz?x=1");
        assertThat(rig.server.requests().get(1).header("Range")).isEqualTo("bytes=2000000-");
    }

    @Test
    public void namesInOtherScriptsAreAskedForInAscii() throws Exception {
        rig.server.file("/%C3%BC/a.tar.gz", Rig.FILE);
        rig.downloader().download(rig.request().from(new URI("http://127.0.0.1:" + rig.server.port() + "/\u00fc/a.tar.gz")));
        rig.server.script(Fault.status(302, "Found").header("Location", "/\u00fc/a.tar.gz"));
        rig.download();
        assertThat(rig.server.requests()).extracting(seen -> seen.target())
                .containsExactly("/%C3%BC/a.tar.gz", "/a.tar.gz", "/%C3%BC/a.tar.gz");
    }

    @Test
    public void redirectsInACircleEnd() {
        Fault[] circle = new Fault[20];
        for (int i = 0; i < circle.length; i++) {
            circle[i] = Fault.status(301 + (i % 2) * 6, "Moved").header("Location", "/a.tar.gz");
        }
        rig.server.script(circle);
        assertThat(fails().getMessage()).contains("more than 10 redirects");
        assertThat(rig.server.requests()).hasSize(11);
    }

    @Test
    public void redirectsOutOfTheWebAreRefused() {
        for (String location : new String[] {"file:///etc/passwd", "ftp://127.0.0.1/a", "javascript:x", "http:///x"}) {
            rig.server.script(Fault.status(302, "Found").header("Location", location));
            assertThat(fails().getMessage()).contains("redirects to an address that is not of the web");
        }
        rig.server.script(Fault.status(302, "Found").header("Location", "http://[/"));
        assertThat(fails().getMessage()).contains("redirects to what is no address");
    }

    @Test
    public void credentialsGoToTheirOwnAddressOnly() throws Exception {
        try (FaultyServer other = FaultyServer.start().file("/a.tar.gz", Rig.FILE)) {
            rig.network = rig.network.with("http://127.0.0.1:" + rig.server.port(), new Credentials("u", "geheim"));
            rig.server.script(Fault.status(307, "Moved").header("Location", other.uri("/a.tar.gz").toString()));
            rig.download();
            assertThat(rig.server.requests().get(0).header("Authorization")).isEqualTo("Basic dTpnZWhlaW0=");
            assertThat(other.requests().get(0).header("Authorization")).isNull();
        }
    }

    @Test
    public void credentialsInAnAddressAreSentToItAndNeverShown() throws Exception {
        URI uri = URI.create("http://u:geheim@127.0.0.1:" + rig.server.port() + "/a.tar.gz");
        rig.server.script(Fault.status(401, "Unauthorized"));
        assertThatThrownBy(() -> rig.downloader().download(rig.request().from(uri)))
                .isInstanceOf(UnreachableException.class)
                .hasMessageNotContaining("geheim").hasMessageContaining("credentials");
        assertThat(rig.server.requests().get(0).header("Authorization")).isEqualTo("Basic dTpnZWhlaW0=");
        assertThat(rig.server.requests().get(0).target()).isEqualTo("/a.tar.gz");
    }

    @Test
    public void aHostWithoutANameIsSaid() {
        assertThatThrownBy(() -> rig.downloader().download(
                rig.request().from(URI.create("http://no-such-host.invalid/a.tar.gz"))))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("the name of no-such-host.invalid is not known here")
                .hasMessageContaining("HTTPS_PROXY");
    }

    @Test
    public void aPortThatNobodyListensOnIsSaid() throws Exception {
        URI uri = rig.server.uri("/a.tar.gz");
        rig.server.close();
        assertThatThrownBy(() -> rig.downloader().download(rig.request().from(uri)))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("127.0.0.1:" + uri.getPort() + " refused the connection");
    }

    @Test
    public void whatIsNoAddressOfTheWebIsSaid() {
        for (String address : new String[] {"ftp://host/a", "http:///a", "mailto:x@y"}) {
            assertThatThrownBy(() -> rig.downloader().download(rig.request().from(URI.create(address))))
                    .isInstanceOf(UnreachableException.class).hasMessageContaining("There is nothing to be had from");
        }
    }

    @Test
    public void aFileOfThisMachineIsCopiedWithItsDigest() throws Exception {
        java.nio.file.Path source = rig.folder().resolve("source.bin");
        Files.write(source, Rig.FILE.bytes());
        Downloaded got = rig.downloader().download(rig.request(SIZE, Rig.sha256(Rig.FILE), null).from(source.toUri()));
        assertThat(Files.readAllBytes(got.file())).isEqualTo(Rig.FILE.bytes());
        assertThatThrownBy(() -> rig.downloader().download(rig.request(SIZE, "00", null).from(source.toUri())))
                .isInstanceOf(VerificationException.class).hasMessageContaining(Rig.sha256(Rig.FILE));
        assertThatThrownBy(() -> rig.downloader().download(rig.request(5, null, null).from(source.toUri())))
                .isInstanceOf(VerificationException.class).hasMessageContaining("4,000,000 bytes, not the 5 bytes");
        assertThatThrownBy(() -> rig.downloader().download(rig.request().from(URI.create("file:///no/such/file"))))
                .isInstanceOf(UnreachableException.class).hasMessageContaining("There is no file /no/such/file");
    }
}
