package io.jenkins.plugins.gotoolchain.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.pholser.junit.quickcheck.Property;
import com.pholser.junit.quickcheck.runner.JUnitQuickcheck;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;

/**
 * Whatever the bytes are: either they are refused with an error of the family, or the tree is exactly what the manifest
 * says; and never is anything outside of the staging folder.
 */
@RunWith(JUnitQuickcheck.class)
public class UnpackPropertyTest {

    private static final UnpackLimits SMALL = new UnpackLimits(100, 1 << 20, 1 << 20, 400);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Property(trials = 40)
    public void randomBytesAreRefused(byte[] bytes) throws Exception {
        for (Unpacker unpacker : List.of(new TarGzUnpacker(), new ZipUnpacker(), new ModuleZipUnpacker())) {
            holds(unpacker, bytes);
        }
    }

    @Property(trials = 40)
    public void randomTarsAreRefused(byte[] bytes) throws Exception {
        holds(new TarGzUnpacker(), TarGz.gzip(Arrays.copyOf(bytes, (bytes.length / 512 + 1) * 512)));
    }

    @Property(trials = 150)
    public void aMutatedTarHoldsToItsManifest(long seed) throws Exception {
        byte[] tar = TarGz.toolchain().file("go/a", "x").link("go/b", '2', "a").tar();
        holds(new TarGzUnpacker(), TarGz.gzip(withChecksums(mutated(tar, new Random(seed), 3000))));
    }

    @Property(trials = 60)
    public void aMutatedGzipHoldsToItsManifest(long seed) throws Exception {
        byte[] archive = TarGz.toolchain().gzip();
        holds(new TarGzUnpacker(), mutated(archive, new Random(seed), archive.length));
    }

    @Property(trials = 150)
    public void aMutatedModuleZipHoldsToItsManifest(long seed) throws Exception {
        RawZip zip = RawZip.toolchain(SmallTree.MODULE)
                .add(SmallTree.MODULE + "src/_go.mod", SmallTree.utf8("module std\n"), RawZip::plain)
                .add(SmallTree.MODULE + "src/x/", new byte[0]);
        byte[] archive = zip.bytes();
        holds(new ModuleZipUnpacker(), mutated(archive, new Random(seed), archive.length));
    }

    @Property(trials = 60)
    public void aMutatedZipHoldsToItsManifest(long seed) throws Exception {
        byte[] archive = RawZip.toolchain("go/").bytes();
        holds(new ZipUnpacker(), mutated(archive, new Random(seed), archive.length));
    }

    private void holds(Unpacker unpacker, byte[] archive) throws IOException, InterruptedException {
        Workbench bench = new Workbench(folder);
        try {
            Unpacked unpacked = bench.unpack(unpacker, archive, SmallTree.SHAPE, SMALL);
            assertIsWhatItSays(bench, unpacked);
        } catch (ToolchainException e) {
            assertThat(e.problem()).isNotEmpty();
        }
        bench.assertNothingOutside();
    }

    private static void assertIsWhatItSays(Workbench bench, Unpacked unpacked) throws IOException {
        Set<String> listed = new TreeSet<>();
        for (TreeEntry entry : unpacked.manifest().entries()) {
            listed.add(entry.path());
            if (!entry.isLink()) {
                byte[] content = Files.readAllBytes(bench.staging.resolve(entry.path()));
                assertThat(content).hasSize((int) entry.size());
                assertThat(Sha256.hexOf(content)).isEqualTo(entry.sha256());
            }
        }
        assertThat(bench.found()).isEqualTo(listed);
    }

    /** One to four changes: a bit, a byte, a number at its limits, a piece cut out, doubled, or moved. */
    private static byte[] mutated(byte[] original, Random random, int range) {
        byte[] bytes = original;
        for (int change = random.nextInt(4); change >= 0; change--) {
            bytes = bytes.clone();
            int at = random.nextInt(Math.max(1, Math.min(range, bytes.length)));
            switch (random.nextInt(7)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> bytes[at] = "/.\\:0 \0".getBytes()[random.nextInt(7)];
                case 3 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(8)), (byte) 0xff);
                case 4 -> bytes = spliced(bytes, at, at + random.nextInt(64), at);
                case 5 -> bytes = spliced(bytes, at, at, at + random.nextInt(600));
                default -> bytes = Arrays.copyOf(bytes, bytes.length - random.nextInt(Math.min(64, bytes.length)));
            }
        }
        return bytes;
    }

    /** The bytes without those between two offsets, and with those up to a third one repeated. */
    private static byte[] spliced(byte[] bytes, int from, int to, int repeatTo) {
        int end = Math.min(to, bytes.length);
        int repeat = Math.min(repeatTo, bytes.length);
        byte[] result = new byte[from + (bytes.length - end) + (repeat - from)];
        System.arraycopy(bytes, 0, result, 0, repeat);
        System.arraycopy(bytes, end, result, repeat, bytes.length - end);
        return result;
    }

    /** Makes the headers' checksums agree again, so that more than the checksum is tried. */
    private static byte[] withChecksums(byte[] tar) {
        List<Integer> headers = new ArrayList<>();
        for (int at = 0; at + 512 <= tar.length; at += 512) {
            if (new String(tar, at + 257, 5, java.nio.charset.StandardCharsets.ISO_8859_1).equals("ustar")) {
                headers.add(at);
            }
        }
        headers.forEach(at -> TarGz.retype(tar, at, (char) tar[at + 156]));
        return tar;
    }
}
