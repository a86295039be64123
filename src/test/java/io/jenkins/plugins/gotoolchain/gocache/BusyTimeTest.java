package io.jenkins.plugins.gotoolchain.gocache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class BusyTimeTest {

    @Test
    public void isWhatLiesBetweenPiecesInWhateverOrderTheyAreSeen() {
        assertThat(busy(5_000, 1_000, 3_000)).isEqualTo(4_000);
    }

    @Test
    public void aPauseOfTheBuildIsCountedForNoMoreThanALongPiece() {
        assertThat(busy(0, 1_000, 601_000, 602_000)).isEqualTo(1_000 + BusyTime.LONG_PIECE + 1_000);
    }

    @Test
    public void onePieceOrNoneHasNoTime() {
        assertThat(busy()).isZero();
        assertThat(busy(7)).isZero();
    }

    @Test
    public void takesAsManyAsThereAre() {
        long[] all = new long[1000];
        for (int i = 0; i < all.length; i++) {
            all[i] = 10L * i;
        }
        assertThat(busy(all)).isEqualTo(9_990);
    }

    private static long busy(long... moments) {
        BusyTime time = new BusyTime();
        for (long moment : moments) {
            time.add(moment);
        }
        return time.sum();
    }
}
