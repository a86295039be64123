package io.jenkins.plugins.gotoolchain.diagnose;

import static io.jenkins.plugins.gotoolchain.diagnose.LogKind.FETCHES_GO;
import static io.jenkins.plugins.gotoolchain.diagnose.LogKind.FETCHES_TOOLCHAIN;
import static io.jenkins.plugins.gotoolchain.diagnose.LogKind.NO_GO;

import java.util.List;
import java.util.Optional;

/** What is known of such lines. The messages are those of Go 1.21 to 1.26, of shells and of make, as they print them. */
public final class LogRules {

    private static final String RELEASE = "(?<version>\\d+(?:\\.\\d\\w*)*)";
    private static final String FILE = "go" + RELEASE + "\\.(?:src|[a-z0-9]+-[a-z0-9]+)\\.(?:tar\\.gz|tgz|zip|msi|pkg)";
    private static final List<String> FILE_ENDS = List.of(".tar.gz", ".tgz", ".zip", ".msi", ".pkg");

    private static final String DOWNLOADER =
            "^(?:curl|wget2?|aria2c|invoke-webrequest|iwr|irm|invoke-restmethod|start-bitstransfer|bitsadmin|certutil)"
                    + "(?:\\.exe)?['\"]? (?:.*[\\s='\"(])?";

    /** A release's file, not its digest or signature. */
    private static final String ARCHIVE = "\\S*/" + FILE + "\\b(?!\\.(?:sha256|asc))";

    /** The same where a shell shows it before it knows the version. */
    private static final String NAMED = "\\S*/(?:dl|go)/go[$%{]\\S*";

    private static final String PACKAGE = "(?:go(?:lang)?(?:-go|-bin|-src|-toolset)?(?:[-@=]?v?" + RELEASE
            + "\\S*)?|golang\\.go|\\S*/go|lang/go\\d*)";

    private static final LogRule[] ALL = {
        LogRule.message("go-downloading", FETCHES_TOOLCHAIN, List.of("go: downloading go1"), List.of(),
                "^go: downloading go" + RELEASE + " \\([a-z0-9]+/[a-z0-9]+\\)$"),
        LogRule.message("go-download-failed", FETCHES_TOOLCHAIN, List.of("go: download go1"), List.of(),
                "^go: download go" + RELEASE + "(?: for [a-z0-9]+/[a-z0-9]+)?: "),
        LogRule.message("go-switching", FETCHES_TOOLCHAIN, List.of("switching to go"), List.of(),
                "^go: \\S+ requires go >= \\S+; switching to go" + RELEASE + "$"),
        LogRule.message("go-from-cache", FETCHES_TOOLCHAIN, List.of("go: using go1"), List.of(),
                "^go: using go" + RELEASE + " toolchain (?:from cache|located in system PATH) "),
        LogRule.message("go-not-in-path", FETCHES_TOOLCHAIN, List.of("cannot find \"go1"), List.of(),
                "^go: cannot find \"go" + RELEASE + "\" in PATH$"),

        LogRule.command("download", List.of("/go1"), FILE_ENDS, DOWNLOADER + ARCHIVE),
        LogRule.command("download-variable", List.of("dl/go$", "go/go$", "dl/go%", "dl/go{"), List.of(), DOWNLOADER + NAMED),
        LogRule.command("webi", List.of("/golang"), List.of("webi"),
                "^(?:curl|wget2?)(?:\\.exe)? .*\\bwebi(?:nstall)?\\.(?:sh|ms|dev)/golang(?:@v?" + RELEASE + ")?\\b"),
        LogRule.command("clone", List.of("golang/go|", "golang/go.git", ".com/go|"), List.of("clone"),
                "^git(?:\\.exe)? .*\\bclone .*(?:github\\.com[/:]golang/go(?:\\.git)?|go\\.googlesource\\.com/go)['\"]?(?: |$)"),
        LogRule.command("package", List.of(" go|", "'go|", "\"go|", " go@", " go=", " golang|", " golang-", " golang@", " golang=", " go1", " go-", ".go|", "/go|"),
                List.of("install", "apk", "pacman"),
                "^(?:apt|apt-get|aptitude|dnf|yum|microdnf|tdnf|zypper|apk|pacman|brew|port|choco|chocolatey|scoop|winget"
                        + "|snap|pkg|conda|mamba|micromamba)(?:\\.exe)? (?:.* )?(?:install|add|-S[a-z]*)(?: .*)? ['\"]?"
                        + PACKAGE + "['\"]?(?: |$)"),
        LogRule.command("version-manager", List.of("gimme ", "gvm install go", "goenv install", "goup install",
                        "gobrew ", "asdf install go", " go@", " golang@"), List.of("gimme", "gvm", "goenv", "goup", "gobrew", "asdf", "mise", "rtx"),
                "^(?:gimme(?: -\\S+)* v?" + RELEASE + "|gvm install go\\S+|goenv install(?: -\\S+)* [\\dlv].*"
                        + "|goup install.*|gobrew (?:use|install) .*|asdf install go(?:lang)? .*"
                        + "|(?:mise|rtx) (?:install|i|use|u|exec|x)(?: \\S+)* go(?:lang)?@.*)"),
        LogRule.command("dl-wrapper", List.of("golang.org/dl/go"), List.of(),
                "^go(?:\\.exe)? (?:install|get|run) (?:.* )?golang\\.org/dl/go" + RELEASE + "@"),
        LogRule.command("dl-download", List.of("go1"), List.of(" download"),
                "^(?:\\S*[/\\\\])?go" + RELEASE + "(?:\\.exe)? download$"),

        LogRule.message("dl-installed", FETCHES_GO, List.of("now run 'go1"), List.of(),
                "^Success\\. You may now run 'go" + RELEASE + "'$"),
        LogRule.message("wget", FETCHES_GO, List.of("/go1"), FILE_ENDS,
                "^--\\d{4}-\\d{2}-\\d{2} [\\d:]+--  https?://\\S*/" + FILE + "$"),
        LogRule.message("downloading-archive", FETCHES_GO, List.of("/go1", " go1"), FILE_ENDS,
                "^(?:\\W{0,4}Downloading|->|Unpacking) (?:.* )?(?:https?://\\S*/)?" + FILE + "(?:\\.\\.\\.| |$)"),
        LogRule.message("gimme", FETCHES_GO, List.of(".gimme/versions/go1"), List.of("export ", "unset "),
                "\\.gimme/versions/go" + RELEASE + "\\."),
        LogRule.message("mise", FETCHES_GO, List.of("mise go@"), List.of("install", "download", "extract"),
                "^mise go@" + RELEASE + "\\b"),

        LogRule.message("sh-not-found", NO_GO,
                List.of("go: command not found", "go: not found", "go.exe: command not found",
                        "go: 未找到命令", "go：未找到命令", "go： 未找到命令", "go: 命令未找到", "go：命令未找到"), List.of(),
                "^(?:(?:[A-Za-z]:)?[^\\s:][^:]*: )?(?:(?:line |第 ?)?\\d+(?: ?行)?[:：] ?)?"
                        + "go(?:\\.exe)?[:：] ?(?:[Cc]ommand not found|not found|未找到命令|命令未找到)$"),
        LogRule.message("shell-unknown-command", NO_GO, List.of("command not found: go|", "unknown command: go|"), List.of(),
                "^(?:\\S+ )?(?:command not found|(?:fish: )?Unknown command): go$"),
        LogRule.message("env-no-such-file", NO_GO,
                List.of("env: go|", "env: 'go|", "env: \"go|", "env: ‘go", "env: “go", "make: go|", "]: go|",
                        "/bin/go: no such", "/bin/go: 没有"), List.of(),
                "^(?:\\S*env|\\S*make(?:\\[\\d+\\])?|(?:[A-Za-z]:)?[^\\s:][^:]*: (?:line )?\\d+): [‘'\"“]?(?:/\\S*/)?go[’'\"”]?[:：] ?"
                        + "(?:No such file or directory|没有那个文件或目录)"),
        LogRule.message("cmd-not-recognized", NO_GO, List.of("'go' is not", "'go.exe' is not", "'go' 不", "'go.exe' 不"), List.of(),
                "^'go(?:\\.exe)?' (?:is not recognized as an internal or external command|不是内部或外部命令)"),
        LogRule.message("powershell-not-recognized", NO_GO, List.of("'go' is not", "'go.exe' is not", "“go”", "“go.exe”"), List.of(),
                "^(?:go(?:\\.exe)? ?: |\\s*\\| ?|)(?:The term 'go(?:\\.exe)?' is not recognized|无法将“go(?:\\.exe)?”项识别为)"),
        LogRule.message("exec-not-found", NO_GO, List.of("\"go\""), List.of("not found in", "cannot run program"),
                "(?:exec: \"go\": executable file not found in [$%]PATH|Cannot run program \"go\")"),
    };

    private LogRules() {}

    public static List<LogRule> all() {
        return List.of(ALL);
    }

    /** @return empty where there is no such rule, as in a record of a later version of this plugin */
    public static Optional<LogRule> byId(String id) {
        for (LogRule rule : ALL) {
            if (rule.id().equals(id)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
