package io.jenkins.plugins.gotoolchain.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

/** Lines that have the words and tell of nothing wrong. */
public class HealthyLogTest {

    private static void findsNothing(String... lines) {
        for (String line : lines) {
            assertThat(Log.ids(line + "\n")).as(line).isEmpty();
        }
    }

    @Test
    public void goWorksAsItShould() {
        findsNothing(
                "+ go version", "go version go1.24.1 linux/amd64", "+ go build ./...", "+ go install ./cmd/...",
                "go: downloading github.com/google/uuid v1.6.0", "go: downloading golang.org/x/mod v0.43.0",
                "go: downloading gopkg.in/yaml.v3 v3.0.1", "go: upgraded go 1.25.14 => 1.26.0", "go: added toolchain go1.26.11",
                "go: finding module for package golang.org/x/tools/cmd/goimports", "+ go install golang.org/x/tools/cmd/goimports@latest",
                "+ go env GOROOT", "/agent/tools/go-toolchain/go1.24.1.linux-amd64",
                "ok  \texample.com/go/internal/toolchain\t0.012s", "?   \tgolang.org/dl/internal\t[no test files]",
                "\t/agent/tools/go-toolchain/go1.24.1.linux-amd64/src/runtime/panic.go:787 +0x132");
    }

    @Test
    public void otherThingsAreFetched() {
        findsNothing(
                "+ curl -fsSL https://go.dev/dl/?mode=json", "+ curl -fsSL https://go.dev/VERSION?m=text",
                "+ curl -L https://go.dev/dl/go1.24.1.linux-amd64.tar.gz.sha256", "+ curl -sSfL https://example.com/golangci-lint.tar.gz",
                "+ curl -sSfL https://raw.githubusercontent.com/golangci/golangci-lint/master/install.sh",
                "+ apt-get install -y golangci-lint golang-github-pkg-errors-dev", "+ brew install go-task goreleaser", "+ apk add cargo gomplate",
                "+ npm install go", "+ pip install go", "+ git clone https://github.com/golang/tools", "+ git clone https://github.com/google/go-cmp",
                "+ docker pull golang:1.24", "+ docker build -t x .", "#7 [3/5] RUN curl -L https://go.dev/dl/go1.24.1.linux-amd64.tar.gz | tar xz",
                "+ tar xzf go1.24.1.linux-amd64.tar.gz");
    }

    @Test
    public void thisPluginTellsWhatItDoes() {
        findsNothing("[go] fetching https://go.dev/dl/go1.24.1.linux-amd64.tar.gz: 12 of 75 MiB",
                "[go] Go 1.24.1 for linux/amd64 installed from https://go.dev/dl/: 75 MiB fetched, 8.1 s, verified by sha256");
    }

    @Test
    public void othersAreNotFound() {
        findsNothing("bash: gofmt: command not found", "sh: 1: mygo: not found", "go.mod: not found", "bash: cargo: command not found",
                "'gofmt' is not recognized as an internal or external command,", "cat: go: No such file or directory",
                "ls: cannot access 'go': No such file or directory", "open /etc/go: no such file or directory",
                "The term 'gofmt' is not recognized as the name of a cmdlet", "exec: \"gofmt\": executable file not found in $PATH",
                "make: *** No rule to make target 'go'.  Stop.");
    }

    @Test
    public void aCommentQuotesTheWords() {
        findsNothing(
                "# go: downloading go1.23.4 (linux/amd64)", "+ : curl -LO https://go.dev/dl/go1.24.1.linux-amd64.tar.gz",
                "C:\\ws>rem curl -LO https://go.dev/dl/go1.24.1.windows-amd64.zip", "C:\\ws>:: apt-get install golang",
                "// curl -LO https://go.dev/dl/go1.24.1.linux-amd64.tar.gz",
                "+ git commit -m 'no more curl -LO https://go.dev/dl/go1.24.1.linux-amd64.tar.gz'",
                "+ grep -q 'go: command not found' build.log", "    curl -LO https://go.dev/dl/go1.24.1.linux-amd64.tar.gz",
                "Please install Go, e.g. brew install go", "    watch_test.go:12: go: downloading go1.23.4 (linux/amd64)",
                "go: command not found is what the log said");
    }

    @Test
    public void whatEchoPrintsIsNotWhatGoPrints() {
        findsNothing(
                "+ echo go: downloading 'go1.23.4 (linux/amd64)'",
                "+ echo 'go: downloading go1.23.4 (linux/amd64)'\ngo: downloading go1.23.4 (linux/amd64)",
                "+ echo go: command not found\ngo: command not found",
                "+ printf 'bash: go: command not found'\nbash: go: command not found",
                "C:\\ws>echo 'go' is not recognized as an internal or external command, \r\n'go' is not recognized as an internal or external command,\r",
                "+ echo curl -LO https://go.dev/dl/go1.24.1.linux-amd64.tar.gz\ncurl -LO https://go.dev/dl/go1.24.1.linux-amd64.tar.gz",
                "PS C:\\ws> Write-Host \"go: downloading go1.23.4 (windows/amd64)\"\ngo: downloading go1.23.4 (windows/amd64)");
    }

    @Test
    public void whatComesAfterAnEchoStillCounts() {
        assertThat(Log.ids("+ echo 'go: downloading go1.23.4 (linux/amd64)'\ngo: downloading go1.23.5 (linux/amd64)\n"))
                .isEqualTo("go-downloading");
        assertThat(Log.ids("C:\\ws>echo fetching & curl -LO https://go.dev/dl/go1.24.1.windows-amd64.zip\n")).isEqualTo("download");
    }
}
