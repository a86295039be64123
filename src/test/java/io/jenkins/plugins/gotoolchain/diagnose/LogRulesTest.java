package io.jenkins.plugins.gotoolchain.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.Test;

/** One line for each way in which a thing shows, as the programs print it. */
public class LogRulesTest {

    private static void finds(String rule, String version, String... lines) {
        for (String line : lines) {
            List<LogFinding> found = Log.read("before\n" + line + "\nafter\n");
            assertThat(found).as(line).hasSize(1);
            assertThat(found.get(0).rule().id()).as(line).isEqualTo(rule);
            assertThat(found.get(0).version()).as(line).isEqualTo(version);
            assertThat(found.get(0).offset()).isEqualTo(7);
        }
    }

    @Test
    public void goFetchesAnotherToolchain() {
        finds("go-downloading", "1.23.4", "go: downloading go1.23.4 (linux/amd64)", "go: downloading go1.23.4 (windows/amd64)");
        finds("go-downloading", "1.25rc1", "go: downloading go1.25rc1 (linux/arm64)");
    }

    @Test
    public void goCannotFetchAnotherToolchain() {
        finds("go-download-failed", "1.99.0",
                "go: download go1.99.0 for linux/amd64: toolchain not available",
                "go: download go1.99.0: golang.org/toolchain@v0.0.1-go1.99.0.linux-amd64: reading"
                        + " https://proxy.example.com/golang.org/toolchain/@v/v0.0.1-go1.99.0.linux-amd64.zip: 403 Forbidden");
    }

    @Test
    public void goSwitchesToAnotherToolchain() {
        finds("go-switching", "1.26.11", "go: golang.org/x/mod@v0.43.0 requires go >= 1.26.0; switching to go1.26.11");
        finds("go-from-cache", "1.24.1",
                "go: using go1.24.1 toolchain from cache located at /root/go/pkg/mod/golang.org/toolchain@v0.0.1-go1.24.1.linux-amd64/bin/go");
        finds("go-not-in-path", "1.99.0", "go: cannot find \"go1.99.0\" in PATH");
    }

    @Test
    public void aScriptDownloadsARelease() {
        finds("download", "1.24.1",
                "+ curl -fsSL -o /tmp/go.tgz https://go.dev/dl/go1.24.1.linux-amd64.tar.gz",
                "++ curl -LO https://dl.google.com/go/go1.24.1.linux-amd64.tar.gz",
                "+ wget -q https://golang.google.cn/dl/go1.24.1.linux-amd64.tar.gz -O go.tar.gz",
                "+ sudo wget https://mirrors.aliyun.com/golang/go1.24.1.linux-amd64.tar.gz",
                "+ /usr/bin/curl -L 'https://go.dev/dl/go1.24.1.linux-amd64.tar.gz?x=1'",
                "+ http_proxy=http://proxy:3128 curl -LO https://go.dev/dl/go1.24.1.src.tar.gz",
                "+ curl -L go.dev/dl/go1.24.1.darwin-arm64.pkg -o go.pkg",
                "+ sh -c 'curl -L https://go.dev/dl/go1.24.1.linux-amd64.tar.gz | tar xz'",
                "+ bash -euxc 'cd /tmp && wget https://go.dev/dl/go1.24.1.linux-amd64.tar.gz'",
                "curl -LO https://go.dev/dl/go1.24.1.linux-amd64.tar.gz && tar xzf go1.24.1.linux-amd64.tar.gz",
                "C:\\jenkins\\workspace\\a>curl -LO https://go.dev/dl/go1.24.1.windows-amd64.zip ",
                "C:\\jenkins\\workspace\\a b>cd tmp & curl.exe -LO https://go.dev/dl/go1.24.1.windows-amd64.msi",
                "C:\\ws>powershell -Command \"Invoke-WebRequest -Uri https://go.dev/dl/go1.24.1.windows-amd64.zip -OutFile go.zip\" ",
                "C:\\ws>powershell.exe -NoProfile -ExecutionPolicy Bypass -Command \"iwr https://go.dev/dl/go1.24.1.windows-amd64.zip -o go.zip\"",
                "PS C:\\ws> Invoke-WebRequest https://go.dev/dl/go1.24.1.windows-amd64.zip -OutFile go.zip",
                "D:\\ws>bitsadmin /transfer go https://go.dev/dl/go1.24.1.windows-amd64.zip D:\\ws\\go.zip",
                "D:\\ws>certutil -urlcache -f https://go.dev/dl/go1.24.1.windows-amd64.zip go.zip");
        finds("download-variable", null, "curl -LO https://go.dev/dl/go${GO_VERSION}.linux-amd64.tar.gz",
                "C:\\ws>curl -LO https://go.dev/dl/go%GO_VERSION%.windows-amd64.zip");
    }

    @Test
    public void aScriptFetchesTheSourcesOfGo() {
        finds("clone", null, "+ git clone --depth 1 -b go1.24.1 https://go.googlesource.com/go goroot",
                "+ git clone https://github.com/golang/go.git", "+ git clone git@github.com:golang/go");
    }

    @Test
    public void aScriptRunsAnInstaller() {
        finds("webi", "1.24", "+ curl -sS https://webi.sh/golang@1.24");
        finds("dl-wrapper", "1.23.4", "+ go install golang.org/dl/go1.23.4@latest", "+ go get golang.org/dl/go1.23.4@v0.0.0");
        finds("dl-download", "1.23.4", "+ go1.23.4 download", "+ /root/go/bin/go1.23.4 download", "C:\\ws>go1.23.4.exe download ");
        finds("dl-installed", "1.23.4", "Success. You may now run 'go1.23.4'");
    }

    @Test
    public void aScriptRunsAVersionManager() {
        finds("version-manager", "1.24.1", "++ gimme 1.24.1", "+ gimme -f 1.24.1");
        finds("version-manager", null, "+ gvm install go1.24.1 -B", "+ goenv install 1.24.1", "+ goenv install -s 1.24.1",
                "+ asdf install golang 1.24.1", "+ mise use --global go@1.24.1", "+ mise x go@1.24 -- go build", "+ gobrew use 1.24.1");
        finds("gimme", "1.24.1", "export GOROOT='/var/ci/.gimme/versions/go1.24.1.linux.amd64';");
        finds("mise", "1.24.1", "mise go@1.24.1    \u2713 installed");
    }

    @Test
    public void aScriptInstallsAPackage() {
        finds("package", null, "+ apt-get install -y golang", "+ sudo apt-get install -y --no-install-recommends ca-certificates golang-go git",
                "+ apk add --no-cache go", "+ apk add git go make", "+ brew install go", "+ yum install -y golang", "+ dnf -y install go-toolset",
                "+ pacman -S --noconfirm go", "+ snap install go --classic", "C:\\ws>choco install golang -y ", "C:\\ws>scoop install go",
                "C:\\ws>winget install -e --id GoLang.Go", "+ zypper install -y go");
        finds("package", "1.24", "+ apt-get install -y golang-1.24", "+ apt-get install -y golang-1.24-go", "+ brew install go@1.24",
                "+ zypper install -y go1.24", "+ conda install -y -c conda-forge go=1.24");
        finds("package", "1.24.1", "C:\\ws>choco install golang --version=1.24.1".replace("golang --version=1.24.1", "golang@1.24.1"));
    }

    @Test
    public void aProgramTellsWhatItFetches() {
        finds("wget", "1.24.1", "--2025-03-04 10:11:12--  https://go.dev/dl/go1.24.1.linux-amd64.tar.gz",
                "--2025-03-04 10:11:12--  https://mirror.example.com/go/go1.24.1.linux-amd64.tar.gz");
        finds("downloading-archive", "1.24.1", "Downloading go1.24.1.linux-amd64.tar.gz...",
                "-> https://go.dev/dl/go1.24.1.linux-amd64.tar.gz",
                "==> Downloading https://go.dev/dl/go1.24.1.darwin-arm64.tar.gz",
                "Unpacking https://dl.google.com/go/go1.24.1.linux-amd64.tar.gz to /a/tools/go on agent-1");
    }

    @Test
    public void aShellFindsNoGo() {
        finds("sh-not-found", null,
                "bash: go: command not found",
                "bash: line 1: go: command not found",
                "/var/lib/jenkins/my job@tmp/durable-1a2b/script.sh.copy: line 3: go: command not found",
                "C:/Program Files/Git/x.sh: line 2: go: command not found",
                "/bin/sh: 1: go: not found",
                "/tmp/jenkins123.sh: 2: go: not found",
                "sh: go: not found", "gmake: go: Command not found",
                "-bash: go: command not found",
                "bash: go: 未找到命令",
                "bash: 第 1 行： go： 未找到命令",
                "bash: go：未找到命令");
        finds("shell-unknown-command", null, "zsh:1: command not found: go", "zsh: command not found: go", "fish: Unknown command: go");
    }

    @Test
    public void aProgramFindsNoGo() {
        finds("env-no-such-file", null,
                "env: 'go': No such file or directory", "env: ‘go’: No such file or directory", "/usr/bin/env: go: No such file or directory",
                "make: go: No such file or directory", "make[1]: go: No such file or directory",
                "/tmp/x.sh: line 3: /usr/local/go/bin/go: No such file or directory",
                "env: “go”: 没有那个文件或目录", "make: go: 没有那个文件或目录");
        finds("exec-not-found", null,
                "fork/exec: exec: \"go\": executable file not found in $PATH",
                "Error: exec: \"go\": executable file not found in %PATH%",
                "java.io.IOException: Cannot run program \"go\" (in directory \"/ws\"): error=2, No such file or directory");
    }

    @Test
    public void windowsFindsNoGo() {
        finds("cmd-not-recognized", null,
                "'go' is not recognized as an internal or external command,",
                "'go.exe' is not recognized as an internal or external command,",
                "'go' 不是内部或外部命令，也不是可运行的程序");
        finds("powershell-not-recognized", null,
                "go : The term 'go' is not recognized as the name of a cmdlet, function, script file, or operable program. Check the ",
                "\u001B[31;1m     | \u001B[31;1mThe term 'go' is not recognized as a name of a cmdlet, function, script file, or executable program.\u001B[0m",
                "go : 无法将“go”项识别为 cmdlet、函数、脚本文件或可运行程序的名称。请检查名称的拼写，如果包括路径，请确保路径正确，");
    }

    @Test
    public void everyRuleHasANameOfItsOwn() {
        Set<String> ids = new HashSet<>();
        for (LogRule rule : LogRules.all()) {
            assertThat(ids.add(rule.id())).as(rule.id()).isTrue();
            assertThat(LogRules.byId(rule.id())).contains(rule);
            assertThat(rule.anchors()).allMatch(word -> word.equals(word.toLowerCase(Locale.ROOT)));
        }
        assertThat(LogRules.byId("no-such")).isEmpty();
    }
}
