package io.jenkins.plugins.gotoolchain.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.Rule;
import org.junit.Test;

/** A download that nobody waits for leaves the line to others. */
public class PaceTest {

    @Rule
    public final Rig rig = new Rig();

    private Duration slept() {
        return rig.ticker.naps().stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Test
    public void comesNoFasterThanItMay() throws Exception {
        rig.network = rig.network.pacedTo(1_000_000);
        assertThat(rig.download().size()).isEqualTo(Rig.SIZE);
        assertThat(slept()).isBetween(Duration.ofMillis(3_990), Duration.ofMillis(4_010));
    }

    @Test
    public void withoutALimitNothingIsSlept() throws Exception {
        rig.download();
        assertThat(rig.ticker.naps()).isEmpty();
    }

    @Test
    public void ofWhatASourceWasTooSlowForASecondIsMadeUp() throws Exception {
        BodyPace pace = new BodyPace(1_000, rig.ticker);
        pace.spend(1_000);
        rig.ticker.advance(Duration.ofMinutes(1));
        pace.spend(400);
        pace.spend(600);
        pace.spend(500);
        assertThat(rig.ticker.naps()).containsExactly(Duration.ofSeconds(1), Duration.ofMillis(500));
    }
}
