package io.jenkins.plugins.gotoolchain.buildcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.transfer.Credentials;
import io.jenkins.plugins.gotoolchain.transfer.ProxySettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class CacheProgramTest {

    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(2), Duration.ofMillis(300), 1 << 20, Duration.ofMillis(500));
    private static final String GETS = get(1) + get(2) + get(3) + get(4) + get(5) + get(6) + get(7) + get(8)
            + get(9) + get(10) + get(11) + get(12) + get(13) + get(14) + get(15) + get(16) + get(17) + get(18)
            + get(19) + get(20);

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final List<String> told = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @After
    public void stop() {
        over.countDown();
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    public void whatWasPutIsGot() throws Exception {
        String put = "{\"ID\":1,\"Command\":\"put\",\"ActionID\":\"AQID\",\"OutputID\":\"BAUG\",\"BodySize\":5}\n\n\"aGVsbG8=\"\n";
        String answers = talk(null, put + get(2));
        assertThat(answers).startsWith("{\"ID\":0,\"KnownCommands\":[\"get\",\"put\",\"close\"]}\n")
                .contains("\"ID\":1,\"OutputID\":\"BAUG\",\"Size\":5").endsWith("{\"ID\":99}\n");
        assertThat(Files.readString(folder().resolve("d/04/040506"))).isEqualTo("hello");
        assertThat(talk(null, "{\"ID\":1,\"Command\":\"get\",\"ActionID\":\"AQID\"}\n")).contains("\"Size\":5");
    }

    @Test
    public void anEmptyBodyIsABody() throws Exception {
        talk(null, "{\"ID\":1,\"Command\":\"put\",\"ActionID\":\"AQID\",\"OutputID\":\"BAUG\"}\n\n");
        assertThat(talk(null, "{\"ID\":1,\"Command\":\"get\",\"ActionID\":\"AQID\"}\n")).contains("\"Size\":0");
    }

    @Test
    public void aServerThatFailsIsLeftAlone() throws Exception {
        assertLeftAlone(exchange -> exchange.sendResponseHeaders(500, -1));
    }

    @Test
    public void aServerThatStallsIsLeftAlone() throws Exception {
        assertLeftAlone(exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    public void aServerThatNeverStopsTalkingIsLeftAlone() throws Exception {
        assertLeftAlone(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(new byte[1 << 16]);
            }
        });
    }

    @Test
    public void bytesOtherThanTheRecordsAreAMiss() throws Exception {
        for (byte[] body : List.of("wrong".getBytes(StandardCharsets.UTF_8), new byte[4], new byte[1 << 20], new byte[0])) {
            assertMisses(serve(exchange -> {
                String path = exchange.getRequestURI().getPath();
                byte[] bytes = path.startsWith("/ac/")
                        ? ActionResult.of(new CacheRecord(path.substring(4), "040506", 5, "0".repeat(64), Instant.EPOCH)) : body;
                exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }), get(1));
            assertThat(folder().resolve("d/04/040506")).doesNotExist();
            assertThat(folder().resolve("tmp")).isEmptyDirectory();
            stop();
        }
    }

    @Test
    public void aLoginGoesInAHeaderAndNowhereElse() throws Exception {
        List<String> seen = new ArrayList<>();
        URI uri = serve(exchange -> {
            seen.add(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(404, -1);
        });
        talk(new CacheSettings(folder(), null, uri, new Credentials("u", "secret"), ProxySettings.none(), null, true, 0), get(1));
        assertThat(seen).containsExactly("Basic dTpzZWNyZXQ=");
        assertThat(told.toString()).doesNotContain("secret");
    }

    @Test
    public void anAddressWithAUserOrALoginInTheClearIsRefused() throws Exception {
        assertThatThrownBy(() -> CacheSettings.server("https://u:topsecret@h.test/", false))
                .isInstanceOf(ConfigurationException.class).hasMessageNotContaining("topsecret");
        assertThatThrownBy(() -> CacheSettings.server("http://h.test/", true)).isInstanceOf(ConfigurationException.class);
        assertThat(CacheSettings.server("http://127.0.0.1:80/x", true)).hasToString("http://127.0.0.1:80/x/");
    }

    @Test
    public void evictionTakesWhatIsOldAndNothingThatMayBeInUse() throws Exception {
        CacheFolder cache = new CacheFolder(folder(), Clock.systemUTC());
        for (String name : List.of("0101", "0202", "0303")) {
            Path body = Files.write(cache.temporary(), new byte[1000]);
            cache.publish(body, new CacheRecord(name, name, 1000, "0".repeat(64), Instant.now()));
        }
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
        Files.setLastModifiedTime(cache.body("0101"), old);
        Files.setLastModifiedTime(cache.body("0202"), old);
        CacheFolder another = new CacheFolder(folder(), Clock.systemUTC());
        assertThat(another.find("0202")).isPresent();
        another.evict(1);
        assertThat(cache.body("0101")).doesNotExist();
        assertThat(cache.body("0202")).exists();
        assertThat(cache.body("0303")).exists();
    }

    private void assertLeftAlone(HttpHandler handler) throws Exception {
        assertMisses(serve(handler), GETS);
        assertThat(told).filteredOn(line -> line.contains("is left alone")).hasSize(1);
        assertThat(asked.get()).isLessThanOrEqualTo(20);
    }

    private void assertMisses(URI uri, String requests) throws Exception {
        String answers = talk(new CacheSettings(folder(), null, uri, null, ProxySettings.none(), null, false, 0), requests);
        assertThat(answers).contains("\"Miss\":true").doesNotContain("Err").doesNotContain("DiskPath").endsWith("{\"ID\":99}\n");
    }

    private String talk(CacheSettings settings, String requests) throws Exception {
        CacheSettings used = settings != null ? settings
                : new CacheSettings(folder(), null, null, null, ProxySettings.none(), null, false, 0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CacheProgram(used, told::add, SHORT).serve(new ByteArrayInputStream(
                (requests + "{\"ID\":99,\"Command\":\"close\"}\n").getBytes(StandardCharsets.UTF_8)), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String get(int id) {
        return "{\"ID\":" + id + ",\"Command\":\"get\",\"ActionID\":\"AQI" + (char) ('A' + id) + "\"}\n\n";
    }

    private Path folder() {
        return temporary.getRoot().toPath().resolve("cache");
    }

    private URI serve(HttpHandler handler) throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            try (exchange) {
                handler.handle(exchange);
            }
        });
        server.start();
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }
}
