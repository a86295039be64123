package io.jenkins.plugins.gotoolchain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Each way a line can break, at the start, in the middle and at the last byte of header and body. */
@RunWith(Parameterized.class)
public class WireFaultsTest {

    private static final int SIZE = Rig.SIZE;
    /** Shorter than any header that the server sends. */
    private static final int HEADER = 150;

    @Rule
    public final Rig rig = new Rig();

    @Parameter(0)
    public String name;

    @Parameter(1)
    public Supplier<Fault> fault;

    /** Bytes of the file that came before the fault. */
    @Parameter(2)
    public int came;

    @Parameter(3)
    public String words;

    @Parameters(name = "{0}")
    public static List<Object[]> faults() {
        List<Object[]> all = new ArrayList<>();
        for (int at : new int[] {0, 1, HEADER}) {
            all.add(row("closed in the header after " + at, () -> Fault.cutInHeader(at), 0, "closed"));
            all.add(row("reset in the header after " + at, () -> Fault.resetInHeader(at), 0, "connection"));
            all.add(row("stall in the header after " + at, () -> Fault.stallInHeader(at), 0, "not a byte came for 5 s"));
        }
        body(all, "closed", Fault::cutAfter, "closed after");
        body(all, "reset", Fault::resetAfter, "connection broke");
        body(all, "stall", Fault::stallAfter, "not a byte came for 5 s");
        body(all, "closed in a chunk", at -> Fault.cutAfter(at).chunked(), "closed before the last chunk");
        body(all, "reset in a chunk", at -> Fault.resetAfter(at).chunked(), "connection broke");
        body(all, "stall in a chunk", at -> Fault.stallAfter(at).chunked(), "not a byte came for 5 s");
        body(all, "closed without a length", at -> Fault.cutAfter(at).header("Content-Length", null), "ended after");
        return all;
    }

    private static void body(List<Object[]> all, String how, IntFunction<Fault> fault, String words) {
        for (int at : new int[] {0, 1, SIZE / 2, SIZE - 1}) {
            all.add(row(how + " in the body after " + at, () -> fault.apply(at), at, words));
        }
    }

    private static Object[] row(String name, Supplier<Fault> fault, int came, String words) {
        return new Object[] {name, fault, came, words};
    }

    private DownloadRequest request() {
        return rig.request(SIZE, Rig.sha256(Rig.FILE), null);
    }

    @Test
    public void theNextAttemptGoesOnWhereThisOneEnded() throws Exception {
        rig.server.script(fault.get());

        Downloaded got = rig.downloader().download(request());

        assertThat(Files.readAllBytes(got.file())).isEqualTo(Rig.FILE.bytes());
        assertThat(got.attempts()).isEqualTo(2);
        assertThat(got.sha256()).isEqualTo(Rig.sha256(Rig.FILE));
        assertThat(got.fetched()).isEqualTo(SIZE);
        assertThat(rig.said.retries).hasSize(1);
        assertThat(rig.said.retries.get(0)).contains(words);
    }

    @Test
    public void theNextRunGoesOnWhereTheLastOneEnded() throws Exception {
        rig.server.script(fault.get(), Fault.status(503, "Down"), Fault.status(503, "Down"));
        UnreachableException failed = catchThrowableOfType(
                UnreachableException.class, () -> rig.downloader().download(request()));
        assertThat(failed.getMessage()).contains(
                "a.tar.gz could not be downloaded from 127.0.0.1: 127.0.0.1 answered 503 Down.", words, "to do: ");
        assertThat(failed.tried()).hasSize(3);

        Downloaded got = rig.downloader().download(request());

        assertThat(Files.readAllBytes(got.file())).isEqualTo(Rig.FILE.bytes());
        assertThat(got.resumedFrom()).isEqualTo(came);
        assertThat(got.fetched()).isEqualTo(SIZE - came);
    }
}
