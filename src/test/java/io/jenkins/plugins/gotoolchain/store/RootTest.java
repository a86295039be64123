package io.jenkins.plugins.gotoolchain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.Assume.assumeTrue;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class RootTest {

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private FakeToolchain fake;
    private Path folder;

    @Before
    public void setUp() throws Exception {
        fake = new FakeToolchain("1.24.1", "linux/amd64");
        folder = temporary.getRoot().toPath().toRealPath();
    }

    private void assertRefused(Path root, String why) {
        ToolchainStore store = new ToolchainStore(root);
        assertThatThrownBy(() -> store.stage(fake.version, fake.platform))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("to do:");
    }

    @Test
    public void aRootThatIsAFileIsRefused() throws Exception {
        assertRefused(Files.createFile(folder.resolve("file")), "is a file, not a folder");
    }

    @Test
    public void aRootBelowAFileIsRefused() throws Exception {
        Files.createFile(folder.resolve("file"));
        assertRefused(folder.resolve("file/root"), folder.resolve("file/root").toString());
    }

    @Test
    public void aRootOnAFileSystemThatCannotBeWrittenToIsRefused() {
        assumeTrue("this needs /proc", Files.isDirectory(Path.of("/proc/self")));
        assertRefused(Path.of("/proc/self/root-of-a-store"), "failed at");
    }

    @Test
    public void aRootThatWasClearedMeanwhileIsMadeAnew() throws Exception {
        ToolchainStore store = new ToolchainStore(folder.resolve("root"));
        fake.install(store);
        TreeRemoval.delete(folder.resolve("root"));
        assertThat(store.find(fake.version, fake.platform, notice -> {})).isEmpty();
        assertThat(store.verify(fake.install(store)).isSound()).isTrue();
    }

    @Test
    public void aRootBehindALinkIsTheFolderItself() throws Exception {
        Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        assertThat(fake.install(new ToolchainStore(link)).home())
                .isEqualTo(folder.resolve("real/go1.24.1.linux-amd64"));
    }

    @Test
    public void aLinkPlantedInPlaceOfAFolderOfTheStoreIsRefused() throws Exception {
        Path precious = Files.createDirectory(folder.resolve("precious"));
        Files.createFile(precious.resolve("file"));
        for (String room : new String[] {".staging", ".trash", ".lock", ".partial", ".aside", ".cache", ".timelines"}) {
            Path root = Files.createDirectory(folder.resolve("root" + room));
            Files.createSymbolicLink(root.resolve(room), precious);
            assertRefused(root, "a link or a file where the store needs a folder of its own");
        }
        assertThat(precious.resolve("file")).exists();
    }

    @Test
    public void aRootThatEveryoneMayWriteToIsAConcern() throws Exception {
        Path root = Files.createDirectory(folder.resolve("root"));
        ToolchainStore store = new ToolchainStore(root);
        assertThat(store.concern()).isEmpty();
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(store.concern().orElseThrow()).contains("chmod o-w " + root);
    }

    @Test
    public void whatIsMadeCannotBeWrittenByOthers() throws Exception {
        Path home = fake.install(new ToolchainStore(folder.resolve("root"))).home();
        for (Path path : new Path[] {folder.resolve("root"), folder.resolve("root/.lock"), home}) {
            assertThat(Files.getPosixFilePermissions(path)).doesNotContain(PosixFilePermission.OTHERS_WRITE);
        }
    }
}
