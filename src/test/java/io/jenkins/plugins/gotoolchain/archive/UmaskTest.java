package io.jenkins.plugins.gotoolchain.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Whatever the umask of the process: nobody but its owner can write to a toolchain. */
public class UmaskTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Before
    public void needModes() {
        assumeTrue(
                "not run: there are no modes here",
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    }

    @Test
    public void aLaxUmaskLetsNobodyElseWrite() throws Exception {
        for (String umask : new String[] {"000", "002", "022"}) {
            assertModes(umask, "rw-r--r--", "rwxr-xr-x");
        }
    }

    @Test
    public void aStrictUmaskIsHonoured() throws Exception {
        assertModes("027", "rw-r-----", "rwxr-x---");
        assertModes("077", "rw-------", "rwx------");
    }

    private void assertModes(String umask, String plain, String executable) throws Exception {
        Path archive = TarGz.toolchain().in(folder.newFolder().toPath());
        Path staging = folder.newFolder().toPath();
        int code = new ProcessBuilder(
                        "sh",
                        "-c",
                        "umask " + umask + " && exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LocalNamesTest.Child.class.getName(),
                        archive.toString(),
                        staging.toString())
                .inheritIO()
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(code).isZero();
        assertThat(mode(staging.resolve("VERSION"))).as(umask).isEqualTo(plain);
        assertThat(mode(staging.resolve("bin/go"))).as(umask).isEqualTo(executable);
        assertThat(mode(staging.resolve("src"))).as(umask).isEqualTo(executable);
        assertThat(staging.resolve(".mode")).doesNotExist();
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
