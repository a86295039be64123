package io.jenkins.plugins.gotoolchain.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.Exact;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.NewestPatch;
import org.junit.Test;

public class ModuleFileTest {

    private static Request read(String... lines) throws VersionException {
        return ModuleFile.parse("go.mod", String.join("\n", lines)).request();
    }

    private static void asksFor(String version, String origin, String... lines) throws VersionException {
        Request request = read(lines);
        assertThat(request.selector()).isInstanceOf(Exact.class);
        assertThat(((Exact) request.selector()).version().text()).isEqualTo(version);
        assertThat(request.origin()).isEqualTo(origin);
    }

    private static void asksForNewestOf(String language, String origin, String... lines) throws VersionException {
        Request request = read(lines);
        assertThat(request.selector()).isInstanceOf(NewestPatch.class);
        assertThat(((NewestPatch) request.selector()).language().text()).isEqualTo(language);
        assertThat(request.origin()).isEqualTo(origin);
    }

    private static void isRefused(String message, String... lines) {
        assertThatThrownBy(() -> read(lines))
                .isInstanceOf(VersionException.class)
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(((VersionException) e).advice()).isNotEmpty());
    }

    @Test
    public void theToolchainLineComesBeforeTheGoLine() throws Exception {
        asksFor("1.24.1", "go.mod:5 toolchain go1.24.1", "module x", "", "go 1.23.0", "", "toolchain go1.24.1");
    }

    @Test
    public void aGoLineWithThreeNumbersIsThatRelease() throws Exception {
        asksFor("1.24.0", "go.mod:2 go 1.24.0", "module x", "go 1.24.0");
        asksFor("1.20", "go.mod:1 go 1.20.0", "go 1.20.0");
    }

    @Test
    public void aGoLineWithTwoNumbersIsTheNewestPatch() throws Exception {
        asksForNewestOf("1.24", "go.mod:2 go 1.24", "module x", "go 1.24");
        asksForNewestOf("1.20", "go.mod:1 go 1.20", "go 1.20");
    }

    @Test
    public void aGoLineMayNameACandidate() throws Exception {
        asksFor("1.25rc1", "go.mod:1 go 1.25rc1", "go 1.25rc1");
    }

    @Test
    public void aToolchainThatIsNotNewerThanTheGoLineDoesNotCount() throws Exception {
        asksFor("1.24.3", "go.mod:1 go 1.24.3", "go 1.24.3", "toolchain go1.24.1");
        asksFor("1.24.3", "go.mod:1 go 1.24.3", "go 1.24.3", "toolchain go1.24.3");
        asksForNewestOf("1.21", "go.mod:1 go 1.21", "go 1.21", "toolchain go1.20.14");
        asksFor("1.24rc1", "go.mod:2 toolchain go1.24rc1", "go 1.24", "toolchain go1.24rc1");
    }

    @Test
    public void toolchainDefaultIsNone() throws Exception {
        asksForNewestOf("1.24", "go.mod:1 go 1.24", "go 1.24", "toolchain default");
        isRefused("go.mod has no go line, and its toolchain line names no version", "toolchain default");
    }

    @Test
    public void aToolchainLineAloneIsEnough() throws Exception {
        asksFor("1.24.1", "go.mod:2 toolchain go1.24.1", "module x", "toolchain go1.24.1");
    }

    @Test
    public void commentsDoNotCount() throws Exception {
        asksFor("1.24.1", "go.mod:3 go 1.24.1", "// go 1.20.1", "module x // toolchain go1.99.0", "\tgo 1.24.1// the one");
    }

    @Test
    public void whatStandsInABlockIsNoLineOfItsOwn() throws Exception {
        asksFor(
                "1.24.1",
                "go.mod:7 go 1.24.1",
                "module x",
                "require (",
                "\tgo 1.99.1",
                "\ttoolchain v1.0.0 // indirect",
                ") // end",
                "exclude ( )",
                "go 1.24.1");
    }

    @Test
    public void stringsAndBracketsAreSurvived() throws Exception {
        asksFor(
                "1.24.1",
                "go.mod:6 go 1.24.1",
                "module \"a // b \\\" (\"",
                "retract [v1.0.0, v1.1.0]",
                "replace `x` => ../y",
                "tool ( // comment (",
                ")",
                "go 1.24.1");
    }

    @Test
    public void lineEndingsOfWindowsAreSurvived() throws Exception {
        asksFor("1.24.1", "go.mod:3 go 1.24.1", "module x\r", "\r", "go 1.24.1\r", "require (\r", "\ta v1.0.0\r", ")\r", "");
    }

    @Test
    public void directivesOfTheFutureAreSurvived() throws Exception {
        asksFor("1.24.1", "go.mod:4 go 1.24.1", "novelty a=b {c}", "novel (", ")", "go 1.24.1");
    }

    @Test
    public void aRepeatedLineIsRefused() {
        isRefused("go.mod:3 repeats the go line of line 1", "go 1.24.1", "", "go 1.24.2");
        isRefused("go.mod:2 repeats the toolchain line of line 1", "toolchain go1.24.1", "toolchain go1.24.1");
    }

    @Test
    public void aLineWithTooFewOrTooManyWordsIsRefused() {
        isRefused("go.mod:2 has 0 words after \"go\", not one", "module x", "go");
        isRefused("go.mod:1 has 2 words after \"go\", not one", "go 1.24 .1");
        isRefused("go.mod:1 has 2 words after \"toolchain\"", "toolchain go 1.24.1");
    }

    @Test
    public void aMalformedVersionIsRefused() {
        for (String version : new String[] {"1", "go1.24", "v1.24", "1.24.x", "1.21.0rc1", "1.24rc", "\"1.24\"", "stable", "1.024"}) {
            isRefused("go.mod:2 has \"", "module x", "go " + version);
        }
        for (String name : new String[] {"1.24.1", "local", "go2.0.1", "go1.24.1.1", "auto", "path"}) {
            isRefused("go.mod:1 ", "toolchain " + name, "go 0.9");
        }
    }

    @Test
    public void aToolchainThatIsNoReleaseIsRefusedWhereItCounts() throws Exception {
        isRefused("go.mod:2 wants the toolchain \"go1.24.1-bigcorp\"", "go 1.23", "toolchain go1.24.1-bigcorp");
        isRefused("write toolchain go1.24.0", "go 1.23", "toolchain go1.24");
        asksFor("1.24.1", "go.mod:1 go 1.24.1", "go 1.24.1", "toolchain go1.24.1-bigcorp");
    }

    @Test
    public void whatGoCannotReadIsRefusedWithItsLine() {
        isRefused("go.mod:2 has a /* comment", "go 1.24.1", "/* no */");
        isRefused("go.mod:2 has a string that does not end", "go 1.24.1", "module \"x");
        isRefused("go.mod:2 has a string that does not end", "go 1.24.1", "module \"x\\\"");
        isRefused("go.mod:2 opens a block that is never closed", "go 1.24.1", "require (", "\ta v1.0.0");
        isRefused("go.mod:3 has \"x\" after the end of a block", "go 1.24.1", "require (", ") x");
        isRefused("go.mod:1 has a block of \"go\"", "go (", "1.24.1", ")");
        isRefused("go.mod:2 has the character U+0007", "go 1.24.1", "module a\u0007b");
        isRefused("go.mod:2 has the character U+00a0", "go 1.24.1", "module a\u00a0b");
    }

    @Test
    public void aFileWithoutBothLinesIsRefused() {
        isRefused("go.mod has no go line", "module x");
        isRefused("go.mod has no go line", "");
    }
}
