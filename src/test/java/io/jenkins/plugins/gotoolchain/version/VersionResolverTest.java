package io.jenkins.plugins.gotoolchain.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.junit.Test;

public class VersionResolverTest {

    private static final KnownVersions UNASKED = () -> {
        throw new AssertionError("the known versions were asked for");
    };

    static Collection<GoVersion> versions(String... names) {
        List<GoVersion> versions = new ArrayList<>();
        for (String name : names) {
            versions.add(new GoVersion(name));
        }
        return versions;
    }

    private static Resolution resolve(String selector, String... known) throws Exception {
        return VersionResolver.resolve(VersionSelector.parse(selector), null, () -> versions(known));
    }

    private static Collection<GoVersion> everyRelease() throws IOException {
        List<GoVersion> versions = new ArrayList<>();
        for (List<String> names : Fixture.ordered("releases.txt")) {
            versions.add(GoVersion.parse(names.get(0)));
        }
        Collections.reverse(versions);
        return versions;
    }

    @Test
    public void aVersionNamedInFullNeedsNoList() throws Exception {
        Resolution resolution = VersionResolver.resolve(VersionSelector.parse("go1.24.1"), null, UNASKED);
        assertThat(resolution).isEqualTo(new Resolution("go1.24.1", new GoVersion("1.24.1"), "named in full"));
    }

    @Test
    public void twoNumbersComeToTheNewestPatchOfTheirLanguage() throws Exception {
        assertThat(VersionResolver.resolve(VersionSelector.parse("1.20"), null, VersionResolverTest::everyRelease))
                .isEqualTo(new Resolution("1.20", new GoVersion("1.20.14"), "newest of 1.20"));
        assertThat(VersionResolver.resolve(VersionSelector.parse("1.24.x"), null, VersionResolverTest::everyRelease))
                .isEqualTo(new Resolution("1.24.x", new GoVersion("1.24.13"), "newest of 1.24"));
        assertThat(VersionResolver.resolve(VersionSelector.parse("1.0"), null, VersionResolverTest::everyRelease)
                        .version())
                .isEqualTo(new GoVersion("1.0.3"));
    }

    @Test
    public void patchTenIsNewerThanPatchNine() throws Exception {
        assertThat(resolve("1.24", "1.24.9", "1.24.10", "1.24.2").version().text()).isEqualTo("1.24.10");
    }

    @Test
    public void aPrereleaseIsNeverTheNewest() throws Exception {
        assertThat(resolve("1.24", "1.24rc3", "1.24.0", "1.25rc1").version().text()).isEqualTo("1.24.0");
        assertThat(resolve("stable", "1.26rc1", "1.25.2", "1.24.9").version().text()).isEqualTo("1.25.2");
        assertThatThrownBy(() -> resolve("1.26", "1.26rc1", "1.25.2"))
                .isInstanceOf(VersionException.class)
                .hasMessageContaining("no release of Go 1.26 is known")
                .hasMessageContaining("1.25.2");
    }

    @Test
    public void stableAndOldstableAreTheNewestOfTheTwoNewestLanguages() throws Exception {
        assertThat(VersionResolver.resolve(VersionSelector.parse("stable"), null, VersionResolverTest::everyRelease))
                .isEqualTo(new Resolution("stable", new GoVersion("1.27.4"), "newest release"));
        assertThat(VersionResolver.resolve(VersionSelector.parse("oldstable"), null, VersionResolverTest::everyRelease))
                .isEqualTo(new Resolution(
                        "oldstable", new GoVersion("1.26.11"), "newest of 1.26, the one before 1.27"));
    }

    @Test
    public void oldstableIsRefusedWhereTheSourceLacksTheLanguageBeforeTheNewest() {
        assertThatThrownBy(() -> resolve("oldstable", "1.27.0", "1.24.1"))
                .isInstanceOf(VersionException.class)
                .hasMessageContaining("no release of Go 1.26 is known");
    }

    @Test
    public void withNothingKnownItSaysSo() {
        for (String selector : new String[] {"stable", "oldstable", "1.24"}) {
            assertThatThrownBy(() -> resolve(selector))
                    .isInstanceOf(VersionException.class)
                    .hasMessageContaining("known");
        }
    }

    @Test
    public void theErrorForAReleaseThatIsNotThereNamesTheNewestOfItsLanguage() {
        Resolution wanted = new Resolution("go.mod", new GoVersion("1.24.99"), "go.mod:3 go 1.24.99");
        assertThat(UnknownRelease.of(wanted, "linux/amd64", versions("1.24.9", "1.24.11", "1.25.0")).getMessage())
                .isEqualTo("there is no Go 1.24.99 for linux/amd64, which go.mod:3 go 1.24.99 asks for\n"
                        + "  to do: the newest of 1.24 to be had is 1.24.11; a go line is a minimum, so it may name any release"
                        + " that exists");
    }

    @Test
    public void theErrorForAnUnknownLanguageNamesTheNewestOfAFewOthers() {
        Resolution wanted = new Resolution("1.99.1", new GoVersion("1.99.1"), "named in full");
        assertThat(UnknownRelease.of(wanted, "linux/amd64", versions("1.24.9", "1.25.0", "1.25.3", "1.26.1", "1.23.1", "1.27rc1"))
                        .getMessage())
                .isEqualTo("there is no Go 1.99.1 for linux/amd64\n  to do: what there is: 1.26.1, 1.25.3, 1.24.9");
    }

    @Test
    public void aFileWithoutAWorkspaceIsRefused() {
        assertThatThrownBy(() -> VersionResolver.resolve(VersionSelector.parse("go.mod"), null, UNASKED))
                .isInstanceOf(VersionException.class)
                .hasMessageContaining("there is no workspace");
    }

    @Test
    public void aWorkspaceThatIsNotThereIsRefused() {
        Path missing = Path.of("no", "such", "workspace");
        assertThatThrownBy(() -> VersionResolver.resolve(VersionSelector.parse("go.mod"), missing, UNASKED))
                .isInstanceOf(VersionException.class)
                .hasMessageContaining("does not exist");
    }
}
