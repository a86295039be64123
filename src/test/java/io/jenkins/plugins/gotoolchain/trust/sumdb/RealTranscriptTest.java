package io.jenkins.plugins.gotoolchain.trust.sumdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What sum.golang.org really answered for Go 1.24.1 on linux/amd64, kept as it came. */
public class RealTranscriptTest {

    private static final String MODULE = "golang.org/toolchain";
    private static final String VERSION = "v0.0.1-go1.24.1.linux-amd64";
    private static final List<String> TILES = List.of(
            "tile/8/3/000.p/3",
            "tile/8/2/003.p/245",
            "tile/8/1/x001/013.p/42",
            "tile/8/0/x259/370.p/1",
            "tile/8/2/002",
            "tile/8/1/534",
            "tile/8/0/x136/897");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private String flipped = "";

    private final SumdbReader transcript = new SumdbReader() {
        @Override
        public Optional<byte[]> read(String path, int mostBytes) {
            asked.add(path);
            byte[] data = recorded(path);
            if (path.equals(flipped)) {
                data[data.length / 2] ^= 1;
            }
            return Optional.ofNullable(data);
        }

        @Override
        public String from() {
            return "a transcript";
        }
    };

    private static byte[] recorded(String path) {
        try (InputStream in = RealTranscriptTest.class.getResourceAsStream("transcript/" + path)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SumdbEntry lookup() throws IOException, InterruptedException {
        return new ChecksumDatabase(SumdbSettings.parse(null).key(), transcript, folder.newFolder().toPath())
                .lookup(MODULE, VERSION);
    }

    @Test
    public void theRealEntryIsProven() throws Exception {
        assertThat(lookup())
                .isEqualTo(new SumdbEntry(
                        "h1:+AbJFFR/Yl0P7OUo47KYyCkJGQwVW2QsKjfJalHZRnM=",
                        "sum.golang.org+033de0ae",
                        35_045_657,
                        66_398_721,
                        "5oXTdOltbW8oy+WAHSPYkUE7FskIY/5ZJCYGy+buJ3g=",
                        "a transcript"));
    }

    @Test
    public void itTakesOneLookUpAndSevenTiles() throws Exception {
        lookup();

        assertThat(asked.get(0)).isEqualTo("lookup/" + MODULE + "@" + VERSION);
        assertThat(asked.subList(1, asked.size())).containsExactlyInAnyOrderElementsOf(TILES);
    }

    @Test
    public void oneFlippedBitInAnyTileIsRefused() {
        for (String tile : TILES) {
            flipped = tile;
            assertThatExceptionOfType(VerificationException.class)
                    .as(tile)
                    .isThrownBy(this::lookup)
                    .withMessageContaining("contradicts a tree it signed");
        }
    }

    @Test
    public void oneFlippedBitAnywhereInTheAnswerIsRefused() throws Exception {
        Path state = folder.newFolder().toPath();
        byte[] answer = recorded("lookup/" + MODULE + "@" + VERSION);
        for (int i = 0; i < answer.length; i += 2) {
            byte[] damaged = Arrays.copyOf(answer, answer.length);
            damaged[i] ^= 1;
            SumdbReader liar = new SumdbReader() {
                @Override
                public Optional<byte[]> read(String path, int mostBytes) {
                    return Optional.ofNullable(path.startsWith("lookup/") ? damaged : recorded(path));
                }

                @Override
                public String from() {
                    return "a damaged transcript";
                }
            };
            assertThatExceptionOfType(IOException.class)
                    .as("byte %d", i)
                    .isThrownBy(() -> new ChecksumDatabase(
                                    SumdbSettings.parse(null).key(), liar, state)
                            .lookup(MODULE, VERSION));
        }
    }
}
