package io.jenkins.plugins.gotoolchain.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.Assume.assumeTrue;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What ends unpacking half-way: it ends at once, with one error, and leaves no thread behind. */
public class UnpackFailureTest {

    private static final int MAX_PATH = 4096;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void interruptingEndsATarAtOnce() throws Exception {
        assertInterruptible(new TarGzUnpacker(), manyInTar());
    }

    @Test
    public void interruptingEndsAZipAtOnce() throws Exception {
        assertInterruptible(new ModuleZipUnpacker(), manyInZip());
    }

    @Test
    public void aThreadThatIsInterruptedAlreadyUnpacksNothing() throws Exception {
        for (Unpacker unpacker : new Unpacker[] {new TarGzUnpacker(), new ModuleZipUnpacker()}) {
            Workbench bench = new Workbench(folder);
            byte[] archive = unpacker instanceof TarGzUnpacker ? manyInTar() : manyInZip();
            Files.write(bench.root.resolve("archive"), archive);
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> unpack(unpacker, bench, UnpackProgress.NONE))
                    .isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isFalse();
            assertNoThreads();
        }
    }

    @Test
    public void aLieInTheMiddleOfManyIsTheOneErrorThatSurfaces() throws Exception {
        RawZip zip = RawZip.toolchain(SmallTree.MODULE);
        byte[] content = random(5000);
        for (int i = 0; i < 200; i++) {
            int number = i;
            zip.add(SmallTree.MODULE + "x/" + i, content, member -> member.crc += number == 100 ? 1 : 0);
        }
        assertThat(new Workbench(folder).refused(new ModuleZipUnpacker(), zip.bytes())).contains("x/100\" does not have");
        assertNoThreads();
    }

    @Test
    public void aFileThatCannotBeWrittenIsTheDisksFault() throws Exception {
        assumeTrue("not run: paths have another limit here", System.getProperty("os.name").equals("Linux"));
        String tooLong = "y".repeat(150) + '/' + "z".repeat(150);
        for (Unpacker unpacker : new Unpacker[] {new TarGzUnpacker(), new ModuleZipUnpacker()}) {
            Path archive = folder.newFile().toPath();
            Files.write(
                    archive,
                    unpacker instanceof TarGzUnpacker
                            ? TarGz.toolchain().file("go/" + tooLong, "x").gzip()
                            : RawZip.toolchain(SmallTree.MODULE).add(SmallTree.MODULE + tooLong, new byte[1]).bytes());
            Path staging = folder.newFolder().toPath();
            while (staging.toString().length() < MAX_PATH - 300) {
                staging = Files.createDirectory(staging.resolve("x".repeat(200)));
            }
            Path deep = staging;
            assertThatThrownBy(() -> unpacker.unpack(
                            archive, deep, SmallTree.SHAPE, UnpackLimits.TOOLCHAIN, UnpackProgress.NONE))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(" cannot be written: File name too long");
            assertNoThreads();
        }
    }

    @Test
    public void aFullDiskIsTheDisksFault() throws Exception {
        Path small = folder.newFolder("small").toPath();
        assumeTrue(
                "not run: it needs a file system of 1 MiB, which only root can mount",
                command("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString()));
        try {
            for (Unpacker unpacker : new Unpacker[] {new TarGzUnpacker(), new ModuleZipUnpacker()}) {
                Path archive = folder.newFile().toPath();
                Files.write(archive, unpacker instanceof TarGzUnpacker ? manyInTar() : manyInZip());
                Path staging = Files.createTempDirectory(small, "staging");
                assertThatThrownBy(() -> unpacker.unpack(
                                archive, staging, SmallTree.SHAPE, UnpackLimits.TOOLCHAIN, UnpackProgress.NONE))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("No space left on device");
                assertNoThreads();
            }
        } finally {
            command("umount", small.toString());
        }
    }

    @Test
    public void aProgressThatThrowsEndsAllThreads() throws Exception {
        for (Unpacker unpacker : new Unpacker[] {new TarGzUnpacker(), new ModuleZipUnpacker()}) {
            Workbench bench = new Workbench(folder);
            Files.write(
                    bench.root.resolve("archive"), unpacker instanceof TarGzUnpacker ? manyInTar() : manyInZip());
            assertThatThrownBy(() -> unpack(unpacker, bench, (bytes, total) -> {
                        throw new IllegalStateException("the listener's own fault");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertNoThreads();
        }
    }

    private void assertInterruptible(Unpacker unpacker, byte[] archive) throws Exception {
        Workbench bench = new Workbench(folder);
        Files.write(bench.root.resolve("archive"), archive);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Exception[] thrown = new Exception[1];
        Thread thread = new Thread(() -> {
            try {
                unpack(unpacker, bench, (bytes, total) -> {
                    begun.countDown();
                    await(interrupted);
                });
            } catch (Exception e) {
                thrown[0] = e;
            }
        });
        thread.start();
        begun.await();
        thread.interrupt();
        interrupted.countDown();
        thread.join();
        assertThat(thrown[0]).isInstanceOf(InterruptedException.class);
        assertNoThreads();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Unpacked unpack(Unpacker unpacker, Workbench bench, UnpackProgress progress)
            throws VerificationException, StoreException, InterruptedException {
        return unpacker.unpack(
                bench.root.resolve("archive"), bench.staging, SmallTree.SHAPE, UnpackLimits.TOOLCHAIN, progress);
    }

    private static byte[] manyInTar() {
        TarGz tar = TarGz.toolchain();
        for (int i = 0; i < 16; i++) {
            tar.file("go/large" + i, 0644, random(700_000));
        }
        return tar.gzip();
    }

    private static byte[] manyInZip() {
        RawZip zip = RawZip.toolchain(SmallTree.MODULE);
        for (int i = 0; i < 16; i++) {
            zip.add(SmallTree.MODULE + "large" + i, random(700_000));
        }
        return zip.bytes();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static boolean command(String... words) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void assertNoThreads() {
        Set<String> left = Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("unpack-"))
                .collect(Collectors.toSet());
        assertThat(left).isEmpty();
    }
}
