package io.jenkins.plugins.gotoolchain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.testing.Content;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import java.net.URI;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class HttpGetTest {

    private static final String INDEX_TEXT = "[{\"version\":\"go1.24.1\"}]";
    private static final Content INDEX = Content.text("application/json", INDEX_TEXT);

    @Rule
    public final Rig rig = new Rig();

    private URI uri;

    @Before
    public void index() {
        rig.server.file("/index", INDEX);
        uri = rig.server.uri("/index?mode=json");
    }

    private Answer get() throws Exception {
        return rig.get().get(uri, null, 1000);
    }

    @Test
    public void aDocumentComesWithItsEtag() throws Exception {
        Answer answer = get();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("[{\"version\":\"go1.24.1\"}]");
        assertThat(answer.etag()).isEqualTo(INDEX.etag());
        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(rig.server.requests().get(0).target()).isEqualTo("/index?mode=json");
    }

    @Test
    public void whatDidNotChangeIsNotSentAgain() throws Exception {
        Answer answer = rig.get().get(uri, INDEX.etag(), 1000);
        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    public void thatThereIsNoneIsAnAnswer() throws Exception {
        for (int status : new int[] {403, 404, 410}) {
            rig.server.script(Fault.status(status, "No"));
            assertThat(get().status()).isEqualTo(status);
        }
        assertThat(rig.server.requests()).hasSize(3);
    }

    @Test
    public void faultsOfTheLineAreTriedAgain() throws Exception {
        rig.server.script(Fault.cutAfter(5), Fault.resetInHeader(10));
        assertThat(get().isOk()).isTrue();
        rig.server.script(Fault.stallAfter(5), Fault.stallInHeader(0));
        assertThat(get().isOk()).isTrue();
        rig.server.script(Fault.none().chunked(), Fault.none().header("Content-Length", null));
        assertThat(get().text()).isEqualTo(get().text());
    }

    @Test
    public void whenAllIsTriedTheMessageSaysSo() {
        rig.server.script(Fault.status(503, "Down"), Fault.cutAfter(3), Fault.stallAfter(3));
        assertThatThrownBy(this::get).isInstanceOf(UnreachableException.class)
                .hasMessageContaining("/index could not be fetched: not a byte came for 5 s.")
                .hasMessageContaining("answered 503 Down").hasMessageContaining("closed after 3 of 24 bytes")
                .hasMessageNotContaining("mode=json");
    }

    @Test
    public void aDocumentThatIsTooLargeIsRefused() {
        for (Fault fault : new Fault[] {Fault.none(), Fault.none().header("Content-Length", null),
            Fault.none().chunked()}) {
            rig.server.script(fault);
            assertThatThrownBy(() -> rig.get().get(uri, null, 23)).isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("larger than 23 bytes");
        }
    }

    @Test
    public void aDocumentAsLargeAsTheLimitIsTaken() throws Exception {
        assertThat(rig.get().get(uri, null, 24).body()).hasSize(24);
    }

    @Test
    public void aPackedDocumentIsRefused() {
        rig.server.script(Fault.none().header("Content-Encoding", "br"));
        assertThatThrownBy(this::get).hasMessageContaining("packed (Content-Encoding: br)");
    }

    @Test
    public void lookSaysWhetherThereIsAFileWithoutFetchingIt() throws Exception {
        assertThat(rig.get().look(rig.server.uri("/a.tar.gz")).status()).isEqualTo(200);
        assertThat(rig.server.bodyBytes()).isLessThanOrEqualTo(Rig.SIZE);
        assertThat(rig.get().look(rig.server.uri("/none.tar.gz")).isMissing()).isTrue();
        rig.server.script(Fault.none().ignoringRange());
        assertThat(rig.get().look(rig.server.uri("/a.tar.gz")).isOk()).isTrue();
    }

    @Test
    public void credentialsGoWithTheLongestPrefixAtABoundary() throws Exception {
        String origin = "http://127.0.0.1:" + rig.server.port();
        rig.server.file("/go/x/index", INDEX).file("/gopher/index", INDEX);
        rig.network = rig.network.with(origin + "/go", new Credentials("a", "1"))
                .with(origin + "/go/x/", new Credentials("b", "2"));
        rig.get().get(rig.server.uri("/go/x/index"), null, 1000);
        rig.get().get(rig.server.uri("/gopher/index"), null, 1000);
        rig.get().get(rig.server.uri("/go/y"), null, 1000);
        rig.get().get(rig.server.uri("/go/x/../../index"), null, 1000);
        assertThat(rig.server.requests()).extracting(seen -> seen.header("Authorization")).containsExactly(
                new Credentials("b", "2").basic(), null, new Credentials("a", "1").basic(), null);
    }

    @Test
    public void oneConnectionServesManyRequests() throws Exception {
        rig.server.keepingConnections();
        HttpGet http = rig.get();
        for (int i = 0; i < 3; i++) {
            assertThat(http.get(uri, null, 1000).isOk()).isTrue();
            assertThat(http.get(uri, INDEX.etag(), 1000).status()).isEqualTo(304);
            assertThat(http.get(rig.server.uri("/none"), null, 1000).isMissing()).isTrue();
            rig.server.script(Fault.none().chunked());
            assertThat(http.get(uri, null, 1000).text()).isEqualTo(INDEX_TEXT);
        }
        assertThat(rig.server.connections()).isEqualTo(1);
    }

    @Test
    public void aKeptConnectionThatWasClosedMeanwhileIsNoFailure() throws Exception {
        rig.server.keepingConnections();
        HttpGet http = rig.get();
        http.get(uri, null, 1000);
        rig.server.script(Fault.cutInHeader(0));
        assertThat(http.get(uri, null, 1000).isOk()).isTrue();
        rig.server.script(Fault.resetInHeader(0));
        assertThat(http.get(uri, null, 1000).isOk()).isTrue();
        assertThat(rig.ticker.naps()).isEmpty();
        assertThat(rig.server.connections()).isEqualTo(3);
    }

    @Test
    public void whatIsLeftBehindAnAnswerIsNotTakenForTheNextOne() throws Exception {
        rig.server.keepingConnections();
        HttpGet http = rig.get();
        rig.server.script(Fault.none().garbage("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil"));
        assertThat(http.get(uri, null, 1000).text()).isEqualTo(INDEX_TEXT);
        assertThat(http.get(uri, null, 1000).text()).isEqualTo(INDEX_TEXT);
        assertThat(rig.server.connections()).isEqualTo(2);
    }

    @Test
    public void aConnectionIsKeptForSecondsOnly() throws Exception {
        rig.server.keepingConnections();
        HttpGet http = rig.get();
        http.get(uri, null, 1000);
        rig.ticker.advance(java.time.Duration.ofSeconds(6));
        http.get(uri, null, 1000);
        assertThat(rig.server.requests()).hasSize(2);
    }

    @Test
    public void anInterruptEndsIt() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(this::get).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }
}
