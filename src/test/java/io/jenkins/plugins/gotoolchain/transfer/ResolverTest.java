package io.jenkins.plugins.gotoolchain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.testing.ManualTicker;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.After;
import org.junit.Test;

public class ResolverTest {

    private final ManualTicker ticker = new ManualTicker();
    private final StallGuard guard = new StallGuard(ticker, Duration.ofSeconds(5), Long.MAX_VALUE);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private final Resolver hanging = new Resolver(host -> {
        asked.countDown();
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UnknownHostException(host);
    });

    @After
    public void end() {
        guard.close();
        never.countDown();
    }

    @Test
    public void aResolverThatHangsIsLeftWhenTheTimeIsOver() {
        Thread clock = new Thread(() -> {
            try {
                asked.await();
                ticker.advance(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        clock.start();
        assertThatThrownBy(() -> hanging.resolve("go.example", guard)).isInstanceOf(InterruptedIOException.class);
        assertThat(guard.cut()).isEqualTo(StallGuard.Cut.STALLED);
    }

    @Test
    public void aResolverThatHangsIsLeftOnInterrupt() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> hanging.resolve("go.example", guard)).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    public void digitsAreNotLookedUp() throws Exception {
        assertThat(hanging.resolve("127.0.0.1", guard)).containsExactly(InetAddress.getByName("127.0.0.1"));
        assertThat(hanging.resolve("[::1]", guard)).containsExactly(InetAddress.getByName("::1"));
    }

    @Test
    public void aNameThatIsNotThereIsSaidAsSuch() {
        Resolver none = new Resolver(host -> {
            throw new UnknownHostException(host);
        });
        assertThatThrownBy(() -> none.resolve("go.example", guard)).isInstanceOf(UnknownHostException.class);
        Resolver broken = new Resolver(host -> {
            throw new IllegalStateException("broken");
        });
        assertThatThrownBy(() -> broken.resolve("go.example", guard)).isInstanceOf(IOException.class)
                .hasMessageContaining("the look-up of go.example failed: broken");
    }
}
