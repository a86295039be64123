package io.jenkins.plugins.gotoolchain.diagnose.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.diagnose.workspace.Declaration.How;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class WorkspaceSearchTest {

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final Map<String, String> environment = new HashMap<>();
    private Path root;

    @Before
    public void workspace() throws Exception {
        root = temporary.newFolder("workspace").toPath();
        environment.put("HOME", temporary.newFolder("home").toString());
        environment.put("GOENV", "off");
    }

    private void file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> rows() throws Exception {
        return WorkspaceSearch.in(root, environment).declarations().stream().map(WorkspaceSearchTest::row).toList();
    }

    private static String row(Declaration one) {
        return one.how() + " " + one.component() + " " + one.version() + " " + one.file() + ":" + one.line();
    }

    @Test
    public void goModAndItsToolchainLine() throws Exception {
        file("go.mod", "module example.com/service\n\ngo 1.22\n\ntoolchain go1.24.1\n");
        assertThat(rows()).containsExactly(
                "DECLARED example.com/service (go) 1.22 go.mod:3", "DECLARED example.com/service (toolchain) 1.24.1 go.mod:5");
    }

    @Test
    public void workspacesNestedModulesAndVendoredOnes() throws Exception {
        file("go.work", "go 1.23.0\n\nuse ./a\n");
        file("a/go.mod", "module example.com/a\r\ngo 1.25rc1\r\n");
        file("vendor/modules.txt", "# example.com/b v1.0.0\n## explicit; go 1.24.3\nexample.com/b\n");
        assertThat(rows()).containsExactly(
                "DECLARED go.work (go) 1.23.0 go.work:1",
                "IMPLICIT example.com/a (go) 1.25rc1 a/go.mod:2",
                "IMPLICIT example.com/b (vendored) 1.24.3 vendor/modules.txt:2");
    }

    @Test
    public void theGoModOfANeededModuleInTheModuleCache() throws Exception {
        Path cache = temporary.newFolder("modcache").toPath();
        environment.put("GOMODCACHE", cache.toString());
        Path mod = cache.resolve("cache/download/github.com/!big/thing/@v/v1.2.3.mod");
        Files.createDirectories(mod.getParent());
        Files.writeString(mod, "module github.com/Big/thing\n\ngo 1.99\n");
        file("go.mod", "module m\n\ngo 1.22\n\nrequire (\n\tgithub.com/Big/thing v1.2.3\n\t../../evil v1.0.0\n)\n");
        assertThat(rows()).contains("IMPLICIT github.com/Big/thing@v1.2.3 (go) 1.99 " + mod.toRealPath() + ":3").hasSize(2);
    }

    @Test
    public void gotoolchainInGosOwnFile() throws Exception {
        Path env = temporary.newFile("env").toPath();
        Files.writeString(env, "GOTOOLCHAIN=go1.25.3+auto\n");
        environment.put("GOENV", env.toString());
        assertThat(rows()).containsExactly("IMPLICIT GOTOOLCHAIN 1.25.3 Go's env file:0");
    }

    @Test
    public void filesOfVersionManagers() throws Exception {
        file(".go-version", "1.24.1\n");
        file(".tool-versions", "nodejs 20.1.0\ngolang 1.23.4\n");
        file("mise.toml", "[tools]\ngo = \"1.22.9\"\n");
        assertThat(rows()).containsExactly(
                "DECLARED .go-version 1.24.1 .go-version:1", "DECLARED .tool-versions 1.23.4 .tool-versions:2",
                "DECLARED mise.toml 1.22.9 mise.toml:2");
    }

    @Test
    public void scriptsAndDescriptionsThatFetchAGo() throws Exception {
        file("build.sh", "set -e\n# wget https://go.dev/dl/go1.1.linux-amd64.tar.gz\ncurl -LO https://go.dev/dl/go1.24.1.linux-amd64.tar.gz\n");
        file("Makefile", "tools:\n\twget https://dl.google.com/go/go1.23.6.linux-amd64.tar.gz\n");
        file("Dockerfile", "FROM golang:1.22.12-alpine AS build\n");
        file("Jenkinsfile", "node { withGo('1.24.1') { sh 'eval \"$(gimme 1.21.0)\"' } }\n");
        file("ci/.travis.yml", "install: gvm install go1.19.1\n");
        file("package.json", "{\"scripts\":{\"go\":\"curl -O https://golang.org/dl/go1.20.1.linux-amd64.tar.gz\"}}\n");
        file("w.ps1", "Invoke-WebRequest https://go.dev/dl/go1.24.2.windows-amd64.zip -OutFile go.zip\n");
        file("x.sh", "mise use go@1.25.1\nasdf install golang 1.18.1\ngo install golang.org/dl/go1.17.1@latest\napt-get install -y golang-go\n");
        assertThat(rows()).contains(
                "SCRIPT a download 1.24.1 build.sh:3", "SCRIPT a download 1.23.6 Makefile:2", "SCRIPT an image 1.22.12 Dockerfile:1",
                "SCRIPT gimme 1.21.0 Jenkinsfile:1", "DECLARED withGo 1.24.1 Jenkinsfile:1", "SCRIPT gvm 1.19.1 ci/.travis.yml:1", "SCRIPT a download 1.20.1 package.json:1",
                "SCRIPT a download 1.24.2 w.ps1:1", "SCRIPT mise 1.25.1 x.sh:1", "SCRIPT asdf 1.18.1 x.sh:2",
                "SCRIPT golang.org/dl 1.17.1 x.sh:3", "SCRIPT a package  x.sh:4").noneMatch(row -> row.contains("1.1 "));
    }

    @Test
    public void ordinaryScriptsFetchNothing() throws Exception {
        file("build.sh", "go build ./...\ngo test -v ./...\ngo mod download\necho gone to google.com\ngit checkout good\n");
        file("k8s.yaml", "image: registry.example.com/service:1.24.1\ncommand: [go, run, .]\n");
        assertThat(rows()).isEmpty();
    }

    @Test
    public void whatALogNamesIsFound() throws Exception {
        file("go.mod", "module m\n\ngo 1.24.1\n");
        Declaration one = WorkspaceSearch.in(root, environment).declarations().get(0);
        assertThat(one.explains(Set.of("1.24.1"))).isTrue();
        assertThat(one.explains(Set.of("1.24.2"))).isFalse();
    }

    @Test
    public void linksLeadNowhereAndLargeFilesAreNotRead() throws Exception {
        Path outside = temporary.newFolder("outside").toPath();
        Files.writeString(outside.resolve("go.mod"), "module outside\ngo 1.99\n");
        Files.createSymbolicLink(root.resolve("link"), outside);
        Files.createSymbolicLink(root.resolve("loop"), root);
        Files.createSymbolicLink(root.resolve("go.mod"), outside.resolve("go.mod"));
        file("large.sh", "curl https://go.dev/dl/go1.24.1.linux-amd64.tar.gz\n" + "x".repeat(2 << 20));
        file("node_modules/p/build.sh", "curl https://go.dev/dl/go1.24.1.linux-amd64.tar.gz\n");
        WorkspaceReport report = WorkspaceSearch.in(root, environment);
        assertThat(report.declarations()).isEmpty();
        assertThat(report.notes()).anyMatch(note -> note.contains("1 files larger")).anyMatch(note -> note.contains("node_modules"));
    }

    @Test
    public void whatIsNoTextIsPassedOverAndNoFolderIsSaid() throws Exception {
        Files.write(root.resolve("go.mod"), new byte[] {(byte) 0xff, 0, 1, 'g', 'o', ' ', '1'});
        assertThat(rows()).isEmpty();
        assertThatThrownBy(() -> WorkspaceSearch.in(root.resolve("none"), environment)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    public void declaredComesBeforeImplicitBeforeScripts() throws Exception {
        file("a.sh", "gimme 1.20.1\n");
        file("go.mod", "module m\ngo 1.22\n");
        file("sub/go.mod", "module s\ngo 1.23\n");
        assertThat(WorkspaceSearch.in(root, environment).declarations()).extracting(Declaration::how)
                .containsExactly(How.DECLARED, How.IMPLICIT, How.SCRIPT);
    }
}
