package io.jenkins.plugins.gotoolchain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pholser.junit.quickcheck.From;
import com.pholser.junit.quickcheck.Property;
import com.pholser.junit.quickcheck.generator.InRange;
import com.pholser.junit.quickcheck.generator.java.lang.Encoded;
import com.pholser.junit.quickcheck.runner.JUnitQuickcheck;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;

@RunWith(JUnitQuickcheck.class)
public class ReceiptJsonTest {

    private static Receipt receipt(String source, String how, long size) throws Exception {
        return new Receipt(
                Receipt.SCHEMA,
                GoVersion.parse("1.24.1"),
                Platform.parse("linux/amd64"),
                source,
                "go1.24.1.linux-amd64.tar.gz",
                size,
                "a".repeat(64),
                List.of("b".repeat(64)),
                List.of(new ReceiptEvidence("sha256", how), new ReceiptEvidence("of a later time", "x"),
                        new ReceiptEvidence("signature", how, "EB4C1BFD4F042F6DDDCCEC917721F63BD38B4796")),
                "c".repeat(64),
                10739,
                size,
                "2026-01-31T23:59:59Z",
                "1.0",
                "go.mod:5 toolchain go1.24.1");
    }

    @Property(trials = 200)
    public void whatIsWrittenIsReadAgain(
            @From(Encoded.class) @Encoded.InCharset("UTF-8") String source,
            @From(Encoded.class) @Encoded.InCharset("UTF-8") String how,
            @InRange(min = "0") long size)
            throws Exception {
        Receipt receipt = receipt(source, how, size);
        assertThat(ReceiptJson.read(ReceiptJson.write(receipt))).isEqualTo(receipt);
    }

    @Property(trials = 500)
    public void bytesThatAreNoReceiptGiveNoErrorButItsOwn(byte[] bytes) {
        onlyItsOwnError(bytes);
    }

    @Property(trials = 1000)
    public void aDamagedReceiptGivesNoErrorButItsOwn(
            @InRange(min = "0", max = "100000") int at, byte with, boolean cut) throws Exception {
        byte[] bytes = ReceiptJson.write(receipt("https://go.dev/dl/", "as claimed by a pin", 82828868));
        int place = at % bytes.length;
        if (cut) {
            bytes = Arrays.copyOf(bytes, place);
        } else {
            bytes[place] = with;
        }
        onlyItsOwnError(bytes);
    }

    private static void onlyItsOwnError(byte[] bytes) {
        try {
            ReceiptJson.read(bytes);
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static String text() throws Exception {
        return new String(ReceiptJson.write(receipt("https://go.dev/dl/", "by a pin", 1)), StandardCharsets.UTF_8);
    }

    private static void assertRefused(String text, String why) {
        assertThatThrownBy(() -> ReceiptJson.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
    }

    @Test
    public void everyFieldThatIsMissingIsNamed() throws Exception {
        for (String field : List.of(
                "schema", "version", "platform", "source", "time", "plugin", "resolvedFrom", "size", "digest", "how")) {
            assertRefused(text().replaceFirst("\"" + field + "\"", "\"other\""), field);
        }
    }

    @Test
    public void aReceiptWithoutEvidenceIsRefused() throws Exception {
        assertRefused(text().replace("\"evidence\"", "\"other\""), "no evidence");
    }

    @Test
    public void aFieldThatComesTwiceIsRefused() throws Exception {
        assertRefused(text().replaceFirst("\"plugin\"", "\"time\""), "\"time\" comes twice");
    }

    @Test
    public void aReceiptFollowedByAnythingIsRefused() throws Exception {
        assertRefused(text() + "{}", "something follows");
    }

    @Test
    public void aReceiptThatIsTooLongIsRefused() throws Exception {
        assertRefused(text() + " ".repeat(ReceiptJson.LIMIT), "longer than");
    }

    @Test
    public void jsonThatIsNestedWithoutEndIsRefused() throws Exception {
        assertRefused(text().replaceFirst("\\{", "{\"x\":" + "[".repeat(5000) + "]".repeat(5000) + ","), "not JSON");
    }

    @Test
    public void aDigestThatIsNoneIsRefused() throws Exception {
        assertRefused(text().replace("c".repeat(64), "C".repeat(64)), "\"tree.digest\" is no SHA-256");
        assertRefused(text().replace("a".repeat(64), ""), "\"archive.sha256\" is no SHA-256");
    }
}
