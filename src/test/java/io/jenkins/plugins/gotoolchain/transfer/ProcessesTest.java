package io.jenkins.plugins.gotoolchain.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.gotoolchain.testing.Fault;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** Real processes, killed for real. */
public class ProcessesTest {

    private static final int SIZE = Rig.SIZE;

    @Rule
    public final Rig rig = new Rig();

    private final List<Process> children = new ArrayList<>();

    @Before
    public void letStallsStand() {
        rig.server.onStall(() -> {});
    }

    @After
    public void end() throws Exception {
        for (Process child : children) {
            child.destroyForcibly();
            child.waitFor();
        }
    }

    private Process child(String... wrapper) throws Exception {
        Process child = ChildDownload.start(rig.request(), wrapper);
        children.add(child);
        return child;
    }

    private static BufferedReader output(Process child) {
        return new BufferedReader(new InputStreamReader(child.getInputStream()));
    }

    private void await(Process child, long bytes) throws Exception {
        for (int i = 0; i < 6000; i++) {
            if (!rig.server.requests().isEmpty() && rig.data().toFile().length() >= bytes) {
                return;
            }
            assertThat(child.isAlive()).isTrue();
            Thread.sleep(10);
        }
        throw new AssertionError("the child did not get as far as " + bytes);
    }

    private void assertNextRunFetches(long bytes) throws Exception {
        Downloaded got = rig.download();
        assertThat(Files.readAllBytes(got.file())).isEqualTo(Rig.FILE.bytes());
        assertThat(got.fetched()).isEqualTo(bytes);
    }

    @Test
    public void afterAKillTheNextRunGoesOn() throws Exception {
        int fetchedBefore = SIZE / 10 * 9;
        rig.server.script(Fault.stallAfter(fetchedBefore));
        Process child = child();
        await(child, fetchedBefore);
        child.destroyForcibly().waitFor();
        assertNextRunFetches(SIZE - fetchedBefore);
    }

    @Test
    public void afterAKillBeforeTheFirstByteTheNextRunBegins() throws Exception {
        rig.server.script(Fault.stallInHeader(10));
        Process child = child();
        await(child, 0);
        child.destroyForcibly().waitFor();
        assertNextRunFetches(SIZE);
    }

    @Test
    public void whoWaitsForAKilledOneGoesOnFromItsBytes() throws Exception {
        rig.server.script(Fault.stallAfter(SIZE / 2));
        Process first = child();
        await(first, SIZE / 2);
        BufferedReader second = output(child());
        assertThat(second.readLine()).isEqualTo("waiting for another download to a.tar.gz.part");
        assertThat(rig.server.requests()).hasSize(1);
        first.destroyForcibly().waitFor();
        assertThat(second.readLine()).isEqualTo("done " + Rig.sha256(Rig.FILE) + " " + SIZE / 2);
    }

    @Test
    public void afterKillsAtRandomMomentsTheNextRunGoesOnFromEachOfThem() throws Exception {
        Random random = new Random();
        for (int kill = 0; kill < 6; kill++) {
            long before = rig.data().toFile().length();
            rig.server.script(Fault.stallAfter(SIZE / 8));
            Process child = child();
            await(child, before + (long) (random.nextDouble() * SIZE / 8));
            child.destroyForcibly().waitFor();
            assertThat(rig.data().toFile().length()).isGreaterThanOrEqualTo(before);
        }
        assertNextRunFetches(SIZE - rig.data().toFile().length());
    }

    @Test
    public void aDiskThatIsFullHalfWayLosesNothing() throws Exception {
        Assume.assumeTrue("a limit of file sizes needs a shell", new File("/bin/sh").canExecute());
        Process child = child("/bin/sh", "-c", "ulimit -f 4096; exec \"$0\" \"$@\""); // blocks of 512 bytes
        String said = new String(child.getInputStream().readAllBytes());
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("a.tar.gz.part could not be written", "to do: ").doesNotContain("\tat ");
        long here = rig.data().toFile().length();
        assertThat(here).isBetween(1_000_000L, 3_000_000L);
        assertNextRunFetches(SIZE - here);
    }
}
