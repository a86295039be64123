package io.jenkins.plugins.gotoolchain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class LocksTest {

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private FakeToolchain fake;
    private Path root;
    private ToolchainStore store;

    @Before
    public void setUp() throws Exception {
        fake = new FakeToolchain("1.24.1", "linux/amd64");
        root = temporary.getRoot().toPath().toRealPath().resolve("store");
        store = new ToolchainStore(root);
    }

    @Test
    public void twoStoresOnOneRootInOneProcessExcludeEachOther() throws Exception {
        Path link = temporary.getRoot().toPath().resolve("link");
        Files.createDirectory(root);
        Files.createSymbolicLink(link, root);
        ToolchainStore same = new ToolchainStore(link);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ToolchainStore mine = i % 2 == 0 ? store : same;
            threads.add(new Thread(() -> {
                for (int n = 0; n < 5; n++) {
                    try (InstallLock lock = mine.lock(fake.version, fake.platform, notice -> {})) {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        Thread.yield();
                        inside.decrementAndGet();
                    } catch (StoreException | InterruptedException e) {
                        most.set(100);
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(most).hasValue(1);
    }

    @Test
    public void twoVersionsAreInstalledAtTheSameTime() throws Exception {
        FakeToolchain other = new FakeToolchain("1.23.5", "linux/amd64");
        try (InstallLock one = store.lock(fake.version, fake.platform, notice -> {});
                InstallLock two = store.lock(other.version, other.platform, notice -> {});
                Staging first = store.stage(fake.version, fake.platform);
                Staging second = store.stage(other.version, other.platform)) {
            fake.unpack(first.folder());
            other.unpack(second.folder());
            store.publish(second, other.proof(), other.manifest(), other.draft());
            store.publish(first, fake.proof(), fake.manifest(), fake.draft());
        }
        assertThat(store.list()).hasSize(2);
    }

    @Test
    public void whoWaitsIsToldForWhat() throws Exception {
        List<String> notices = new ArrayList<>();
        InstallLock held = store.lock(fake.version, fake.platform, notice -> {});
        store.lock(fake.version, fake.platform, notice -> {
                    notices.add(notice);
                    held.close();
                })
                .close();
        assertThat(notices).hasSize(1);
        assertThat(notices.get(0)).contains("Go 1.24.1 for linux/amd64", "another thread of this process");
    }

    @Test
    public void whoWaitsCanBeInterrupted() throws Exception {
        AtomicReference<Exception> ended = new AtomicReference<>();
        CountDownLatch waiting = new CountDownLatch(1);
        try (InstallLock held = store.lock(fake.version, fake.platform, notice -> {})) {
            Thread thread = new Thread(() -> {
                try {
                    store.lock(fake.version, fake.platform, notice -> waiting.countDown()).close();
                } catch (StoreException | InterruptedException e) {
                    ended.set(e);
                }
            });
            thread.start();
            waiting.await();
            thread.interrupt();
            thread.join();
        }
        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
        store.lock(fake.version, fake.platform, notice -> {}).close();
    }

    @Test
    public void aLockThatThisProcessHoldsInAnotherWayIsRespectedAndNotLost() throws Exception {
        Path file = temporary.newFile().toPath().toRealPath();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileLock foreign = channel.lock();
            assertThat(HeldLock.tryExclusive(file)).isNull();
            assertThat(HeldLock.tryShared(file)).isNull();
            assertThat(foreign.isValid()).isTrue();
            foreign.release();
            HeldLock lock = HeldLock.tryExclusive(file);
            assertThat(lock).isNotNull();
            lock.close();
        }
    }

    @Test
    public void manyMayHoldASharedLockAndTheLastOneEndsIt() throws Exception {
        Path file = temporary.newFile().toPath().toRealPath();
        HeldLock one = HeldLock.tryShared(file);
        HeldLock two = HeldLock.tryShared(file);
        one.close();
        one.close();
        assertThat(HeldLock.tryExclusive(file)).isNull();
        two.close();
        try (HeldLock exclusive = HeldLock.tryExclusive(file)) {
            assertThat(exclusive).isNotNull();
            assertThat(HeldLock.tryShared(file)).isNull();
        }
    }

    @Test
    public void lockFilesStayWhereTheyAre() throws Exception {
        store.lock(fake.version, fake.platform, notice -> {}).close();
        Toolchain installed = fake.install(store);
        store.lease(installed).close();
        store.remove(fake.version, fake.platform, false);
        store.sweep();
        assertThat(root.resolve(".lock/go1.24.1.linux-amd64.install")).exists();
        assertThat(root.resolve(".lock/go1.24.1.linux-amd64.lease")).exists();
    }

    @Test
    public void whatIsLeasedIsNeverTakenAwayHoweverMuchIsPruned() throws Exception {
        ToolchainStore other = new ToolchainStore(root);
        AtomicReference<Exception> failure = new AtomicReference<>();
        AtomicInteger leased = new AtomicInteger();
        Thread pruning = new Thread(() -> {
            try {
                while (leased.get() < 12) {
                    other.prune(new PruneRules(0, null, -1, false));
                }
            } catch (StoreException | InterruptedException e) {
                failure.set(e);
            }
        });
        pruning.start();
        for (int attempt = 0; attempt < 300 && leased.get() < 12; attempt++) {
            Toolchain installed = fake.install(store);
            try (Lease lease = store.lease(installed)) {
                Thread.yield();
                assertThat(installed.home().resolve("bin/go")).exists();
                leased.incrementAndGet();
            } catch (StoreException e) {
                assertThat(e.getMessage()).contains("was removed by someone else just now");
            }
        }
        leased.set(12);
        pruning.join();
        assertThat(failure.get()).isNull();
    }

    @Test
    public void aLeaseOnWhatWasRemovedMeanwhileIsRefused() throws Exception {
        Toolchain installed = fake.install(store);
        store.remove(fake.version, fake.platform, false);
        assertThatThrownBy(() -> store.lease(installed))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("was removed by someone else just now");
        assertThat(LeaseFile.isHeld(root.resolve(".lock/go1.24.1.linux-amd64.lease"))).isFalse();
    }
}
