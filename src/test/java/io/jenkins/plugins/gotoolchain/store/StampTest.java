package io.jenkins.plugins.gotoolchain.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.pholser.junit.quickcheck.Property;
import com.pholser.junit.quickcheck.generator.InRange;
import com.pholser.junit.quickcheck.runner.JUnitQuickcheck;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;

@RunWith(JUnitQuickcheck.class)
public class StampTest {

    private static final Stamp STAMP = new Stamp(
            0xfedcba98L,
            749,
            "go1.24.1.linux-amd64",
            "a".repeat(64),
            "h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
            List.of("sha256", "sumdb"),
            1_700_000_000L,
            List.of(new Stamp.Folder("bin", 2), new Stamp.Folder("pkg/tool", 1)),
            List.of(new Stamp.Looked("bin/go", 14314731, 1_700_000_001L, true), new Stamp.Looked("a b", 1, -1, false)));

    @Test
    public void whatIsWrittenIsReadAgain() {
        assertThat(Stamp.parse(STAMP.text())).isEqualTo(STAMP);
    }

    @Test
    public void everyStampCutShortIsNone() {
        byte[] text = STAMP.text();
        for (int length = 0; length < text.length; length++) {
            assertThat(Stamp.parse(Arrays.copyOf(text, length))).as("cut at " + length).isNull();
        }
    }

    @Property(trials = 1000)
    public void aDamagedStampIsNoneOrAnotherOne(@InRange(min = "0", max = "100000") int at, byte with)
            {
        byte[] text = STAMP.text();
        text[at % text.length] = with;
        Stamp read = Stamp.parse(text);
        if (read != null) {
            QuickCheck.agrees(Path.of("nowhere"), read);
        }
    }

    @Property(trials = 300)
    public void bytesThatAreNoStampAreNone(byte[] bytes) {
        assertThat(Stamp.parse(bytes)).isNull();
        byte[] headed = ("go-toolchain-stamp 2\n" + new String(bytes, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.UTF_8);
        assertThat(Stamp.parse(headed)).isNull();
    }
}
