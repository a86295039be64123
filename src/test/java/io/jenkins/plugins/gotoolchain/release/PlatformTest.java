package io.jenkins.plugins.gotoolchain.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import org.junit.Test;

public class PlatformTest {

    @Test
    public void everyKnownPlatformIsRead() throws Exception {
        assertThat(KnownPlatforms.list()).isSorted().doesNotHaveDuplicates();
        for (Platform platform : KnownPlatforms.list()) {
            assertThat(Platform.parse(platform.toString())).isEqualTo(platform).hasSameHashCodeAs(platform);
        }
    }

    @Test
    public void itHasANameForEachUse() {
        Platform arm = new Platform("linux", "arm");
        assertThat(arm).hasToString("linux/arm");
        assertThat(arm.dashed()).isEqualTo("linux-arm");
        assertThat(arm.downloadName()).isEqualTo("linux-armv6l");
        assertThat(arm.executable("go")).isEqualTo("go");
        assertThat(new Platform("windows", "386").executable("go")).isEqualTo("go.exe");
        assertThat(new Platform("freebsd", "arm").downloadName()).isEqualTo("freebsd-arm");
    }

    @Test
    public void otherWordsForAPlatformAreRefusedWithGosOwn() {
        isRefused("macos/aarch64", "write darwin/arm64");
        isRefused("Linux/x86_64", "write linux/amd64");
        isRefused("win64/x64", "write windows/amd64");
        isRefused("linux/armv6l", "write linux/arm");
        isRefused("linux-amd64", "write linux/amd64");
    }

    @Test
    public void anUnknownArchitectureIsRefusedWithThoseOfTheSystem() {
        isRefused("windows/riscv64", "it is one of windows/386, windows/amd64, windows/arm, windows/arm64");
        isRefused("linux/amd64/x", "it is one of linux/386, linux/amd64");
        isRefused("darwin", "it is one of darwin/386, darwin/amd64, darwin/arm64");
    }

    @Test
    public void anythingElseIsRefusedWithAllThereAre() {
        for (String text : new String[] {"", "/", "amd64/linux", "../..", "js/wasm", "\u001b[1m/x"}) {
            isRefused(text, "aix/ppc64, darwin/386");
        }
    }

    private static void isRefused(String text, String advice) {
        assertThatThrownBy(() -> Platform.parse(text))
                .as(text)
                .isInstanceOf(VersionException.class)
                .hasMessageContaining("is no platform that Go is published for")
                .hasMessageContaining(advice);
    }

    @Test
    public void aNameThatCouldLeaveAFolderIsNone() {
        for (String name : new String[] {"", "..", "a/b", "A", "a-b", "a.b", "a".repeat(17), "é"}) {
            assertThatThrownBy(() -> new Platform(name, "amd64")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Platform("linux", name)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
