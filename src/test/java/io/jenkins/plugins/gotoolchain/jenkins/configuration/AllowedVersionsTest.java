package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.util.List;
import org.junit.Test;

public class AllowedVersionsTest {

    private static boolean allows(String rules, String version) throws Exception {
        return AllowedVersions.parse(rules).allows(new GoVersion(version));
    }

    @Test
    public void withoutARuleAllAreAllowed() throws Exception {
        assertThat(allows(null, "1.4")).isTrue();
        assertThat(allows(" , ", "1.25rc1")).isTrue();
    }

    @Test
    public void comparisonsHoldTogether() throws Exception {
        assertThat(allows(">=1.23, <1.25", "1.23.0")).isTrue();
        assertThat(allows(">=1.23, <1.25", "1.24.13")).isTrue();
        assertThat(allows(">=1.23, <1.25", "1.25.0")).isFalse();
        assertThat(allows(">=1.23, <1.25", "1.22.12")).isFalse();
        assertThat(allows(">1.24.1", "1.24.1")).isFalse();
        assertThat(allows("<=1.24.1", "1.24.1")).isTrue();
    }

    @Test
    public void versionsAndPatternsAreAlternatives() throws Exception {
        assertThat(allows("1.22.12, 1.24.x", "1.22.12")).isTrue();
        assertThat(allows("1.22.12, 1.24.x", "1.24.7")).isTrue();
        assertThat(allows("1.22.12, 1.24.x", "1.22.11")).isFalse();
        assertThat(allows(">=1.25, 1.22.12", "1.22.12")).isTrue();
    }

    @Test
    public void whatCannotBeReadIsRefusedAndAllowsNothingByAccident() {
        for (String wrong : List.of("about 1.24", ">=x", "stable", "go.mod", "=1.24")) {
            assertThatThrownBy(() -> AllowedVersions.parse(wrong)).as(wrong).isInstanceOf(ConfigurationException.class);
        }
    }
}
