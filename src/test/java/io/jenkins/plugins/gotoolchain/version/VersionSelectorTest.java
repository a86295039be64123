package io.jenkins.plugins.gotoolchain.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.Exact;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.InFile;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.NewestPatch;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.OldStable;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.Stable;
import org.junit.Test;

public class VersionSelectorTest {

    private static void isExact(String text, String version) throws VersionException {
        VersionSelector selector = VersionSelector.parse(text);
        assertThat(selector).isInstanceOf(Exact.class);
        assertThat(((Exact) selector).version().text()).isEqualTo(version);
        assertThat(selector.text()).isEqualTo(text.strip());
    }

    private static void isNewestOf(String text, String language) throws VersionException {
        VersionSelector selector = VersionSelector.parse(text);
        assertThat(selector).isInstanceOf(NewestPatch.class);
        assertThat(((NewestPatch) selector).language()).isEqualTo(new GoVersion(language));
        assertThat(selector.text()).isEqualTo(text);
    }

    @Test
    public void threeNumbersAreOneRelease() throws Exception {
        isExact("1.24.1", "1.24.1");
        isExact("go1.24.1", "1.24.1");
        isExact(" 1.24.1\n", "1.24.1");
    }

    @Test
    public void threeNumbersWithAZeroAreTheFirstReleaseEvenBefore121() throws Exception {
        isExact("1.20.0", "1.20");
        isExact("1.21.0", "1.21.0");
    }

    @Test
    public void twoNumbersAreTheNewestPatchEvenBefore121() throws Exception {
        isNewestOf("1.24", "1.24");
        isNewestOf("go1.24", "1.24");
        isNewestOf("1.20", "1.20");
        isNewestOf("1.0", "1");
    }

    @Test
    public void anXMeansAnyPatch() throws Exception {
        isNewestOf("1.24.x", "1.24");
        isNewestOf("1.20.x", "1.20");
    }

    @Test
    public void aPrereleaseIsHadByItsName() throws Exception {
        isExact("1.25rc1", "1.25rc1");
        isExact("go1.18beta2", "1.18beta2");
    }

    @Test
    public void wordsNameTheTwoSupportedReleases() throws Exception {
        assertThat(VersionSelector.parse("stable")).isInstanceOf(Stable.class);
        assertThat(VersionSelector.parse("oldstable")).isInstanceOf(OldStable.class);
    }

    @Test
    public void filesAreNamedAlsoInFolders() throws Exception {
        for (String name : new String[] {"go.mod", "go.work", ".go-version", ".tool-versions", "services/api/go.mod"}) {
            assertThat(VersionSelector.parse(name)).isEqualTo(new InFile(name));
        }
        assertThat(VersionSelector.parse("./go.mod")).isEqualTo(new InFile("go.mod"));
        assertThat(VersionSelector.parse("a\\go.mod")).isEqualTo(new InFile("a/go.mod"));
    }

    @Test
    public void aPathThatLeavesTheWorkspaceIsRefused() {
        for (String path : new String[] {"../go.mod", "a/../../go.mod", "/etc/go.mod", "C:\\go.mod", "\\\\host\\go.mod", "a/\0/go.mod", "a\n/go.mod"}) {
            assertThatThrownBy(() -> VersionSelector.parse(path))
                    .as(path)
                    .isInstanceOf(VersionException.class)
                    .hasMessageContaining("not a path inside the workspace");
        }
    }

    @Test
    public void whatIsNoSelectorIsRefusedWithTheFormsThereAre() {
        for (String text : new String[] {"", "  ", "latest", "1.24.*", "1.x", "1.24.1.x", "1.25rc1.x", "v1.24.1", ">=1.24", "1.21.0rc1", "go"}) {
            assertThatThrownBy(() -> VersionSelector.parse(text))
                    .as(text)
                    .isInstanceOf(VersionException.class)
                    .hasMessageContaining("oldstable");
        }
    }

    @Test
    public void aMajorVersionAloneSaysTooLittle() {
        assertThatThrownBy(() -> VersionSelector.parse("1"))
                .isInstanceOf(VersionException.class)
                .hasMessageContaining("says too little");
    }
}
