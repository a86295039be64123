package io.jenkins.plugins.gotoolchain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.testing.Content;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.Seen;
import java.nio.file.Files;
import org.junit.Rule;
import org.junit.Test;

/** Going on from a partial, and when not to. */
public class ResumeTest {

    private static final int SIZE = Rig.SIZE;
    private static final int HERE = SIZE / 10 * 9;

    @Rule
    public final Rig rig = new Rig();

    private Seen lastRequest() {
        return rig.server.requests().get(rig.server.requests().size() - 1);
    }

    private void assertIs(Content content, Downloaded got) throws Exception {
        assertThat(got.sha256()).isEqualTo(Rig.sha256(content));
        assertThat(Files.readAllBytes(got.file())).isEqualTo(content.bytes());
    }

    @Test
    public void ofAFileThatIsHereTo90PercentTheLastTenthIsFetched() throws Exception {
        rig.leavePartial(HERE);
        Downloaded got = rig.download();
        assertIs(Rig.FILE, got);
        assertThat(got.fetched()).isEqualTo(SIZE - HERE);
        assertThat(got.resumedFrom()).isEqualTo(HERE);
        assertThat(lastRequest().header("If-Range")).isEqualTo(Rig.FILE.etag());
    }

    @Test
    public void aFileThatChangedSinceStartsAnewInTheSameAnswer() throws Exception {
        rig.leavePartial(HERE);
        rig.server.file("/a.tar.gz", Rig.OTHER);
        Downloaded got = rig.download();
        assertIs(Rig.OTHER, got);
        assertThat(got.attempts()).isEqualTo(1);
        assertThat(got.mixed()).isFalse();
    }

    @Test
    public void aFileThatChangesBetweenTwoAttemptsStartsAnew() throws Exception {
        rig.server.script(Fault.cutAfter(HERE), Fault.none().before(() -> rig.server.file("/a.tar.gz", Rig.OTHER)));
        assertIs(Rig.OTHER, rig.download());
    }

    @Test
    public void aServerThatIgnoresIfRangeIsFoundOutByItsEtag() throws Exception {
        rig.leavePartial(HERE);
        rig.server.file("/a.tar.gz", Rig.OTHER);
        rig.server.script(Fault.none().ignoringIfRange());
        Downloaded got = rig.download();
        assertIs(Rig.OTHER, got);
        assertThat(rig.said.retries).containsExactly("the file at 127.0.0.1 is not the one that was begun");
    }

    @Test
    public void aServerThatIgnoresRangesStartsAnew() throws Exception {
        rig.leavePartial(HERE);
        rig.server.script(Fault.none().ignoringRange());
        Downloaded got = rig.download();
        assertIs(Rig.FILE, got);
        assertThat(got.fetched()).isEqualTo(SIZE);
    }

    @Test
    public void aDateIsTheValidatorWhereThereIsNoEtag() throws Exception {
        Content dated = Rig.FILE.withEtag(null);
        rig.server.file("/a.tar.gz", dated).script(Fault.cutAfter(HERE));
        Downloaded got = rig.download();
        assertIs(Rig.FILE, got);
        assertThat(got.fetched()).isEqualTo(SIZE);
        assertThat(lastRequest().header("If-Range")).isEqualTo(dated.lastModified());
        assertThat(got.mixed()).isFalse();
    }

    @Test
    public void aDateThatIsAsYoungAsTheAnswerIsNoValidator() throws Exception {
        rig.server.file("/a.tar.gz", Rig.FILE.withEtag(null))
                .script(Fault.cutAfter(HERE).header("Date", Rig.FILE.lastModified()));
        Downloaded got = rig.download();
        assertIs(Rig.FILE, got);
        assertThat(lastRequest().header("Range")).isNull();
    }

    @Test
    public void aWeakEtagIsNoValidator() throws Exception {
        rig.server.file("/a.tar.gz", Rig.FILE.withEtag("W/\"1\"")).script(Fault.cutAfter(HERE));
        Downloaded got = rig.download();
        assertIs(Rig.FILE, got);
        assertThat(lastRequest().header("Range")).isNull();
        assertThat(lastRequest().header("If-Range")).isNull();
    }

    @Test
    public void withoutAValidatorAKnownDigestIsEnoughToGoOn() throws Exception {
        rig.server.file("/a.tar.gz", Rig.FILE.withEtag(null).withLastModified(null)).script(Fault.cutAfter(HERE));
        Downloaded got = rig.downloader().download(rig.request(-1, Rig.sha256(Rig.FILE), null));
        assertIs(Rig.FILE, got);
        assertThat(got.fetched()).isEqualTo(SIZE);
        assertThat(lastRequest().header("If-Range")).isNull();
        assertThat(got.mixed()).isFalse();
    }

    @Test
    public void bytesOfAnEarlierRunMayBeDamagedSoACallerWithoutADigestIsTold() throws Exception {
        rig.leavePartial(HERE);
        assertThat(rig.download().mixed()).isTrue();
        DownloadRequest request = rig.request(-1, Rig.sha256(Rig.FILE), null);
        rig.leavePartial(request, HERE);
        assertThat(rig.downloader().download(request).mixed()).isFalse();
    }

    @Test
    public void aWrongDigestWithoutOldBytesIsNotFetchedTwice() throws Exception {
        DownloadRequest request = rig.request(-1, "00".repeat(32), null);
        rig.leavePartial(request, HERE);
        rig.server.script(Fault.none().ignoringRange());
        assertThatThrownBy(() -> rig.downloader().download(request)).isInstanceOf(VerificationException.class);
        assertThat(rig.server.requests()).hasSize(1);
    }

    @Test
    public void withoutAValidatorAMixOfTwoFilesIsFoundByItsDigestAndFetchedAnew() throws Exception {
        Content bare = Rig.FILE.withEtag(null).withLastModified(null);
        DownloadRequest request = rig.request(-1, Rig.sha256(Rig.OTHER), null);
        rig.server.file("/a.tar.gz", Rig.OTHER.withEtag(null).withLastModified(null));
        rig.leavePartial(request, HERE, new PartialState(PartialState.identify(request.uri()), null, null, null,
                bare.bytes().length, request.expectedSha256(), null, false));
        Downloaded got = rig.downloader().download(request);
        assertIs(Rig.OTHER, got);
        assertThat(rig.said.notices.get(0)).contains("wrong digest", "fetched anew");
    }

    @Test
    public void aPartWithoutItsValidatorIsStillOfTheFileThatWasBegun() throws Exception {
        rig.leavePartial(SIZE / 2);
        rig.server.script(Fault.cutAfter(100_000).header("ETag", null).header("Last-Modified", null));
        Downloaded got = rig.download();
        assertIs(Rig.FILE, got);
        assertThat(got.fetched()).isEqualTo(SIZE / 2);
        assertThat(lastRequest().header("If-Range")).isEqualTo(Rig.FILE.etag());
    }

    @Test
    public void anotherPartThanTheOneAskedForIsNotUsed() throws Exception {
        for (String range : new String[] {
            null, "nonsense", "bytes 0-9/10", "bytes 0-3999999/4000000", "bytes 3599999-3999999/4000000",
            "bytes */4000000", "items 3600000-3999999/4000000", "bytes 3600000-4000000/4000000"}) {
            rig.leavePartial(HERE);
            rig.server.script(Fault.none().header("Content-Range", range));
            rig.said.retries.clear();
            Downloaded got = rig.download();
            assertIs(Rig.FILE, got);
            assertThat(rig.said.retries).as(range)
                    .containsExactly("127.0.0.1 answered with another part of the file than the one asked for");
        }
    }

    @Test
    public void anotherTotalMeansAnotherFile() throws Exception {
        rig.leavePartial(HERE);
        rig.server.script(Fault.none().header("Content-Range", "bytes 3600000-3999999/4000001"));
        assertIs(Rig.FILE, rig.download());
        assertThat(rig.said.retries).containsExactly("the file at 127.0.0.1 is not the one that was begun");
    }

    @Test
    public void anUnknownTotalIsTakenFromWhatWasSaidBefore() throws Exception {
        rig.leavePartial(HERE);
        rig.server.script(Fault.none().header("Content-Range", "bytes 3600000-3999999/*"));
        Downloaded got = rig.download();
        assertIs(Rig.FILE, got);
        assertThat(got.fetched()).isEqualTo(SIZE - HERE);
    }

    @Test
    public void aShorterPartThanTheOneAskedForIsGoneOnFrom() throws Exception {
        rig.leavePartial(HERE);
        rig.server.script(Fault.cutAfter(1000)
                .header("Content-Range", "bytes 3600000-3600999/4000000").header("Content-Length", "1000"));
        Downloaded got = rig.download();
        assertIs(Rig.FILE, got);
        assertThat(got.fetched()).isEqualTo(SIZE - HERE);
    }

    @Test
    public void ofAFileThatBecameShorterNothingIsKept() throws Exception {
        rig.leavePartial(HERE);
        Content shorter = new Content(
                java.util.Arrays.copyOf(Rig.FILE.bytes(), 1000), "application/gzip", Rig.FILE.etag(), null);
        rig.server.file("/a.tar.gz", shorter);
        assertIs(shorter, rig.download());
        assertThat(rig.said.retries).containsExactly(
                "127.0.0.1 has fewer bytes than are here already: the file has changed");
    }

    @Test
    public void aWholePartialOfUnknownSizeIsFoundToBeWhole() throws Exception {
        DownloadRequest request = rig.request();
        rig.leavePartial(request, SIZE, new PartialState(PartialState.identify(request.uri()), Rig.FILE.etag(), null,
                null, -1, null, null, false));
        Downloaded got = rig.download();
        assertIs(Rig.FILE, got);
        assertThat(got.fetched()).isZero();
    }

    @Test
    public void ofAWholePartialOneByteIsAskedForToSeeThatItIsStillTheSame() throws Exception {
        rig.leavePartial(SIZE);
        Downloaded got = rig.download();
        assertIs(Rig.FILE, got);
        assertThat(got.fetched()).isEqualTo(1);
        rig.server.file("/a.tar.gz", Rig.OTHER);
        assertIs(Rig.OTHER, rig.download());
    }

    @Test
    public void aWholePartialWithTheRightDigestNeedsNoNetwork() throws Exception {
        DownloadRequest request = rig.request(SIZE, Rig.sha256(Rig.FILE), null);
        rig.leavePartial(request, SIZE);
        rig.server.close();
        Downloaded got = rig.downloader().download(request);
        assertIs(Rig.FILE, got);
        assertThat(got.attempts()).isZero();
        assertThat(got.fetched()).isZero();
    }

    @Test
    public void aDamagedPartialIsFetchedAnewOnceItsDigestIsKnown() throws Exception {
        for (int here : new int[] {1, HERE, SIZE - 1, SIZE}) {
            DownloadRequest request = rig.request(SIZE, Rig.sha256(Rig.FILE), null);
            rig.leavePartial(request, here);
            byte[] bytes = Files.readAllBytes(rig.data());
            bytes[here / 2] ^= 1;
            Files.write(rig.data(), bytes);
            assertIs(Rig.FILE, rig.downloader().download(request));
        }
    }

    @Test
    public void aPartialIsContinuedFromAnotherAddressThatHasTheSameContent() throws Exception {
        DownloadRequest one = rig.request(-1, null, "sha256:1");
        rig.leavePartial(one, HERE);
        rig.server.file("/mirror/a.tar.gz", Rig.FILE.withEtag("\"other\""));
        Downloaded got = rig.downloader().download(one.from(rig.server.uri("/mirror/a.tar.gz")));
        assertIs(Rig.FILE, got);
        assertThat(got.fetched()).isEqualTo(SIZE - HERE);
        assertThat(got.mixed()).isTrue();
        assertThat(lastRequest().header("If-Range")).isNull();
    }

    @Test
    public void aMixedPartialStaysMixedInTheNextRun() throws Exception {
        DownloadRequest one = rig.request(-1, null, "sha256:1");
        rig.leavePartial(one, HERE);
        DownloadRequest mirror = one.from(rig.server.uri("/mirror/a.tar.gz"));
        rig.server.file("/mirror/a.tar.gz", Rig.FILE.withEtag("\"other\"")).script(
                Fault.cutAfter(1000), Fault.status(500, "Down"), Fault.status(500, "Down"));
        assertThatThrownBy(() -> rig.downloader().download(mirror)).isInstanceOf(UnreachableException.class);
        Downloaded got = rig.downloader().download(mirror);
        assertIs(Rig.FILE, got);
        assertThat(got.fetched()).isEqualTo(SIZE - HERE - 1000);
        assertThat(lastRequest().header("If-Range")).isEqualTo("\"other\"");
        assertThat(got.mixed()).isTrue();
    }

    @Test
    public void anotherTotalAtTheOtherAddressStartsAnew() throws Exception {
        DownloadRequest one = rig.request(-1, null, "module:x");
        rig.leavePartial(one, HERE);
        Content longer = Content.random(SIZE + 5, 3);
        rig.server.file("/mirror/a.tar.gz", longer);
        Downloaded got = rig.downloader().download(one.from(rig.server.uri("/mirror/a.tar.gz")));
        assertIs(longer, got);
        assertThat(got.mixed()).isFalse();
    }

    @Test
    public void withoutTheSameContentKeyAnotherAddressStartsAnew() throws Exception {
        rig.leavePartial(rig.request(-1, null, "sha256:1"), HERE);
        rig.server.file("/mirror/a.tar.gz", Rig.OTHER);
        assertIs(Rig.OTHER, rig.downloader().download(
                rig.request(-1, null, "sha256:2").from(rig.server.uri("/mirror/a.tar.gz"))));
        rig.leavePartial(rig.request(), HERE);
        assertIs(Rig.OTHER, rig.downloader().download(rig.request().from(rig.server.uri("/mirror/a.tar.gz"))));
    }

    @Test
    public void anotherExpectedDigestStartsAnew() throws Exception {
        rig.leavePartial(rig.request(-1, "00", null), HERE);
        Downloaded got = rig.downloader().download(rig.request(-1, Rig.sha256(Rig.FILE), null));
        assertThat(got.fetched()).isEqualTo(SIZE);
        assertThat(got.resumedFrom()).isZero();
    }

    @Test
    public void aTruncatedStateFileStartsAnew() throws Exception {
        rig.leavePartial(HERE);
        byte[] state = Files.readAllBytes(PartialPaths.of(rig.request()).state());
        for (int length : new int[] {0, 1, state.length / 2, state.length - 2}) {
            rig.leavePartial(HERE);
            Files.write(PartialPaths.of(rig.request()).state(), java.util.Arrays.copyOf(state, length));
            Downloaded got = rig.download();
            assertIs(Rig.FILE, got);
            assertThat(got.fetched()).isEqualTo(SIZE);
        }
    }

    @Test
    public void bytesWithoutAStateStartAnew() throws Exception {
        Files.write(rig.data(), new byte[HERE]);
        Downloaded got = rig.download();
        assertIs(Rig.FILE, got);
        assertThat(got.fetched()).isEqualTo(SIZE);
    }

    @Test
    public void moreBytesThanTheFileHasStartAnew() throws Exception {
        rig.leavePartial(SIZE);
        Files.write(rig.data(), new byte[10], java.nio.file.StandardOpenOption.APPEND);
        assertIs(Rig.FILE, rig.download());
    }

    @Test
    public void aLoginPageDoesNotCostWhatIsHere() throws Exception {
        rig.leavePartial(HERE);
        rig.server.script(Fault.none().ignoringRange().body("<html>Please log in".getBytes(), "text/html"));
        assertThatThrownBy(rig::download).isInstanceOf(UnreachableException.class);
        assertThat(rig.download().fetched()).isEqualTo(SIZE - HERE);
    }

    @Test
    public void anAnswerOfAnotherSizeDoesNotCostWhatIsHere() throws Exception {
        DownloadRequest request = rig.request(SIZE, Rig.sha256(Rig.FILE), null);
        rig.leavePartial(request, HERE);
        rig.server.script(Fault.none().ignoringRange().body(new byte[] {0x1f, (byte) 0x8b, 8}, "application/gzip"));
        assertThatThrownBy(() -> rig.downloader().download(request)).isInstanceOf(VerificationException.class)
                .hasMessageContaining("has 3 bytes, not the 4,000,000 bytes that it should have");
        assertThat(rig.downloader().download(request).fetched()).isEqualTo(SIZE - HERE);
    }

    @Test
    public void discardLeavesNothingToGoOnFrom() throws Exception {
        rig.leavePartial(HERE);
        Downloader.discard(rig.request());
        assertThat(rig.data()).doesNotExist();
        assertThat(PartialPaths.of(rig.request()).state()).doesNotExist();
        Downloader.discard(rig.request());
    }

    @Test
    public void theStateSaysWhereFromWithoutSecrets() throws Exception {
        DownloadRequest request = rig.request().from(
                java.net.URI.create("http://me:geheim@127.0.0.1:" + rig.server.port() + "/a.tar.gz?token=geheim"));
        rig.server.script(Fault.cutAfter(HERE));
        Downloaded got = rig.downloader().download(request);
        assertThat(got.fetched()).isEqualTo(SIZE);
        assertThat(Files.readString(PartialPaths.of(request).state()))
                .contains("/a.tar.gz", "\"etag\" : ", "\"size\" : 4000000").doesNotContain("geheim", "me:");
    }
}
