package io.jenkins.plugins.gotoolchain.trust.sumdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class KeptHeadTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final TestKey key = new TestKey("sum.example.com");

    private KeptHead kept() {
        return new KeptHead(folder.getRoot().toPath(), key.verifier());
    }

    private TreeHead head(long size) {
        Hash root = NaiveTree.leafOf(NaiveTree.record(size));
        return new TreeHead(size, root, key.note(size, root));
    }

    @Test
    public void theFirstTimeThereIsTheEmptyTree() throws Exception {
        assertThat(kept().read()).isEqualTo(TreeHead.EMPTY);
    }

    @Test
    public void aHeadIsReadAsItWasKept() throws Exception {
        assertThat(kept().replace(TreeHead.EMPTY, head(5))).isTrue();
        assertThat(kept().read()).isEqualTo(head(5));
    }

    @Test
    public void aHeadThatChangedMeanwhileIsNotReplaced() throws Exception {
        kept().replace(TreeHead.EMPTY, head(5));

        assertThat(kept().replace(TreeHead.EMPTY, head(6))).isFalse();
        assertThat(kept().read()).isEqualTo(head(5));
    }

    @Test
    public void whatACrashedWriterLeftIsOverwritten() throws Exception {
        Files.writeString(folder.getRoot().toPath().resolve("latest.new"), "half a no");

        assertThat(kept().replace(TreeHead.EMPTY, head(5))).isTrue();
        assertThat(kept().read()).isEqualTo(head(5));
    }

    @Test
    public void anInterruptIsHonouredAndKeepsWhatWasThere() throws Exception {
        kept().replace(TreeHead.EMPTY, head(5));

        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> kept().replace(head(5), head(6)));

        assertThat(kept().read()).isEqualTo(head(5));
    }

    @Test
    public void manyThreadsLoseNoHead() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            counts.add(threads.submit(() -> advance(kept(), key, 10)));
        }
        for (Future<Integer> count : counts) {
            assertThat(count.get()).isEqualTo(10);
        }
        threads.shutdown();

        assertThat(kept().read().size()).isEqualTo(80);
    }

    /** Adds to the size of the tree that is kept, so many times, whoever else does the same. */
    private static int advance(KeptHead kept, TestKey key, int times) throws IOException, InterruptedException {
        int done = 0;
        while (done < times) {
            TreeHead before = kept.read();
            long size = before.size() + 1;
            if (kept.replace(before, new TreeHead(size, Hash.OF_EMPTY_TREE, key.note(size, Hash.OF_EMPTY_TREE)))) {
                done++;
            }
        }
        return done;
    }

    @Test
    public void manyProcessesOnOneStateFolderKeepTheNewestHead() throws Exception {
        Path state = folder.newFolder("state").toPath();
        Path out = folder.newFile("out").toPath();
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            LookUpInAProcess.class.getName(),
                            state.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
                    .start());
        }
        for (Process process : processes) {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(out)).isZero();
        }

        OwnDatabase database = LookUpInAProcess.database(LookUpInAProcess.LARGEST);
        Path latest = state.resolve(database.key.verifier().id()).resolve("latest");
        assertThat(latest).hasContent(database.key.note(LookUpInAProcess.LARGEST, database.tree.root()));
    }
}
