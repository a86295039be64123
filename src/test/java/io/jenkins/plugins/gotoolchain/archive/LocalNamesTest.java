package io.jenkins.plugins.gotoolchain.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Go's own tests have names beyond ASCII; many agents run with the locale C, where Java can write ASCII only. */
public class LocalNamesTest {

    private static final String TEST = "go/test/fixedbugs/issue27836.dir/\u00c4foo.go";
    private static final String SOURCE = "go/src/\u00c4foo.go";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void withTheLocaleCTestsOfSuchNamesAreLeftOutAndSaid() throws Exception {
        for (byte[] archive : List.of(tar(TEST), zip(TEST))) {
            assertThat(child("C", archive)).startsWith("3 files").contains("left out: 1");
        }
    }

    @Test
    public void withTheLocaleCASourceOfSuchANameIsAnErrorThatSaysWhatToDo() throws Exception {
        for (byte[] archive : List.of(tar(SOURCE), zip(SOURCE))) {
            assertThat(child("C", archive)).contains("cannot be written").contains("LC_ALL=C.UTF-8");
        }
    }

    @Test
    public void withUtf8EveryNameIsWritten() throws Exception {
        for (byte[] archive : List.of(tar(TEST), zip(TEST), tar(SOURCE), zip(SOURCE))) {
            assertThat(child("C.UTF-8", archive)).startsWith("4 files").contains("left out: 0");
        }
    }

    private static byte[] tar(String name) {
        return TarGz.toolchain().file(name, 0644, new byte[70_000]).gzip();
    }

    private static byte[] zip(String name) {
        return RawZip.toolchain("go/").add(name, new byte[70_000]).bytes();
    }

    /** Unpacks in a Java with another locale, which cannot be changed in a running one. */
    private String child(String locale, byte[] archive) throws IOException, InterruptedException {
        boolean zip = archive[0] == 'P';
        Path file = Files.write(folder.newFolder().toPath().resolve(zip ? "archive.zip" : "archive.tar.gz"), archive);
        Path staging = folder.newFolder().toPath();
        Path output = folder.newFile().toPath();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                file.toString(),
                staging.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        builder.environment().put("LC_ALL", locale);
        builder.redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
        return Files.readString(output);
    }

    /** What the other Java runs. */
    static final class Child {
        public static void main(String[] args) throws InterruptedException {
            Path archive = Path.of(args[0]);
            Unpacker unpacker = args[0].endsWith(".zip") ? new ZipUnpacker() : new TarGzUnpacker();
            try {
                Unpacked unpacked = unpacker.unpack(
                        archive, Path.of(args[1]), SmallTree.SHAPE, UnpackLimits.TOOLCHAIN, UnpackProgress.NONE);
                System.out.println(
                        unpacked.manifest().files() + " files, left out: " + unpacked.leftOut().size());
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
