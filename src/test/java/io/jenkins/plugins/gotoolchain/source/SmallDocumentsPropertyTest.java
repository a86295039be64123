package io.jenkins.plugins.gotoolchain.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.pholser.junit.quickcheck.Property;
import com.pholser.junit.quickcheck.runner.JUnitQuickcheck;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.runner.RunWith;

/** What lies in a cache or beside an archive may be anything. */
@RunWith(JUnitQuickcheck.class)
public class SmallDocumentsPropertyTest {

    private static final String URI = "https://mirror.example/?mode=json";

    @Property(trials = 500)
    public void anyBytesInPlaceOfAStoredAnswerAreAbsent(byte[] bytes, int cut) {
        assertThat(StoredAnswer.read(bytes, URI)).isNull();

        byte[] whole = new StoredAnswer(URI, 200, "\"tag\"", Instant.EPOCH, bytes).bytes();
        int length = Math.floorMod(cut, whole.length);
        byte[] spliced = Arrays.copyOf(whole, length + bytes.length);
        System.arraycopy(bytes, 0, spliced, length, bytes.length);
        StoredAnswer read = StoredAnswer.read(spliced, URI);
        if (read != null) {
            assertThat(read.body()).isEqualTo(bytes);
        }
    }

    @Property(trials = 500)
    public void whatIsStoredIsReadAsItWas(byte[] body, boolean tagged) {
        StoredAnswer answer = new StoredAnswer(URI, 200, tagged ? "W/\"x\"" : null, Instant.ofEpochMilli(1_772_000_000_123L), body);
        StoredAnswer read = StoredAnswer.read(answer.bytes(), URI);

        assertThat(read.body()).isEqualTo(body);
        assertThat(read.etag()).isEqualTo(answer.etag());
        assertThat(read.at()).isEqualTo(answer.at());
    }

    @Property(trials = 500)
    public void anyTextHasADigestOrNone(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (String digest : new String[] {DigestText.beside(text, "go1.24.1.linux-amd64.tar.gz"), DigestText.inList(text, "x")}) {
            assertThat(digest == null || DigestClaim.isSha256(digest)).isTrue();
        }
    }
}
