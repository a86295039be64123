package io.jenkins.plugins.gotoolchain.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Map;
import java.util.NavigableSet;
import org.junit.Test;

public class ToolchainModuleTest {

    private static final Platform LINUX = new Platform("linux", "amd64");

    private static Map<Platform, NavigableSet<GoVersion>> parse(String list) throws IOException {
        return ToolchainModule.parseList(new StringReader(list));
    }

    @Test
    public void aToolchainIsAVersionOfTheModule() {
        assertThat(ToolchainModule.version(new GoVersion("1.24.1"), LINUX)).isEqualTo("v0.0.1-go1.24.1.linux-amd64");
        assertThat(ToolchainModule.version(new GoVersion("1.20.0"), new Platform("linux", "arm")))
                .isEqualTo("v0.0.1-go1.20.linux-arm");
    }

    @Test
    public void itsFilesAreBelowTheProxysAddress() {
        assertThat(ToolchainModule.file(new GoVersion("1.24.1"), LINUX, "zip"))
                .isEqualTo("golang.org/toolchain/@v/v0.0.1-go1.24.1.linux-amd64.zip");
        assertThat(ToolchainModule.listFile()).isEqualTo("golang.org/toolchain/@v/list");
    }

    @Test
    public void upperCaseIsEscaped() {
        assertThat(ToolchainModule.escape("github.com/Azure/SDK")).isEqualTo("github.com/!azure/!s!d!k");
        assertThat(ToolchainModule.escape(ToolchainModule.PATH)).isEqualTo("golang.org/toolchain");
    }

    @Test
    public void aListIsSortedByPlatformAndVersion() throws Exception {
        Map<Platform, NavigableSet<GoVersion>> list = parse("v0.0.1-go1.24.10.linux-amd64\nv0.0.1-go1.9rc2.windows-amd64\r\n"
                + "\nv0.0.1-go1.24.9.linux-amd64\nv0.0.1-go1.24.1.linux-386\nv0.0.1-go1.24.9.linux-amd64");
        assertThat(list).containsOnlyKeys(LINUX, new Platform("linux", "386"), new Platform("windows", "amd64"));
        assertThat(list.get(LINUX)).extracting(GoVersion::text).containsExactly("1.24.9", "1.24.10");
    }

    @Test
    public void linesThatNameNoToolchainAreLeftOut() throws Exception {
        assertThat(parse("v0.0.1-go1.9.2rc2.linux-amd64\nv0.0.1-go1.4.darwin-amd64-osx10.8\nv0.0.2-go1.24.1.linux-amd64\n"
                        + "v0.0.1-go1.20.0.linux-amd64\nv0.0.1-go1.6beta1.linux-arm6\nv1.0.0\nv0.0.1-go1.24.1.4-bootstrap\n"))
                .isEmpty();
    }

    @Test
    public void anEmptyListIsOne() throws Exception {
        assertThat(parse("")).isEmpty();
        assertThat(parse("\n\n")).isEmpty();
    }

    @Test
    public void whatIsNoListIsRefused() {
        for (String text : new String[] {"<html>\nlog in\n</html>", "not found", "{\"error\": 1}", "x".repeat(100_000)}) {
            assertThatThrownBy(() -> parse(text))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("no list of the toolchains of golang.org/toolchain");
        }
    }

    @Test
    public void anEndlessListIsRefused() {
        Reader endless = new Reader() {
            @Override
            public int read(char[] buffer, int from, int length) {
                java.util.Arrays.fill(buffer, from, from + length, 'v');
                return length;
            }

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> ToolchainModule.parseList(endless))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("it has more than 8192 Ki characters");
    }
}
