package io.jenkins.plugins.gotoolchain.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.version.GoVersion;
import org.junit.Test;

public class ArchiveNameTest {

    @Test
    public void namesAreGosOwn() {
        GoVersion version = new GoVersion("1.24.1");
        assertThat(ArchiveName.of(version, new Platform("linux", "amd64")).fileName()).isEqualTo("go1.24.1.linux-amd64.tar.gz");
        assertThat(ArchiveName.of(version, new Platform("linux", "arm")).fileName()).isEqualTo("go1.24.1.linux-armv6l.tar.gz");
        assertThat(ArchiveName.of(version, new Platform("netbsd", "arm")).fileName()).isEqualTo("go1.24.1.netbsd-arm.tar.gz");
        assertThat(ArchiveName.of(version, new Platform("windows", "arm64")).fileName()).isEqualTo("go1.24.1.windows-arm64.zip");
        assertThat(ArchiveName.of(new GoVersion("1.20.0"), new Platform("linux", "386")).fileName())
                .isEqualTo("go1.20.linux-386.tar.gz");
    }

    @Test
    public void everyPlatformsNameIsReadBack() {
        for (String version : new String[] {"1", "1.20", "1.21rc2", "1.24.10", "1.3beta1"}) {
            for (Platform platform : KnownPlatforms.list()) {
                ArchiveName name = ArchiveName.of(new GoVersion(version), platform);
                assertThat(ArchiveName.parse(name.fileName())).contains(name);
            }
        }
    }

    @Test
    public void everythingElseIsNoArchiveName() {
        for (String name : new String[] {
            "", "go", ".tar.gz", "go.tar.gz", "go1.24.1.tar.gz", "go1.24.1.src.tar.gz", "go1.24.1.linux-amd64.tar.gz.sha256",
            "go1.24.1.linux-amd64.tar.gz.asc", "go1.24.1.linux-amd64.tgz", "go1.24.1.linux-amd64", "go1.24.1.linux-arm.tar.gz",
            "go1.20.0.linux-amd64.tar.gz", "GO1.24.1.linux-amd64.tar.gz", "go1.24.1.Linux-amd64.tar.gz",
            "go1.4.2.darwin-amd64-osx10.8.tar.gz", "go1.9.2rc2.linux-amd64.tar.gz", "go1.4-bootstrap-20170531.tar.gz",
            "1.24.1.linux-amd64.tar.gz", "/go1.24.1.linux-amd64.tar.gz", "../go1.24.1.linux-amd64.tar.gz",
            "go1.24.1.linux-amd64/../x.tar.gz", "go1.24.1.linux-..\\x.tar.gz", "go1.24.1.linux-amd64.tar.gz\0",
            "go1.24.1.linux-amd64 .tar.gz", "go1.24.1.linux-" + "a".repeat(200) + ".tar.gz"}) {
            assertThat(ArchiveName.parse(name)).as(name).isEmpty();
        }
    }

    @Test
    public void anArchiveHasABareFileName() {
        for (String name : new String[] {"", ".", "..", "a/b", "a\\b", "C:x", "a b", ".hidden", "x\0", "é"}) {
            assertThatThrownBy(() -> new Archive(
                            new GoVersion("1.24.1"), new Platform("linux", "amd64"), Packaging.TAR_GZ, name, -1))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
