package io.jenkins.plugins.gotoolchain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.time.Duration;
import java.util.Random;
import org.junit.Test;

public class BackoffTest {

    /** Always the longest wait that jitter allows. */
    private static final Random LONGEST = new Random() {
        private static final long serialVersionUID = 1L;

        @Override
        public double nextDouble() {
            return Math.nextDown(1.0);
        }
    };

    @Test
    public void waitsDoubleUpToTheirTop() {
        Backoff backoff = new Backoff(100, LONGEST);
        long[] millis = new long[12];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = backoff.next(null).toMillis() + 1;
        }
        assertThat(millis).containsExactly(
                500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000, 30000, 30000, 30000);
    }

    @Test
    public void retriesAreCountedAndGivenBackByOneMebibyte() {
        Backoff backoff = new Backoff(2, LONGEST);
        assertThat(backoff.next(null)).isNotNull();
        assertThat(backoff.next(null)).isNotNull();
        backoff.brought((1 << 20) - 1, 100L << 20);
        assertThat(backoff.next(null)).isNull();
        backoff.brought(1 << 20, 100L << 20);
        assertThat(backoff.next(null).toMillis()).isEqualTo(499);
    }

    @Test
    public void fivePercentOfASmallFileGiveThemBackToo() {
        Backoff backoff = new Backoff(1, LONGEST);
        backoff.next(null);
        backoff.brought(49, 1000);
        assertThat(backoff.next(null)).isNull();
        backoff.brought(50, 1000);
        assertThat(backoff.next(null)).isNotNull();
        backoff.brought(0, 0);
        backoff.brought(5, -1);
        backoff.brought(-5, 10);
        assertThat(backoff.next(null)).isNull();
    }

    @Test
    public void whatTheServerAsksForCountsUpToItsTop() {
        Backoff backoff = new Backoff(9, LONGEST);
        assertThat(backoff.next(Duration.ofSeconds(90))).isEqualTo(Duration.ofSeconds(90));
        assertThat(backoff.next(Duration.ofDays(300))).isEqualTo(Duration.ofMinutes(2));
        assertThat(backoff.next(Duration.ZERO).toMillis()).isEqualTo(1999);
    }

    @Test
    public void theProfilesAreThoseOfTheContract() throws Exception {
        assertThat(Profile.parse("intranet").timeouts()).extracting(Timeouts::connect, Timeouts::stall, Timeouts::retries)
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(5), 2);
        assertThat(Profile.parse("internet").timeouts()).extracting(Timeouts::connect, Timeouts::stall, Timeouts::retries)
                .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(30), 3);
        assertThat(Profile.parse("large-file").timeouts()).extracting(Timeouts::connect, Timeouts::stall, Timeouts::retries)
                .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(60), 3);
        assertThatThrownBy(() -> Profile.parse("LAN")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("use intranet, internet or large-file");
    }
}
