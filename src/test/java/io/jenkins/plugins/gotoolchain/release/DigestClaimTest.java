package io.jenkins.plugins.gotoolchain.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.Test;

public class DigestClaimTest {

    @Test
    public void onlyAWholeDigestInLowerCaseIsAClaim() {
        String sha256 = "0123456789abcdef".repeat(4);
        assertThat(new DigestClaim(sha256, DigestClaim.Kind.PIN, "a pin", true).sha256()).isEqualTo(sha256);
        for (String text : new String[] {"", null, sha256.substring(1), sha256 + "0", sha256.toUpperCase(), "g".repeat(64)}) {
            assertThatThrownBy(() -> new DigestClaim(text, DigestClaim.Kind.INDEX, "an index", true))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
