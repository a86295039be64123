package io.jenkins.plugins.gotoolchain.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import org.junit.Test;

public class RequirementTest {

    @Test
    public void wordsAreThoseOfTheSettings() throws Exception {
        assertThat(Requirement.parse("sha256")).isEqualTo(Requirement.SHA256);
        assertThat(Requirement.parse("signature")).isEqualTo(Requirement.SIGNATURE);
        assertThat(Requirement.parse("sumdb")).isEqualTo(Requirement.SUMDB).hasToString("sumdb");
    }

    @Test
    public void anotherWordIsAConfigurationError() {
        for (String word : new String[] {"", "SHA256", "md5", "none"}) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> Requirement.parse(word))
                    .withMessageContaining("require sha256, signature or sumdb");
        }
    }
}
