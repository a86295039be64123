package io.jenkins.plugins.gotoolchain.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.pholser.junit.quickcheck.Property;
import com.pholser.junit.quickcheck.runner.JUnitQuickcheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.runner.RunWith;

/** Whatever is read: it is refused with an IOException, or it is exactly what the manifest would write. */
@RunWith(JUnitQuickcheck.class)
public class TreeManifestPropertyTest {

    private static final byte[] TEXT = TreeManifest.of(List.of(
                    TreeEntry.file("bin/go", 7, true, "a".repeat(64)),
                    new TreeEntry("pkg/go", 0, false, "b".repeat(64), "../bin/go"),
                    TreeEntry.file("src/x.go", 12, false, "c".repeat(64))))
            .text();

    @Property(trials = 200)
    public void randomBytesAreRefusedOrKept(byte[] bytes) {
        holds(bytes);
    }

    @Property(trials = 200)
    public void randomTextIsRefusedOrKept(String text) {
        holds(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(trials = 2000)
    public void aChangedManifestIsRefusedOrKept(long seed) {
        Random random = new Random(seed);
        byte[] bytes = TEXT.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            byte[] replacements = "\n \t/.-xl0".getBytes(StandardCharsets.US_ASCII);
            bytes[random.nextInt(bytes.length)] = random.nextBoolean()
                    ? (byte) random.nextInt()
                    : replacements[random.nextInt(replacements.length)];
        }
        holds(bytes);
    }

    private static void holds(byte[] bytes) {
        try {
            assertThat(TreeManifest.parse(bytes).text()).isEqualTo(bytes);
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("manifest");
        }
    }
}
