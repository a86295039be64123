package io.jenkins.plugins.gotoolchain.jenkins.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.gotoolchain.provision.LineProgress;
import io.jenkins.plugins.gotoolchain.transfer.TransferProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

/** What is counted of a node's downloads is still said in the log. */
public class CountedTransfersTest {

    private final List<String> lines = new ArrayList<>();
    private final CountedTransfers counted = new CountedTransfers(new LineProgress(lines::add, () -> 0));

    @Test
    public void aDownloadFromTheStartIsNoResume() {
        counted.transfer().started("go.tar.gz", 0, 100);
        assertThat(counted.resumes()).isZero();
    }

    @Test
    public void retriesAndResumesOfAllDownloadsAreCountedTogetherAndSaid() {
        for (int i = 0; i < 2; i++) {
            TransferProgress progress = counted.transfer();
            progress.started("go.tar.gz", 0, 100);
            progress.retrying("connection reset", Duration.ofMillis(500));
            progress.started("go.tar.gz", 50, 100);
        }
        assertThat(counted.retries()).isEqualTo(2);
        assertThat(counted.resumes()).isEqualTo(2);
        assertThat(lines).contains("connection reset; again in 500 ms");
    }
}
