package io.jenkins.plugins.gotoolchain.trust.sumdb;

import static io.jenkins.plugins.gotoolchain.trust.sumdb.OwnDatabase.HASH;
import static io.jenkins.plugins.gotoolchain.trust.sumdb.OwnDatabase.LOOKUP;
import static io.jenkins.plugins.gotoolchain.trust.sumdb.OwnDatabase.MODULE;
import static io.jenkins.plugins.gotoolchain.trust.sumdb.OwnDatabase.VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.transfer.HttpGet;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import io.jenkins.plugins.gotoolchain.transfer.Ticker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** How the database is found and read, over real HTTP on loopback. */
public class HttpSumdbTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final OwnDatabase database = OwnDatabase.ofSize(1000);
    private final Map<String, Integer> statuses = new HashMap<>();
    private final Map<String, String> redirects = new HashMap<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    /** One for all tests, since ending one takes long; each test answers in its turn. */
    private static HttpServer server;

    private static volatile HttpHandler answering;

    @BeforeClass
    public static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answering.handle(exchange));
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterClass
    public static void stop() {
        server.stop(0);
        ((ExecutorService) server.getExecutor()).shutdown();
    }

    @Before
    public void takeOver() {
        answering = this::serve;
    }

    /** Proxies below /a and /b carry the database; it is itself below /direct, and moved from /moved. */
    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(path);
        String redirect = redirects.get(path);
        if (redirect != null) {
            exchange.getResponseHeaders().add("Location", redirect);
        }
        int status = statuses.getOrDefault(path, redirect == null ? 200 : 302);
        byte[] body = status == 200 ? body(path) : new byte[0];
        exchange.sendResponseHeaders(body == null ? 404 : status, body == null || body.length == 0 ? -1 : body.length);
        if (body != null && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private byte[] body(String path) {
        if (path.endsWith("/supported")) {
            return new byte[0];
        }
        String name = "/sum.example.com/";
        int at = path.startsWith("/direct/") ? "/direct/".length() : path.indexOf(name) + name.length();
        return database.read(path.substring(at), 0).orElse(null);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static HttpGet http() {
        return new HttpGet(Network.direct(Profile.INTRANET), new ImpatientTicker(), new Random(1));
    }

    private HttpSumdb reader(String settings, SumdbProxy... proxies) throws IOException {
        return new HttpSumdb(SumdbSettings.parse(settings), List.of(proxies), http());
    }

    private HttpSumdb throughProxies(SumdbProxy... proxies) throws IOException {
        return reader(database.key.text(), proxies);
    }

    private SumdbEntry lookup(SumdbReader reader) throws IOException, InterruptedException {
        return new ChecksumDatabase(database.key.verifier(), reader, folder.newFolder().toPath()).lookup(MODULE, VERSION);
    }

    @Test
    public void aProxyThatCarriesTheDatabaseIsUsedForAllOfIt() throws Exception {
        SumdbEntry entry = lookup(throughProxies(new SumdbProxy(at("/a"), false)));

        assertThat(entry.moduleHash()).isEqualTo(HASH);
        assertThat(entry.from()).isEqualTo(at("/a/sumdb/sum.example.com").toString());
        assertThat(requests.get(0)).isEqualTo("/a/sumdb/sum.example.com/supported");
        assertThat(requests).allMatch(path -> path.startsWith("/a/sumdb/sum.example.com/"));
        assertThat(requests.stream().filter(path -> path.endsWith("/supported"))).hasSize(1);
    }

    @Test
    public void aProxyWithoutTheDatabaseIsPassedOver() throws Exception {
        for (int status : new int[] {404, 410}) {
            statuses.put("/a/sumdb/sum.example.com/supported", status);

            assertThat(lookup(throughProxies(new SumdbProxy(at("/a"), false), new SumdbProxy(at("/b/"), false)))
                            .from())
                    .isEqualTo(at("/b/sumdb/sum.example.com").toString());
        }
    }

    @Test
    public void aProxyThatForbidsIsNotPassedOver() throws Exception {
        statuses.put("/a/sumdb/sum.example.com/supported", 403);
        HttpSumdb reader = throughProxies(new SumdbProxy(at("/a"), false), new SumdbProxy(at("/b"), false));

        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> lookup(reader))
                .withMessageContaining("answered with status 403");
        assertThat(requests).allMatch(path -> path.startsWith("/a/"));
    }

    @Test
    public void aProxyInTroubleIsPassedOverOnlyWhereTheListSaysSo() throws Exception {
        statuses.put("/a/sumdb/sum.example.com/supported", 500);

        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() ->
                        lookup(throughProxies(new SumdbProxy(at("/a"), false), new SumdbProxy(at("/b"), false))));
        assertThat(lookup(throughProxies(new SumdbProxy(at("/a"), true), new SumdbProxy(at("/b"), false)))
                        .from())
                .contains("/b/");
    }

    @Test
    public void withoutAProxyTheDatabaseItselfIsMeant() throws Exception {
        assertThat(throughProxies().from()).isEqualTo("https://sum.example.com");
        statuses.put("/a/sumdb/sum.example.com/supported", 404);
        assertThat(throughProxies(new SumdbProxy(at("/a"), false)).from()).isEqualTo("https://sum.example.com");
    }

    @Test
    public void anAddressInTheSettingsGoesBeforeAllProxies() throws Exception {
        HttpSumdb reader = reader(database.key.text() + " " + at("/direct"), new SumdbProxy(at("/a"), false));

        assertThat(lookup(reader).from()).isEqualTo(at("/direct").toString());
        assertThat(requests).allMatch(path -> path.startsWith("/direct/"));
    }

    @Test
    public void onceAProxyIsChosenThereIsNoOtherRoad() throws Exception {
        statuses.put("/a/sumdb/sum.example.com/" + LOOKUP, 404);

        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() ->
                        lookup(throughProxies(new SumdbProxy(at("/a"), true), new SumdbProxy(at("/b"), false))))
                .withMessageContaining("has no entry");
        assertThat(requests).allMatch(path -> path.startsWith("/a/"));
    }

    @Test
    public void aRedirectedAnswerIsProvenLikeAnyOther() throws Exception {
        redirects.put("/a/sumdb/sum.example.com/" + LOOKUP, at("/direct/" + LOOKUP).toString());

        assertThat(lookup(throughProxies(new SumdbProxy(at("/a"), false))).moduleHash()).isEqualTo(HASH);
    }

    @Test
    public void anAnswerThatIsFarTooLongIsNoAnswer() throws Exception {
        database.lie(LOOKUP, truth -> new byte[2 << 20]);

        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> lookup(throughProxies(new SumdbProxy(at("/a"), false))));
    }

    @Test
    public void aTileThatIsTooLongIsNoAnswer() throws Exception {
        database.lie("tile/8/0/001", truth -> new byte[8193]);

        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> lookup(throughProxies(new SumdbProxy(at("/a"), false))));
    }

    @Test
    public void aSecretInAProxysAddressIsNeverShown() throws Exception {
        URI secret = URI.create("http://user:hunter2@127.0.0.1:" + server.getAddress().getPort() + "/a?token=hunter3");
        database.lie(LOOKUP, truth -> null);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> lookup(throughProxies(new SumdbProxy(secret, false))))
                .withMessageNotContaining("hunter");
    }

    @Test
    public void aFolderCanCarryTheDatabase() throws Exception {
        lookup(throughProxies(new SumdbProxy(at("/a"), false)));
        Path proxy = folder.newFolder("proxy").toPath();
        for (String request : requests) {
            Path file = proxy.resolve(request.substring("/a/".length()));
            Files.createDirectories(file.getParent());
            Files.write(file, Optional.ofNullable(body(request)).orElse(new byte[0]));
        }
        requests.clear();

        assertThat(lookup(throughProxies(new SumdbProxy(proxy.toUri(), false))).moduleHash()).isEqualTo(HASH);
        assertThat(requests).isEmpty();
    }

    @Test
    public void aFolderWithoutTheDatabaseIsPassedOver() throws Exception {
        assertThat(throughProxies(new SumdbProxy(folder.newFolder().toURI(), false)).from())
                .isEqualTo("https://sum.example.com");
    }

    private static final class ImpatientTicker implements Ticker {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public long epochMillis() {
            return System.currentTimeMillis();
        }

        @Override
        public void sleep(Duration time) {
            // the waits between attempts are not what is tested here
        }
    }
}
