package io.jenkins.plugins.gotoolchain.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ModuleFactsTest {

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path workspace;

    @Before
    public void folder() {
        workspace = temporary.getRoot().toPath();
    }

    private ModuleFacts facts(String text) throws IOException {
        Files.writeString(workspace.resolve("go.mod"), text);
        return ModuleFacts.find(workspace, "");
    }

    @Test
    public void bothLinesSayTheLeastGo() throws Exception {
        assertThat(facts("module m\n\ngo 1.23\n")).extracting(ModuleFacts::least, ModuleFacts::origin)
                .containsExactly(new GoVersion("1.23"), "go.mod:3 go 1.23");
        assertThat(facts("module m\ngo 1.23\ntoolchain go1.24.1-corp\n")).extracting(ModuleFacts::least, ModuleFacts::origin)
                .containsExactly(new GoVersion("1.24.1"), "go.mod:3 toolchain go1.24.1-corp");
        assertThat(facts("module m\ngo 1.24.2\ntoolchain go1.24.1\n").origin()).isEqualTo("go.mod:2 go 1.24.2");
        assertThat(facts("module m\ntoolchain default\n")).extracting(ModuleFacts::least, ModuleFacts::origin)
                .containsExactly(null, null);
    }

    @Test
    public void aModuleRequiresOthersInALineOrABlock() throws Exception {
        assertThat(facts("module m\ngo 1.23\n").requires()).isFalse();
        assertThat(facts("module m\nrequire (\n)\nexclude (\n a v1.0.0\n)\n").requires()).isFalse();
        assertThat(facts("module m\nrequire a.b/c v1.0.0\n").requires()).isTrue();
        assertThat(facts("module m\nrequire (\n\n// none yet\n a.b/c v1.0.0\n)\n").requires()).isTrue();
    }

    @Test
    public void sumsAndVendoredModulesAreLookedForBesideIt() throws Exception {
        ModuleFacts bare = facts("module m\n");
        assertThat(bare.sumSha256()).isNull();
        assertThat(bare.vendored()).isFalse();
        assertThat(bare.modSha256()).hasSize(64);
        Files.writeString(workspace.resolve("go.sum"), "");
        Files.writeString(Files.createDirectory(workspace.resolve("vendor")).resolve("modules.txt"), "");
        ModuleFacts full = ModuleFacts.find(workspace, "");
        assertThat(full.sumSha256()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(full.vendored()).isTrue();
    }

    @Test
    public void theNextOneAboveCountsAndNoneIsNone() throws Exception {
        assertThat(ModuleFacts.find(workspace, "a/b")).isNull();
        assertThat(ModuleFacts.find(workspace.resolve("not/there"), "")).isNull();
        facts("module m\n");
        assertThat(ModuleFacts.find(workspace, "a/b").path()).isEqualTo("go.mod");
        Files.createDirectories(workspace.resolve("a"));
        Files.writeString(workspace.resolve("a/go.mod"), "module n\n");
        assertThat(ModuleFacts.find(workspace, "a/b").path()).isEqualTo("a/go.mod");
    }

    @Test
    public void whatGoWouldNotReadIsRefused() throws Exception {
        assertThatThrownBy(() -> facts("go 1.23\ngo 1.24\n")).isInstanceOf(VersionException.class);
        Files.delete(workspace.resolve("go.mod"));
        Files.createSymbolicLink(workspace.resolve("go.mod"), Path.of("/etc/passwd"));
        assertThatThrownBy(() -> ModuleFacts.find(workspace, "")).isInstanceOf(VersionException.class)
                .hasMessageContaining("leaves the workspace");
    }
}
