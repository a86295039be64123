package io.jenkins.plugins.gotoolchain.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.Assume.assumeNoException;
import static org.junit.Assume.assumeTrue;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class VersionFilesTest {

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private Path workspace;

    @Before
    public void makeWorkspace() throws IOException {
        workspace = folder.newFolder("workspace").toPath();
    }

    private void write(String path, String text) throws IOException {
        Path file = workspace.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void link(String path, Path target) throws IOException {
        try {
            Files.createDirectories(workspace.resolve(path).getParent());
            Files.createSymbolicLink(workspace.resolve(path), target);
        } catch (IOException | UnsupportedOperationException e) {
            assumeNoException("this system lets nobody make links", e);
        }
    }

    private Resolution resolve(String file) throws Exception {
        return VersionResolver.resolve(
                VersionSelector.parse(file),
                workspace,
                () -> VersionResolverTest.versions("1.20", "1.20.14", "1.24.1", "1.24.11", "1.25.0"));
    }

    private void comesTo(String file, String version, String how) throws Exception {
        assertThat(resolve(file)).isEqualTo(new Resolution(file, new GoVersion(version), how));
    }

    private void isRefused(String file, String message) {
        assertThatThrownBy(() -> resolve(file)).isInstanceOf(VersionException.class).hasMessageContaining(message);
    }

    @Test
    public void theModuleSaysWhichVersion() throws Exception {
        write("go.mod", "module x\n\ngo 1.24\n\ntoolchain go1.24.1\n");
        comesTo("go.mod", "1.24.1", "go.mod:5 toolchain go1.24.1");
    }

    @Test
    public void aLanguageInTheModuleComesToItsNewestPatch() throws Exception {
        write("go.mod", "module x\ngo 1.24\n");
        comesTo("go.mod", "1.24.11", "go.mod:2 go 1.24, newest of 1.24");
        write("go.mod", "module x\ngo 1.20\n");
        comesTo("go.mod", "1.20.14", "go.mod:2 go 1.20, newest of 1.20");
    }

    @Test
    public void aByteOrderMarkIsSurvived() throws Exception {
        write("go.mod", "\ufeffgo 1.24.1\r\n");
        comesTo("go.mod", "1.24.1", "go.mod:1 go 1.24.1");
    }

    @Test
    public void theWorkspaceFileComesBeforeTheModule() throws Exception {
        write("go.mod", "module x\ngo 1.24.1\n");
        write("go.work", "go 1.25.0\nuse .\n");
        comesTo("go.mod", "1.25.0", "go.work:1 go 1.25.0");
    }

    @Test
    public void theWorkspaceFileIsFoundAboveTheModule() throws Exception {
        write("services/api/go.mod", "module x\ngo 1.24.1\n");
        comesTo("services/api/go.mod", "1.24.1", "services/api/go.mod:2 go 1.24.1");
        write("go.work", "go 1.25.0\n");
        comesTo("services/api/go.mod", "1.25.0", "go.work:1 go 1.25.0");
        write("services/go.work", "go 1.25.3\n");
        comesTo("services/api/go.mod", "1.25.3", "services/go.work:1 go 1.25.3");
    }

    @Test
    public void theWorkspaceFileCanBeNamedItself() throws Exception {
        write("go.work", "go 1.23.0\ntoolchain go1.24.1\nuse (\n\t./api\n)\n");
        comesTo("go.work", "1.24.1", "go.work:2 toolchain go1.24.1");
        write("go.work", "use .\n");
        isRefused("go.work", "go.work has no go line");
    }

    @Test
    public void aFileThatMayNotBeReadIsRefused() throws Exception {
        write("go.mod", "go 1.24.1\n");
        Path file = workspace.resolve("go.mod");
        assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file)); // root may read everything
        isRefused("go.mod", "go.mod cannot be read: AccessDeniedException");
    }

    @Test
    public void nothingAboveTheWorkspaceIsRead() throws Exception {
        Files.writeString(folder.getRoot().toPath().resolve("go.work"), "go 1.25.0\n");
        write("go.mod", "module x\ngo 1.24.1\n");
        comesTo("go.mod", "1.24.1", "go.mod:2 go 1.24.1");
    }

    @Test
    public void goVersionFileHasOneVersionAndComments() throws Exception {
        write(".go-version", "# ours\n\n  1.24.1 # pinned\n");
        comesTo(".go-version", "1.24.1", ".go-version:3 1.24.1");
        write(".go-version", "go1.24\r\n");
        comesTo(".go-version", "1.24.11", ".go-version:1 go1.24, newest of 1.24");
    }

    @Test
    public void goVersionFileThatNamesNoneOrTwoIsRefused() throws Exception {
        write(".go-version", "# nothing\n");
        isRefused(".go-version", ".go-version names no version of Go");
        write(".go-version", "1.24.1\n1.25.0\n");
        isRefused(".go-version", ".go-version:2 names a second version");
        write(".go-version", "system\n");
        isRefused(".go-version", ".go-version:1 has \"system\" where a version of Go should be");
        write(".go-version", "go.mod\n");
        isRefused(".go-version", ".go-version:1 has \"go.mod\"");
    }

    @Test
    public void toolVersionsHasOneLineAToolAndTheFirstVersionCounts() throws Exception {
        write(".tool-versions", "nodejs 22.1.0\ngolang 1.24.1 1.23.4 system # ours\n#golang 1.2.3\n");
        comesTo(".tool-versions", "1.24.1", ".tool-versions:2 golang 1.24.1");
        write(".tool-versions", "go\t1.25.0\n");
        comesTo(".tool-versions", "1.25.0", ".tool-versions:1 go 1.25.0");
    }

    @Test
    public void toolVersionsThatCannotBeReadIsRefused() throws Exception {
        write(".tool-versions", "nodejs 22.1.0\n");
        isRefused(".tool-versions", ".tool-versions has no line for golang");
        write(".tool-versions", "golang\n");
        isRefused(".tool-versions", ".tool-versions:1 names golang without a version");
        write(".tool-versions", "golang ref:master\n");
        isRefused(".tool-versions", ".tool-versions:1 has \"ref:master\"");
        write(".tool-versions", "golang 1.24.1\ngo 1.25.0\n");
        isRefused(".tool-versions", ".tool-versions:2 contradicts .tool-versions:1 golang 1.24.1");
    }

    @Test
    public void aFileThatIsNotThereIsRefused() {
        isRefused("go.mod", "there is no go.mod in the workspace");
        isRefused("sub/.go-version", "there is no sub/.go-version in the workspace");
    }

    @Test
    public void aFolderInItsPlaceIsRefused() throws Exception {
        Files.createDirectory(workspace.resolve("go.mod"));
        isRefused("go.mod", "go.mod is a folder");
    }

    @Test
    public void aFileInPlaceOfAFolderIsRefused() throws Exception {
        write("sub", "a file");
        isRefused("sub/go.mod", "sub/go.mod");
    }

    @Test
    public void aFileLargerThanAnyRealOneIsRefused() throws Exception {
        write(".go-version", "#".repeat(WorkspaceFiles.SMALL) + "\n1.24.1\n");
        isRefused(".go-version", ".go-version is larger than 64 KiB");
        write("go.mod", "//" + "x".repeat(WorkspaceFiles.MODULE) + "\ngo 1.24.1\n");
        isRefused("go.mod", "go.mod is larger than 1024 KiB");
    }

    @Test
    public void aLinkInsideTheWorkspaceIsFollowed() throws Exception {
        write("shared/versions", "1.24.1\n");
        link(".go-version", Path.of("shared", "versions"));
        comesTo(".go-version", "1.24.1", ".go-version:1 1.24.1");
    }

    @Test
    public void aLinkOutOfTheWorkspaceIsNotReadAndNothingOfItIsShown() throws Exception {
        Path secret = Files.writeString(folder.getRoot().toPath().resolve("secret"), "hunter2\n");
        link(".go-version", secret);
        assertThatThrownBy(() -> resolve(".go-version"))
                .isInstanceOf(VersionException.class)
                .hasMessageContaining(".go-version is a link that leaves the workspace")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    public void aFolderThatLinksOutOfTheWorkspaceIsNotEntered() throws Exception {
        Path outside = folder.newFolder("outside").toPath();
        Files.writeString(outside.resolve("go.mod"), "go 1.24.1\n");
        link("sub", outside);
        isRefused("sub/go.mod", "sub/go.mod is a link that leaves the workspace");
    }

    @Test
    public void aDanglingLinkIsRefused() throws Exception {
        link("go.mod", Path.of("nowhere"));
        isRefused("go.mod", "go.mod is a link to a file that is not there");
    }

    @Test
    public void aLinkToItselfIsRefused() throws Exception {
        link("go.mod", Path.of("go.mod"));
        isRefused("go.mod", "go.mod cannot be read");
    }

    @Test(timeout = 60_000)
    public void aPipeIsNotOpened() throws Exception {
        Path pipe = workspace.resolve("go.mod");
        Process mkfifo;
        try {
            mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
        } catch (IOException e) {
            assumeNoException("no mkfifo here", e);
            return;
        }
        assumeTrue(mkfifo.waitFor(30, TimeUnit.SECONDS) && mkfifo.exitValue() == 0);
        isRefused("go.mod", "go.mod is not a plain file");
    }
}
