package io.jenkins.plugins.gotoolchain.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.pholser.junit.quickcheck.Property;
import com.pholser.junit.quickcheck.generator.InRange;
import com.pholser.junit.quickcheck.runner.JUnitQuickcheck;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.runner.RunWith;

/** Whatever comes over the wire or lies on the disk: an answer, or an error of the room's own. */
@RunWith(JUnitQuickcheck.class)
public class ParsersPropertyTest {

    private static InputStream wire(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Property(trials = 300)
    public void anyHeaderIsReadOrRefused(String noise, @InRange(minInt = 0, maxInt = 60) int at) {
        String good = "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 1-2/3\r\nETag: \"x\"\r\n\r\n";
        String text = good.substring(0, Math.min(at, good.length())) + noise + good.substring(Math.min(at, good.length()));
        try {
            InputStream in = wire(text);
            StatusLine status = StatusLine.read(in);
            assertThat(status.code()).isBetween(0, 999);
            Headers headers = Headers.read(in);
            ContentRange.parse(headers.first("content-range"));
            Statuses.retryAfter(headers, 1);
        } catch (NotHttp | EOFException e) {
            assertThat(e).hasMessageContaining(" ");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Property(trials = 300)
    public void anyContentRangeIsReadOrNull(String noise, int first, int last, int total) {
        for (String text : new String[] {noise, "bytes " + noise, "bytes " + first + "-" + last + "/" + total,
            "bytes " + first + noise + "/*", "bytes */" + noise}) {
            ContentRange range = ContentRange.parse(text);
            if (range != null && range.first() >= 0) {
                assertThat(range.last()).isGreaterThanOrEqualTo(range.first());
                assertThat(range.total()).satisfiesAnyOf(
                        size -> assertThat(size).isEqualTo(-1), size -> assertThat(size).isGreaterThan(range.last()));
            }
        }
    }

    @Property(trials = 200)
    public void chunksComeOutAsTheyWentInHoweverTheyAreRead(byte[] bytes, @InRange(minInt = 1, maxInt = 9) int chunk)
            throws IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        for (int at = 0; at < bytes.length; at += chunk) {
            int length = Math.min(chunk, bytes.length - at);
            wire.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            wire.write(bytes, at, length);
            wire.write('\r');
            wire.write('\n');
        }
        wire.write("0\r\n\r\nnext".getBytes(StandardCharsets.US_ASCII));
        InputStream in = new ByteArrayInputStream(wire.toByteArray());
        assertThat(new ChunkedBody(in).readAllBytes()).isEqualTo(bytes);
        assertThat(in.readAllBytes()).isEqualTo("next".getBytes(StandardCharsets.US_ASCII));
    }

    @Property(trials = 200)
    public void anyNoiseInChunksIsReadOrRefused(String noise) {
        try {
            new ChunkedBody(wire(noise)).readAllBytes();
        } catch (NotHttp | CutShort e) {
            assertThat(e).hasMessageContaining(" ");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Property(trials = 200)
    public void aStateComesBackAsItWasWritten(String url, String etag, String modified, long size, boolean mixed)
            throws IOException {
        PartialState state = new PartialState(url, etag, modified, null, Math.max(-1, size), null, "key", mixed);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PartialStateJson.write(state, out);
        PartialState read = PartialStateJson.read(new ByteArrayInputStream(out.toByteArray()));
        // half of a surrogate pair is no text: JSON cannot carry it
        if (StandardCharsets.UTF_8.newEncoder().canEncode(url + etag + modified)) {
            assertThat(read).isEqualTo(state);
        }
    }

    @Property(trials = 300)
    public void aDamagedStateIsReadOrNull(String noise, @InRange(minInt = 0, maxInt = 200) int at, boolean cut)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PartialStateJson.write(new PartialState("http://h/a", "\"e\"", "Mon", "Tue", 5, "aa", "key", false), out);
        String good = out.toString(StandardCharsets.UTF_8);
        int where = Math.min(at, good.length());
        String damaged = good.substring(0, where) + noise + (cut ? "" : good.substring(where));
        PartialState read = PartialStateJson.read(new ByteArrayInputStream(damaged.getBytes(StandardCharsets.UTF_8)));
        if (read != null) {
            assertThat(read.url()).isNotNull();
            assertThat(read.size()).isGreaterThanOrEqualTo(-1);
            read.validator();
        }
    }

    @Property(trials = 300)
    public void anyNoProxyIsUnderstoodOrLeftOut(String noise) {
        for (String host : new String[] {"go.dev", "10.1.2.3", "[2001:db8::1]:8080"}) {
            new ProxyRules(noise).useProxy(URI.create("https://" + host + "/"));
            new ProxyRules("x," + noise + ",1.2.3.4/" + noise).useProxy(URI.create("http://" + host + "/"));
        }
    }

    @Property(trials = 300)
    public void anyProxyIsReadOrRefusedWithoutShowingIt(String noise) {
        try {
            ProxySettings.fromEnvironment(Map.of("HTTP_PROXY", noise, "HTTPS_PROXY", "http://u:" + noise + "@h:1"));
        } catch (ConfigurationException e) {
            assertThat(noise.length() > 5 && e.getMessage().contains(noise)).isFalse();
        }
    }

    @Property(trials = 300)
    public void anyLocationIsFollowedToTheWebOrRefused(String noise) {
        for (String location : new String[] {noise, "/" + noise, "//" + noise, "https://" + noise, "http:" + noise}) {
            try {
                URI to = Redirects.follow(URI.create("https://go.dev/dl/x"), location);
                assertThat(to.getScheme()).isEqualToIgnoringCase("https");
                assertThat(to.getHost()).isNotNull();
            } catch (Failed e) {
                assertThat(e.again()).isFalse();
            }
        }
    }
}
