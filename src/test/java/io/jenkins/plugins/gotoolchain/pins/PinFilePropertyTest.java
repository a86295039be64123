package io.jenkins.plugins.gotoolchain.pins;

import static org.assertj.core.api.Assertions.assertThat;

import com.pholser.junit.quickcheck.Property;
import com.pholser.junit.quickcheck.generator.InRange;
import com.pholser.junit.quickcheck.runner.JUnitQuickcheck;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.release.KnownPlatforms;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.runner.RunWith;

/** Whatever a file of pins holds: it is read as it was written, or refused with file and line. */
@RunWith(JUnitQuickcheck.class)
public class PinFilePropertyTest {

    private static final String[] PIECES = {
        "go-toolchain.pins", " ", " ", "1", "2", "\n", "\n", "\r\n", "\r", "#", "1.24.1", "1.24", "go1.24.1", "1.25rc1",
        "linux/amd64", "windows/arm64", "linux", "sha256:", "sha256:" + "0".repeat(64), "h1:",
        "h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "\t", "\0", "é", "\ufeff", "="
    };

    private static String fileLike(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(10) == 0 ? "" : "go-toolchain.pins 1\n");
        for (int i = random.nextInt(40); i >= 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static void survives(String text) {
        try {
            PinFile file = PinFile.parse(text, "p");
            assertThat(PinFile.parse(file.text(), "p").pins()).isEqualTo(file.pins());
        } catch (ConfigurationException e) {
            assertThat(e.problem()).matches("(?s)p:[0-9]+ .*").hasLineCount(1);
            assertThat(e.advice()).isNotEmpty();
        }
    }

    static Pin anyPin(Random random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String sha256 = random.nextBoolean() ? HexFormat.of().formatHex(bytes) : "";
        String h1 = sha256.isEmpty() || random.nextBoolean() ? "h1:" + Base64.getEncoder().encodeToString(bytes) : "";
        List<Platform> platforms = KnownPlatforms.list();
        GoVersion version = new GoVersion("1." + (21 + random.nextInt(5)) + (random.nextInt(5) == 0 ? "rc" : ".") + random.nextInt(4));
        return new Pin(version, platforms.get(random.nextInt(platforms.size())), sha256, h1, "");
    }

    @Property(trials = 2000)
    public void textMadeOfItsWords(@InRange(min = "0") long seed) {
        survives(fileLike(new Random(seed)));
    }

    @Property(trials = 300)
    public void anyText(String text) {
        survives(text);
        survives("go-toolchain.pins 1\n" + text);
    }

    @Property(trials = 300)
    public void anyBytes(@InRange(min = "0") long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        survives("go-toolchain.pins 1\n" + new String(bytes, StandardCharsets.UTF_8));
    }

    @Property(trials = 300)
    public void whatIsAddedIsFoundAgainInOrderAndNothingElseChanges(@InRange(min = "0") long seed) throws Exception {
        Random random = new Random(seed);
        PinFile file = PinFile.empty("p");
        List<Pin> wanted = new ArrayList<>();
        for (int i = random.nextInt(20); i >= 0; i--) {
            Pin pin = anyPin(random);
            wanted.removeIf(other -> other.isOf(pin.version(), pin.platform()));
            wanted.add(pin);
            file = file.with(pin);
        }
        Collections.sort(wanted);
        List<Pin> found = PinFile.parse(file.text(), "p").pins().list();
        assertThat(found).extracting(Pin::line).containsExactlyElementsOf(wanted.stream().map(Pin::line).toList());
        assertThat(file.text().lines()).hasSize(found.size() + 1);
    }
}
