package io.jenkins.plugins.gotoolchain.version;

import static io.jenkins.plugins.gotoolchain.version.VersionResolverTest.versions;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.Test;

public class SupportedReleasesTest {

    @Test
    public void theTwoNewestLanguagesAreSupported() {
        SupportedReleases supported =
                SupportedReleases.of(versions("1.24.9", "1.26.0", "1.25.1", "1.27rc1", "1.25.9", "1.26.3", "1.25.2"));
        assertThat(supported.stable()).contains(new GoVersion("1.26.3"));
        assertThat(supported.oldStable()).contains(new GoVersion("1.25.9"));
        assertThat(supported.supports(new GoVersion("1.25.0"))).isTrue();
        assertThat(supported.supports(new GoVersion("1.24.9"))).isFalse();
        assertThat(supported.supports(new GoVersion("1.27rc1"))).isFalse();
    }

    @Test
    public void ofNothingNothingIsSupported() {
        SupportedReleases none = SupportedReleases.of(List.of());
        assertThat(none.stable()).isEmpty();
        assertThat(none.oldStable()).isEmpty();
        assertThat(none.supports(new GoVersion("1.26.0"))).isFalse();
    }
}
