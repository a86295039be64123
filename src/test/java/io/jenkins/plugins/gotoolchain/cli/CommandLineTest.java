package io.jenkins.plugins.gotoolchain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.jenkins.plugins.gotoolchain.provision.LastDownloads;
import io.jenkins.plugins.gotoolchain.testing.Content;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import io.jenkins.plugins.gotoolchain.testing.ToolchainTree;
import io.jenkins.plugins.gotoolchain.transfer.Timeline;
import io.jenkins.plugins.gotoolchain.trust.openpgp.TestPublisher;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class CommandLineTest {

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    @Rule
    public ToolchainFixture go = new ToolchainFixture("1.24.1", "1.24.2", "1.23.9");

    private Path root;
    private String out;
    private String err;

    @Before
    public void root() {
        root = temporary.getRoot().toPath().resolve("store");
    }

    @Test
    public void installSaysWhatIsThereFromWhereAndOnWhichEvidence() throws Exception {
        assertThat(run("install", "1.24.1")).isZero();
        assertThat(out).contains("Go 1.24.1 for linux/amd64 is installed in " + root)
                .contains("from " + go.site())
                .contains(go.sha256("1.24.1"))
                .contains("proven by sha256");
    }

    @Test
    public void resultsAreOnStandardOutputAndAllElseIsNot() throws Exception {
        run("install", "1.24");
        assertThat(err).contains("1.24 is Go 1.24.2 (newest of 1.24)").contains("asking " + go.site());
        assertThat(out).doesNotContain("asking");
    }

    @Test
    public void optionsMayStandBeforeTheCommandToo() throws Exception {
        assertThat(bare("--root", root.toString(), "--source", go.site(), "install", "1.24.1")).isZero();
        assertThat(root.resolve("go1.24.1.linux-amd64/.receipt.json")).isRegularFile();
    }

    @Test
    public void aReceiptThatWasSignedWhereTheImageWasMadeIsDemandedWhereItIsUsed() throws Exception {
        Path secret = pem("PRIVATE KEY", "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC");
        Path key = pem("PUBLIC KEY", "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=");
        Path other = pem("PUBLIC KEY", "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
        assertThat(run("install", "1.24.1", "--receipt-key", key.toString())).isEqualTo(5);
        assertThat(err).contains("its receipt is not signed");
        assertThat(run("install", "1.24.1", "--sign-receipt", secret.toString(), "--receipt-key", key.toString())).isZero();
        assertThat(run("exec", "1.24.1", "--receipt-key", key.toString(), "--", "go", "version")).isZero();
        assertThat(run("env", "1.24.1", "--receipt-key", key.toString())).isZero();
        assertThat(run("exec", "1.24.1", "--receipt-key", other.toString(), "--", "go", "version")).isEqualTo(5);
        assertThat(run("install", "1.24.1", "--sign-receipt", key.toString())).isEqualTo(2);
        assertThat(err).contains("There is no private key in " + key);
    }

    private Path pem(String what, String base64) throws IOException {
        return Files.writeString(
                temporary.newFile().toPath(), "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n");
    }

    @Test
    public void execRunsTheGoThatWasAskedForAndEndsWithItsCode() throws Exception {
        Path answer = temporary.newFile().toPath();
        assertThat(run("exec", "1.24.1", "sh", "-c", "go version >" + answer + "; exit 7")).isEqualTo(7);
        assertThat(answer).hasContent("go version go1.24.1 linux/amd64");
    }

    @Test
    public void execSetsGorootAndKeepsGoFromFetchingAnother() throws Exception {
        Path answer = temporary.newFile().toPath();
        run("exec", "1.24.1", "--", "sh", "-c", "echo $GOROOT $GOTOOLCHAIN >" + answer);
        assertThat(answer).hasContent(root.toRealPath().resolve("go1.24.1.linux-amd64") + " local");
    }

    @Test
    public void optionsOfExecMayFollowTheVersionButNotTheCommand() throws Exception {
        Path answer = temporary.newFile().toPath();
        assertThat(bare("exec", "1.24.1", "--root", root.toString(), "--source", go.site(), "--", "sh", "-c",
                        "echo \"$@\" >" + answer, "sh", "--root", "-x", "--json"))
                .isZero();
        assertThat(answer).hasContent("--root -x --json");
    }

    @Test
    public void aCommandThatIsNotThereIsSaidSo() throws Exception {
        assertThat(run("exec", "1.24.1", "no-such-command")).isEqualTo(127);
        assertThat(err).contains("there is no command no-such-command");
    }

    @Test
    public void aWrongWordOrOptionOrNoCommandIsWrongUsage() throws Exception {
        assertThat(bare("frobnicate")).isEqualTo(2);
        assertThat(bare()).isEqualTo(2);
        assertThat(bare("install", "--no-such-option")).isEqualTo(2);
        assertThat(bare("exec", "1.24.1")).isEqualTo(2);
        assertThat(run("install", "1.24.1", "--sha256", "abc")).isEqualTo(2);
        assertThat(run("install", "1.24.1", "--profile", "slow")).isEqualTo(2);
        assertThat(run("install", "1.24.1", "--require", "trust")).isEqualTo(2);
        assertThat(bare("install", "1.24.1", "--root", root.toString(), "--source", "ftp://x/")).isEqualTo(2);
        assertThat(run("prune")).isEqualTo(2);
        assertThat(run("prune", "--unused-for", "30 days")).isEqualTo(2);
        assertThat(run("prune", "--max", "some")).isEqualTo(2);
        assertThat(run("install", "1.24.1", "--ca-file", "/no/such/file")).isEqualTo(2);
        assertThat(err).contains("/no/such/file").doesNotContain("\tat ");
    }

    @Test
    public void aVersionThatIsNoneOrIsNotThereEndsWithThree() throws Exception {
        assertThat(run("install", "banana")).isEqualTo(3);
        assertThat(run("install", "1.24.7")).isEqualTo(3);
        assertThat(err).contains("1.24.2");
        assertThat(run("install", "1.24.1", "--platform", "amiga/68k")).isEqualTo(3);
        assertThat(run("remove", "1.24.1")).isEqualTo(3);
        assertThat(err).contains("is not installed").doesNotContain("\tat ");
    }

    @Test
    public void noSourceThatAnswersEndsWithFour() throws Exception {
        go.server().script(statuses(40, 404));
        assertThat(bare("install", "1.24.1", "--root", root.toString(), "--source", "https://127.0.0.1:1/", "--profile", "intranet"))
                .isEqualTo(4);
        assertThat(err).contains("127.0.0.1:1").contains("tried: ").contains("to do: ").doesNotContain("\tat ");
    }

    @Test
    public void howADownloadWentThatFailedIsOnStandardErrorAndKept() throws Exception {
        go.server().always(go.sitePath("1.24.1"), Fault.cutAfter(1));
        assertThat(run("install", "1.24.1", "--profile", "intranet", "--json")).isEqualTo(4);
        assertThat(err).contains("go1.24.1.linux-amd64.tar.gz from " + go.site() + "go1.24.1.linux-amd64.tar.gz, begun ")
                .contains("goes on at 1 B of ")
                .contains("; again in ")
                .contains(" s  ended at ");
        assertThat(out).doesNotContain("begun ");
        assertIsJson();
        go.server().heal();
        assertThat(run("install", "1.24.1")).isZero();
        assertThat(err).doesNotContain(", begun ");
        assertThat(LastDownloads.of(root)).extracting(Timeline::failed).containsExactly(false, true);
    }

    @Test
    public void bytesThatAreNotProvenEndWithFive() throws Exception {
        assertThat(run("install", "1.24.1", "--sha256", go.sha256("1.24.2"))).isEqualTo(5);
        assertThat(err).contains(go.sha256("1.24.2")).doesNotContain("\tat ");
    }

    @Test
    public void aSignatureThatIsRequiredProvesTheArchive() throws Exception {
        TestPublisher publisher = new TestPublisher();
        go.server().file(go.sitePath("1.24.1") + ".asc",
                Content.text("text/plain", publisher.sign(new ToolchainTree("1.24.1").tarGz())));
        String key = Files.writeString(temporary.newFile().toPath(), publisher.key()).toString();

        assertThat(run("install", "1.24.1", "--require", "signature", "--signing-key", key,
                        "--signing-key-fingerprint", "0x" + publisher.fingerprint()))
                .isZero();
        assertThat(out).contains("proven by signature: signed by key " + publisher.fingerprint() + ", subkey ");
        assertThat(run("install", "1.24.2", "--require", "signature", "--signing-key", key,
                        "--signing-key-fingerprint", publisher.fingerprint().hex()))
                .isEqualTo(5);
        assertThat(err).contains("1.24.2.linux-amd64.tar.gz.asc is not there (404)");
    }

    @Test
    public void aSigningKeyThatIsNotThePinnedOneIsWrongConfiguration() throws Exception {
        TestPublisher publisher = new TestPublisher();
        go.server().file(go.sitePath("1.24.1") + ".asc",
                Content.text("text/plain", publisher.sign(new ToolchainTree("1.24.1").tarGz())));
        String key = Files.writeString(temporary.newFile().toPath(), publisher.key()).toString();

        assertThat(run("install", "1.24.1", "--require", "signature", "--signing-key", key)).isEqualTo(2);
        assertThat(err).contains("EB4C1BFD4F042F6DDDCCEC917721F63BD38B4796 is pinned")
                .contains(publisher.fingerprint() + " is there");
        assertThat(run("install", "1.24.1", "--require", "signature", "--signing-key", "/no/such/file")).isEqualTo(2);
        assertThat(err).contains("/no/such/file");
        assertThat(run("install", "1.24.1", "--signing-key-fingerprint", publisher.fingerprint().hex())).isEqualTo(2);
        assertThat(err).contains("--signing-key");
        assertThat(run("install", "1.24.1", "--signing-key", key, "--signing-key-fingerprint", "D38B4796")).isEqualTo(2);
        assertThat(run("install", "1.24.1", "--require", "signature", "--require", "sumdb")).isEqualTo(2);
        assertThat(err).contains("no archive has both").doesNotContain("\tat ");
    }

    @Test
    public void aRootThatCannotBeOneEndsWithSix() throws Exception {
        Path file = temporary.newFile().toPath();
        assertThat(bare("install", "1.24.1", "--root", file.toString(), "--source", go.site())).isEqualTo(6);
        assertThat(err).contains(file.toString()).doesNotContain("\tat ");
    }

    @Test
    public void errorsAreJsonWhereThatIsAskedFor() throws Exception {
        assertThat(run("install", "banana", "--json")).isEqualTo(3);
        assertThat(out).contains("\"kind\" : \"version\"").contains("\"exitCode\" : 3");
        assertIsJson();
    }

    @Test
    public void everyCommandSpeaksJson() throws Exception {
        for (String[] words : new String[][] {
            {"install", "1.24.1", "--json"}, {"list", "--json"}, {"releases", "--all", "--json"}, {"verify", "--json"},
            {"env", "1.24.1", "--json"}, {"prune", "--keep", "9", "--json"}, {"remove", "1.24.1", "--json"}
        }) {
            assertThat(run(words)).as(words[0]).isZero();
            assertIsJson();
        }
    }

    @Test
    public void releasesShowsTheNewestPatchesAndWhatIsInstalled() throws Exception {
        run("install", "1.24.1");
        assertThat(run("releases")).isZero();
        assertThat(out.lines()).containsExactly(
                "go1.24.2  supported by Go", "go1.24.1  supported by Go  installed", "go1.23.9  supported by Go");
        assertThat(run("releases", "1.23")).isZero();
        assertThat(out.lines()).containsExactly("go1.23.9  supported by Go");
    }

    @Test
    public void listallIsReleasesWithAllOfThem() throws Exception {
        run("releases", "--all");
        String all = out;
        assertThat(run("listall")).isZero();
        assertThat(out).isEqualTo(all).contains("go1.24.1");
    }

    @Test
    public void platformsIsATableOfVersionsAndSaysWhichAreSupported() throws Exception {
        assertThat(run("platforms", "1.24.1", "oldstable")).isZero();
        assertThat(out.lines().map(line -> line.split(" +")))
                .contains(new String[] {"", "go1.24.1", "go1.23.9"}, new String[] {"supported", "by", "Go", "yes", "yes"})
                .anyMatch(words -> words[0].equals("linux/amd64") && words[1].equals("yes"));
        assertThat(run("platforms", "--json")).isZero();
        assertIsJson();
        assertThat(out).contains("\"linux/amd64\"");
        assertThat(run("platforms", "1.99")).isEqualTo(3);
        assertThat(run("platforms", "default")).isEqualTo(2);
    }

    @Test
    public void theDefaultCountsByItsNameAndWhereThereIsNoModule() throws Exception {
        assertThat(run("default")).isZero();
        assertThat(out).isEqualTo("none" + System.lineSeparator());
        assertThat(run("exec", "default", "go", "version")).isEqualTo(2);
        assertThat(err).contains("There is no default version").contains("go-toolchain default 1.24.x");
        for (String wrong : List.of("go.mod", "newest?", "1.24.1\n1.24.2")) {
            assertThat(run("default", wrong)).as(wrong).isNotZero();
        }
        assertThat(run("default", "1.24.x")).isZero();
        assertThat(run("use", "default")).isZero();
        assertThat(out).contains("go1.24.2.linux-amd64");
        assertThat(run("default")).isZero();
        assertThat(out).isEqualTo("1.24.x" + System.lineSeparator());
        assertThat(run("install")).as("no go.mod is here").isZero();
        assertThat(out).startsWith("Go 1.24.2 ");
        assertThat(run("uninstall", "1.24.2")).isZero();
        Files.write(root.resolve(".default"), new byte[300]);
        assertThat(run("default")).isEqualTo(6);
        assertThat(err).contains("the default version cannot be read");
        assertThat(run("default", "none", "--json")).isZero();
        assertIsJson();
        assertThat(run("default")).isZero();
    }

    @Test
    public void verifyNamesAChangedFilePutsTheToolchainAsideAndEndsWithFive() throws Exception {
        run("install", "1.24.1");
        Path home = root.resolve("go1.24.1.linux-amd64");
        String text = Files.readString(home.resolve("src/fmt/print.go"));
        Files.writeString(home.resolve("src/fmt/print.go"), text.replace('f', 'g'));
        Files.delete(home.resolve("LICENSE"));
        assertThat(run("verify")).isEqualTo(5);
        assertThat(out).contains("changed  src/fmt/print.go").contains("missing  LICENSE").contains("put aside: ");
        assertThat(home).doesNotExist();
        assertThat(run("verify")).isZero();
    }

    @Test
    public void verifyMayLeaveADamagedToolchainToLookAt() throws Exception {
        run("install", "1.24.1");
        Files.writeString(root.resolve("go1.24.1.linux-amd64/src/more.go"), "package more");
        assertThat(run("verify", "1.24.1", "--keep")).isEqualTo(5);
        assertThat(out).contains("extra  src/more.go");
        assertThat(root.resolve("go1.24.1.linux-amd64")).isDirectory();
    }

    @Test
    public void removeTakesAwayWhatIsNamedAndNothingElse() throws Exception {
        run("install", "1.24.1", "1.24.2");
        assertThat(run("remove", "1.24.1")).isZero();
        run("list");
        assertThat(out).contains("go1.24.2").doesNotContain("go1.24.1");
    }

    @Test
    public void pruneSaysWhatItWouldDoAndThenDoesIt() throws Exception {
        run("install", "1.24.1", "1.24.2", "1.23.9");
        assertThat(run("prune", "--keep", "1", "--dry-run")).isZero();
        assertThat(out.lines().filter(line -> line.startsWith("would remove"))).hasSize(2);
        assertThat(run("prune", "--keep", "1")).isZero();
        run("list");
        assertThat(out.lines()).hasSize(1);
    }

    @Test
    public void layersAreNamedByOptionOrVariable() throws Exception {
        run("install", "1.24.1");
        Path other = root.resolveSibling("other");
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("GO_TOOLCHAIN_LAYERS", " " + File.pathSeparator + root);
        assertThat(CommandLineRun.of(environment, "env", "1.24.1", "--root", other.toString()).out())
                .contains(root.resolve("go1.24.1.linux-amd64").toString());
        assertThat(bare("env", "1.24.1", "--root", other.toString(), "--layer", root.toString())).isZero();
        assertThat(out).contains(root.resolve("go1.24.1.linux-amd64").toString());
        assertThat(other.resolve("go1.24.1.linux-amd64")).doesNotExist();
    }

    @Test
    public void envIsReadByAShell() throws Exception {
        assertThat(run("env", "1.24.1", "--shell", "sh", "--set", "GOFLAGS=-mod=readonly")).isZero();
        Process shell = new ProcessBuilder("sh", "-c", out + "go version; echo $GOFLAGS").start();
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("go version go1.24.1 linux/amd64\n-mod=readonly\n");
    }

    @Test
    public void envSaysWhichSettingCameFromWhere() throws Exception {
        Path file = Files.writeString(root.resolveSibling(root.getFileName() + ".env"),
                "GOPRIVATE=git.example.com\nGOPROXY=https://b.example.com\n");
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("GO_TOOLCHAIN_REFERENCE", "none");
        environment.put("GOENV", file.toString());
        environment.put("GONOPROXY", "none");
        environment.put("GOVCS", "git");
        String[] words = {"env", "1.24.1", "--root", root.toString(), "--source", go.site(), "--set", "GOPROXY=direct,https://a.example.com"};
        CommandLineRun run = CommandLineRun.of(environment, words);
        assertThat(run.err()).contains("go-toolchain: GOPROXY=direct,https://a.example.com (--set), GONOPROXY=none (the environment),"
                        + " GOPRIVATE=git.example.com (" + file + ")")
                .contains("GOPROXY has direct first").contains("the environment: GOVCS has the entry \"git\" without a colon; to do: ");
        assertThat(run.out()).contains("GOPROXY=").doesNotContain("GOPRIVATE").doesNotContain("direct first");
        String[] json = Arrays.copyOf(words, words.length + 1);
        json[words.length] = "--json";
        assertThat(CommandLineRun.of(environment, json).out())
                .contains("\"GOPROXY\" : \"--set\"").contains("\"GONOPROXY\" : \"the environment\"").contains("GOPROXY has direct first");
    }

    @Test
    public void helpTeaches() throws Exception {
        assertThat(bare("install", "--help")).isZero();
        assertThat(out).contains("Examples:").contains("--sha256=HEX").contains("goproxy:URL");
        assertThat(bare("--version")).isZero();
        assertThat(out).startsWith("go-toolchain ");
    }

    @Test
    public void aPasswordInASourceIsNeverShown() throws Exception {
        bare("install", "1.24.1", "--root", root.toString(), "--profile", "intranet",
                "--source", go.site().replace("http://", "http://user:hunter2@"));
        assertThat(out + err).doesNotContain("hunter2");
        assertThat(Files.readString(root.resolve("go1.24.1.linux-amd64/.receipt.json"))).doesNotContain("hunter2");
    }

    private int run(String... words) throws IOException {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(1, List.of("--root", root.toString(), "--source", go.site()));
        return bare(all.toArray(new String[0]));
    }

    private int bare(String... words) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("GO_TOOLCHAIN_REFERENCE", "none");
        CommandLineRun run = CommandLineRun.of(environment, words);
        out = run.out();
        err = run.err();
        return run.code();
    }

    private void assertIsJson() throws IOException {
        try (JsonParser json = new JsonFactory().createParser(out)) {
            while (json.nextToken() != null) {
                // only whether it can be read
            }
        }
        assertThat(out).startsWith("{");
    }

    private static Fault[] statuses(int count, int status) {
        Fault[] faults = new Fault[count];
        Arrays.fill(faults, Fault.status(status, "Not Found"));
        return faults;
    }
}
