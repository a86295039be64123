package io.jenkins.plugins.gotoolchain.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.testing.Content;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import io.jenkins.plugins.gotoolchain.version.VersionSelector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class PinsCommandTest {

    private static final String OTHER = "0123456789abcdef".repeat(4);

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    @Rule
    public ToolchainFixture go = new ToolchainFixture("1.24.1", "1.24.2", "1.23.9");

    private Path pins;
    private String out;
    private String err;

    @Before
    public void file() {
        pins = temporary.getRoot().toPath().resolve("go-toolchain.pins");
    }

    @Test
    public void addMakesTheFileFromIndexAndDatabaseAndDownloadsNothing() throws Exception {
        assertThat(run("pins", "add", "1.24.1")).isZero();
        assertThat(pins).hasContent("go-toolchain.pins 1\n" + line("1.24.1") + "\n");
        assertThat(out).contains("+ " + line("1.24.1")).contains("is written");
        assertThat(go.asked(go.sitePath("1.24.1")) + go.asked(go.zipPath("1.24.1"))).isZero();
    }

    @Test
    public void addForAllPlatformsPinsWhatTheSourcesList() throws Exception {
        index(entry("1.24.1", "linux", "amd64", go.sha256("1.24.1")), entry("1.24.1", "darwin", "arm64", OTHER));
        assertThat(run("pins", "add", "1.24.1", "--platform", "all")).isZero();
        assertThat(Files.readAllLines(pins)).containsExactly(
                "go-toolchain.pins 1", "1.24.1 darwin/arm64 sha256:" + OTHER, line("1.24.1"));
        assertThat(run("pins", "add", "1.24.1", "--platform", "linux/amd64,windows/arm64")).isEqualTo(3);
        assertThat(err).contains("nobody says what the digests of Go 1.24.1 for windows/arm64 are");
    }

    @Test
    public void aSelectorIsPinnedAsTheReleaseThatItMeans() throws Exception {
        assertThat(run("pins", "add", "1.24", "oldstable")).isZero();
        assertThat(Files.readAllLines(pins)).containsExactly("go-toolchain.pins 1", line("1.23.9"), line("1.24.2"));
        assertThat(err).contains("1.24 is Go 1.24.2");
    }

    @Test
    public void whatIsPinnedIsInstalledAndUsed() throws Exception {
        run("pins", "add", "1.24.1");
        assertThat(run("install", "1.24.1")).isZero();
        assertThat(out).contains("as pinned in " + pins + ":2");
        assertThat(run("exec", "1.24.1", "true")).isZero();
        assertThat(run("env", "1.24.1")).isZero();
    }

    @Test
    public void whatIsNotPinnedIsRefusedEvenWhereItIsInstalled() throws Exception {
        bare("install", "1.24.2");
        run("pins", "add", "1.24.1");
        for (String command : List.of("install", "env")) {
            assertThat(run(command, "1.24.2")).isEqualTo(2);
            assertThat(err).contains("Go 1.24.2 for linux/amd64 is not pinned in " + pins)
                    .contains("go-toolchain pins add 1.24.2 --platform linux/amd64");
        }
        assertThat(run("exec", "1.24.2", "true")).isEqualTo(2);
    }

    @Test
    public void bytesThatAreNotThePinnedOnesEndWithFive() throws Exception {
        write("1.24.1 linux/amd64 sha256:" + OTHER);
        assertThat(run("install", "1.24.1")).isEqualTo(5);
        assertThat(err).contains(OTHER + " says " + pins + ":2").doesNotContain("\tat ");
    }

    @Test
    public void aFileThatCannotBeReadIsWrongConfiguration() throws Exception {
        assertThat(run("install", "1.24.1")).isEqualTo(2);
        assertThat(err).contains("there is no " + pins);
        write("1.24.1 linux/amd64");
        assertThat(run("install", "1.24.1")).isEqualTo(2);
        assertThat(err).contains(pins + ":2 ends where a digest should be");
        Files.write(pins, "go-toolchain.pins 1\n# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(run("pins", "list")).isEqualTo(2);
        assertThat(err).contains("is not written in UTF-8").doesNotContain("\tat ");
    }

    @Test
    public void aDigestOnTheCommandLineHasToBeThePinnedOne() throws Exception {
        run("pins", "add", "1.24.1");
        assertThat(run("install", "1.24.1", "--sha256", OTHER)).isEqualTo(2);
        assertThat(err).contains("--sha256 says another digest than " + pins + ":2");
        assertThat(run("install", "1.24.1", "--sha256", go.sha256("1.24.1"))).isZero();
        assertThat(out).contains("from " + go.site());
    }

    @Test
    public void checkSaysThatAllAgreeOrWhichDoesNot() throws Exception {
        run("pins", "add", "1.24.1");
        assertThat(run("pins", "check")).isZero();
        assertThat(out).contains("go1.24.1 linux/amd64: agrees").contains("says record 0 of sum.test.example+");
        write(line("1.24.1"), "1.24.2 linux/amd64 sha256:" + OTHER + " " + go.moduleHash("1.24.2"));
        assertThat(run("pins", "check")).isEqualTo(5);
        assertThat(out).contains("go1.24.2 linux/amd64: DISAGREES")
                .contains("sha256:" + OTHER + " says " + pins + ":3")
                .contains("sha256:" + go.sha256("1.24.2") + " says the index of " + go.site());
    }

    @Test
    public void checkEndsWithFourWhereNobodyCouldBeAsked() throws Exception {
        write(line("1.24.1"));
        assertThat(CommandLineRun.of(
                                Map.of("GOSUMDB", "off", "GO_TOOLCHAIN_REFERENCE", "none"), "pins", "check", "--pins", pins.toString(), "--root",
                                temporary.getRoot() + "/none", "--source", "https://127.0.0.1:1/", "--profile", "intranet")
                        .code())
                .isEqualTo(4);
    }

    @Test
    public void addNeverChangesADigestUnlessThatIsAskedFor() throws Exception {
        write("# ours", "1.24.1 linux/amd64 sha256:" + OTHER);
        String before = Files.readString(pins);
        assertThat(run("pins", "add", "1.24.1", "1.24.2")).isEqualTo(5);
        assertThat(err).contains("sha256:" + OTHER + " says " + pins + ":3").contains("--replace");
        assertThat(pins).hasContent(before);
        assertThat(run("pins", "add", "1.24.1", "--replace")).isZero();
        assertThat(out).contains("~ " + line("1.24.1"));
        assertThat(Files.readAllLines(pins)).containsExactly("go-toolchain.pins 1", "# ours", line("1.24.1"));
    }

    @Test
    public void whatIsPinnedAlreadyStaysAsItIs() throws Exception {
        run("pins", "add", "1.24.1");
        assertThat(run("pins", "add", "1.24.1")).isZero();
        assertThat(out).contains("= " + line("1.24.1")).contains("stays as it is");
    }

    @Test
    public void updateAddsDigestsAndPlatformsThatWereMissing() throws Exception {
        index(entry("1.24.1", "linux", "amd64", go.sha256("1.24.1")), entry("1.24.1", "darwin", "arm64", OTHER));
        write("1.24.1 linux/amd64 sha256:" + go.sha256("1.24.1"));
        assertThat(run("pins", "update")).isZero();
        assertThat(Files.readAllLines(pins)).containsExactly("go-toolchain.pins 1", line("1.24.1"));
        assertThat(run("pins", "update", "--platform", "all")).isZero();
        assertThat(out).contains("+ 1.24.1 darwin/arm64").contains("= " + line("1.24.1"));
    }

    @Test
    public void updateMovesALanguageVersionToItsNewestRelease() throws Exception {
        write(line("1.23.9"), line("1.24.1"));
        assertThat(run("pins", "update", "1.24")).isZero();
        assertThat(Files.readAllLines(pins)).endsWith(line("1.23.9"), line("1.24.1"), line("1.24.2")).hasSize(4);
        assertThat(run("pins", "update", "1.24", "--remove-older")).isZero();
        assertThat(out).contains("- " + line("1.24.1")).contains("= " + line("1.24.2"));
        assertThat(Files.readAllLines(pins)).endsWith(line("1.23.9"), line("1.24.2")).hasSize(3);
    }

    @Test
    public void updateRefusesToChangeADigest() throws Exception {
        write("1.24.1 linux/amd64 sha256:" + OTHER);
        assertThat(run("pins", "update")).isEqualTo(5);
        assertThat(Files.readString(pins)).contains(OTHER);
        assertThat(run("pins", "update", "--replace")).isZero();
        assertThat(Files.readAllLines(pins)).containsExactly("go-toolchain.pins 1", line("1.24.1"));
    }

    @Test
    public void listShowsWhatIsPinnedAndJsonHasItToo() throws Exception {
        write("# ours", line("1.24.1"));
        assertThat(run("pins", "list")).isZero();
        assertThat(out).isEqualTo(line("1.24.1") + System.lineSeparator());
        for (String[] words : new String[][] {{"list"}, {"check"}, {"update"}, {"add", "1.24.2"}}) {
            List<String> all = new ArrayList<>(List.of("pins"));
            all.addAll(Arrays.asList(words));
            all.add("--json");
            assertThat(run(all.toArray(new String[0]))).as(words[0]).isZero();
            assertThat(out).startsWith("{").contains("\"h1\" : \"h1:");
        }
        assertThat(run("pins")).isEqualTo(2);
    }

    @Test
    public void theFileIsLookedForBesideTheFileThatIsNamedAndThenHere() throws Exception {
        Path here = temporary.newFolder("here").toPath();
        VersionSelector beside = VersionSelector.parse("sub/go.mod");
        assertThat(PinsOnDisk.of(null, beside, here)).isNull();
        Files.writeString(here.resolve("go-toolchain.pins"), "go-toolchain.pins 1\n");
        assertThat(PinsOnDisk.of(null, beside, here).name()).isEqualTo("go-toolchain.pins");
        assertThat(PinsOnDisk.of(null, VersionSelector.parse("1.24.1"), here).name()).isEqualTo("go-toolchain.pins");
        Files.createDirectory(here.resolve("sub"));
        Files.writeString(here.resolve("sub/go-toolchain.pins"), "broken");
        assertThatThrownBy(() -> PinsOnDisk.of(null, beside, here).read())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(Path.of("sub", "go-toolchain.pins") + ":1");
    }

    private String line(String version) {
        return version + " linux/amd64 sha256:" + go.sha256(version) + " " + go.moduleHash(version);
    }

    private void write(String... lines) throws IOException {
        Files.writeString(pins, "go-toolchain.pins 1\n" + String.join("\n", lines) + "\n");
    }

    private void index(String... entries) {
        go.server().file("/dl/", Content.text("application/json", "[" + String.join(",", entries) + "]"));
    }

    private static String entry(String version, String os, String arch, String sha256) {
        return "{\"version\":\"go" + version + "\",\"stable\":true,\"files\":[{\"filename\":\"go" + version + "." + os + "-"
                + arch + ".tar.gz\",\"os\":\"" + os + "\",\"arch\":\"" + arch + "\",\"version\":\"go" + version
                + "\",\"sha256\":\"" + sha256 + "\",\"size\":1,\"kind\":\"archive\"}]}";
    }

    private int run(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(1, List.of("--pins", pins.toString()));
        return bare(all.toArray(new String[0]));
    }

    private int bare(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(1, List.of("--root", temporary.getRoot() + "/store", "--source", "goproxy:" + go.proxy(), "--source",
                go.site(), "--profile", "intranet"));
        CommandLineRun run = CommandLineRun.of(Map.of("GOSUMDB", go.gosumdb(), "GO_TOOLCHAIN_REFERENCE", "none"), all.toArray(new String[0]));
        out = run.out();
        err = run.err();
        return run.code();
    }
}
