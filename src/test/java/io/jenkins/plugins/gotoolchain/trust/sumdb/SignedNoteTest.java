package io.jenkins.plugins.gotoolchain.trust.sumdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import com.pholser.junit.quickcheck.Property;
import com.pholser.junit.quickcheck.generator.InRange;
import com.pholser.junit.quickcheck.runner.JUnitQuickcheck;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.Test;
import org.junit.runner.RunWith;

@RunWith(JUnitQuickcheck.class)
public class SignedNoteTest {

    private static final String TEXT = "go.sum database tree\n2\nnND/nri/U0xuHUrYSy0HtMeal2vzD9V4k/BO79C+QeI=\n";
    private static final TestKey KEY = new TestKey("sum.example.com");
    private static final TestKey STRANGER = new TestKey("witness.example.com");
    private static final String NOTE = TEXT + "\n" + KEY.sign(TEXT);

    private static String open(String note) throws Exception {
        return SignedNote.open(note, KEY.verifier());
    }

    @Test
    public void theTextIsAllBeforeTheBlankLineWithItsNewline() throws Exception {
        assertThat(open(NOTE)).isEqualTo(TEXT);
    }

    @Test
    public void theTextMayHaveBlankLines() throws Exception {
        String text = "one\n\ntwo\n";
        assertThat(open(text + "\n" + KEY.sign(text))).isEqualTo(text);
    }

    @Test
    public void signaturesOfStrangersAreIgnoredBeforeAndBehind() throws Exception {
        String note = TEXT + "\n" + STRANGER.sign(TEXT) + KEY.sign(TEXT) + STRANGER.sign("something else\n");
        assertThat(open(note)).isEqualTo(TEXT);
    }

    @Test
    public void theSameKeyMaySignTwice() throws Exception {
        assertThat(open(NOTE + KEY.sign(TEXT))).isEqualTo(TEXT);
    }

    @Test
    public void aKeyOfTheSameNameIsAStranger() {
        TestKey namesake = new TestKey("sum.example.com");
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> open(TEXT + "\n" + namesake.sign(TEXT)))
                .withMessageContaining("not signed by " + KEY.verifier().id());
    }

    @Test
    public void theRightKeyUnderAnotherNameIsAStranger() {
        String line = TestKey.line("other.example.com", KEY.hash(), KEY.signature(TEXT));
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> open(TEXT + "\n" + line))
                .withMessageContaining("not signed by sum.example.com");
    }

    @Test
    public void aSignatureOfAnotherTextIsRefusedEvenBehindAGoodStranger() {
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> open(TEXT + "\n" + STRANGER.sign(TEXT) + KEY.sign(TEXT + "3\n")))
                .withMessageContaining("claims to be signed by")
                .withMessageContaining("nND/nri/");
    }

    @Test
    public void aSignatureThatIsCutShortIsRefused() {
        String line = TestKey.line("sum.example.com", KEY.hash(), Arrays.copyOf(KEY.signature(TEXT), 63));
        assertThatExceptionOfType(VerificationException.class).isThrownBy(() -> open(TEXT + "\n" + line));
    }

    @Test
    public void whatIsNoSignedNoteIsMalformed() {
        String signature = KEY.sign(TEXT);
        String[] malformed = {
            "",
            "\n",
            "\n\n",
            TEXT,
            TEXT + "\n",
            TEXT + signature,
            TEXT + "\n" + signature.substring(0, signature.length() - 1),
            TEXT + "\n" + signature + "\n",
            TEXT + "\n" + signature + "and so on\n",
            TEXT + "\n" + signature.replace("— ", "- "),
            TEXT + "\n" + signature.replace("— ", "—  "),
            TEXT + "\n— sum.example.com\n" + signature,
            TEXT + "\n— sum.example.com \n" + signature,
            TEXT + "\n— sum.example.com AAAA\n" + signature,
            TEXT + "\n— sum.example.com AAAAAAA\n" + signature,
            TEXT + "\n— sum.example.com AAAAAAB=\n" + signature,
            TEXT + "\n— sum.example.com AAAA AAA=\n" + signature,
            TEXT + "\n— sum+example AAAAAAA=\n" + signature,
            TEXT + "\n— sum\u00a0example AAAAAAA=\n" + signature,
            TEXT + "\n" + signature.replace("\n", "\r\n"),
        };
        for (String note : malformed) {
            assertThatExceptionOfType(MalformedException.class).as(note).isThrownBy(() -> open(note));
        }
    }

    @Test
    public void aHundredSignaturesAreReadAndNoMore() throws Exception {
        String strangers = STRANGER.sign(TEXT).repeat(99);
        assertThat(open(TEXT + "\n" + strangers + KEY.sign(TEXT))).isEqualTo(TEXT);

        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> open(TEXT + "\n" + strangers + KEY.sign(TEXT) + STRANGER.sign(TEXT)));
    }

    @Property(trials = 500)
    public void noDamageIsEverAcceptedOrEndsInAnotherException(@InRange(minInt = 0) int seed) throws Exception {
        byte[] bytes = NOTE.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(seed);
        for (int i = 0; i <= random.nextInt(3); i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] ^= 1 << random.nextInt(8);
                case 1 -> bytes = Arrays.copyOf(bytes, at + 1);
                default -> bytes[at] = "\n +—=A".getBytes(StandardCharsets.UTF_8)[random.nextInt(8)];
            }
        }
        try {
            String text = open(PlainText.decode(bytes));
            assertThat(text).isEqualTo(TEXT);
        } catch (MalformedException | VerificationException expected) {
            return;
        } catch (RuntimeException e) {
            fail("of its own are only two", e);
        }
    }

    @Test
    public void textWithControlCharactersOrBadUtf8IsMalformed() {
        byte[][] bad = {
            "a\tb\n".getBytes(StandardCharsets.UTF_8),
            "a\r\n".getBytes(StandardCharsets.UTF_8),
            "a\0\n".getBytes(StandardCharsets.UTF_8),
            {'a', (byte) 0xff, '\n'},
            {(byte) 0xc0, (byte) 0x80},
            {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
        };
        for (byte[] bytes : bad) {
            assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> PlainText.decode(bytes));
        }
    }
}
