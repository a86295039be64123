package io.jenkins.plugins.gotoolchain.archivecache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.provision.ProvisionListener;
import io.jenkins.plugins.gotoolchain.provision.ProvisionRequest;
import io.jenkins.plugins.gotoolchain.provision.ProvisionSettings;
import io.jenkins.plugins.gotoolchain.provision.Provisioned;
import io.jenkins.plugins.gotoolchain.provision.Provisioner;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.store.Pace;
import io.jenkins.plugins.gotoolchain.testing.Content;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.FaultyServer;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import io.jenkins.plugins.gotoolchain.testing.ToolchainTree;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import io.jenkins.plugins.gotoolchain.transfer.RelayedAnswer;
import io.jenkins.plugins.gotoolchain.trust.Requirement;
import io.jenkins.plugins.gotoolchain.trust.TrustPolicy;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Nodes that have no way out but a relay, with the road as it is. */
public class ArchiveRelayTest {

    private static final Platform LINUX = new Platform("linux", "amd64");
    private static final long GIB = 1L << 30;

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    @Rule
    public ToolchainFixture go = new ToolchainFixture("1.24.2").with(new ToolchainTree("1.24.1").noise("src/large/noise.txt", 900_000));

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private Path folder;
    private ArchiveRelay relay;
    private boolean cutOff = true;
    private Runnable onNotice = () -> {};

    @Before
    public void open() {
        folder = temporary.getRoot().toPath().resolve("cache");
        relay = new ArchiveRelay(new ArchiveCache(folder, GIB), 2);
    }

    @After
    public void close() {
        relay.close();
    }

    @Test
    public void aNodeWithoutAWayOutGetsWhatTheSourceHasAndProvesItItself() throws Exception {
        Provisioned provisioned = node("a").provide("1.24.1", proxied());
        assertThat(provisioned.installedNow()).isTrue();
        assertThat(provisioned.toolchain().receipt().source()).isEqualTo("goproxy:" + go.proxy());
        assertThat(provisioned.toolchain().receipt().evidence()).extracting(one -> one.kind()).contains("sumdb");
        assertThat(go.asked(go.zipPath("1.24.1"))).isEqualTo(1);
    }

    @Test
    public void theNextNodeCostsTheSourceNothing() throws Exception {
        node("a").provide("1.24.1", proxied());
        int asked = go.server().requests().size();
        node("b").provide("1.24.1", proxied());
        assertThat(go.server().requests()).hasSize(asked);
        assertThat(relay.counts().fills()).isEqualTo(1);
        assertThat(relay.counts().hits()).isPositive();
    }

    @Test
    public void aSitesArchiveIsCachedToo() throws Exception {
        ProvisionSettings site = settings(SourceSpec.site(go.site(), true));
        assertThat(node("a").provide("1.24.1", site).toolchain().receipt().archiveSha256()).isEqualTo(go.sha256("1.24.1"));
        node("b").provide("1.24.1", site);
        assertThat(go.asked(go.sitePath("1.24.1"))).isEqualTo(1);
    }

    @Test
    public void twentyNodesAtTheSameMomentAreOneDownload() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(20);
        try {
            List<Future<Provisioned>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String name = "node" + i;
                all.add(nodes.submit(() -> node(name).provide("1.24.1", proxied())));
            }
            for (Future<Provisioned> one : all) {
                assertThat(one.get().installedNow()).isTrue();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(go.asked(go.zipPath("1.24.1"))).isEqualTo(1);
        assertThat(relay.cache().list()).hasSize(1);
    }

    @Test
    public void aConnectionThatBreaksIsGoneOnWithWhereItStopped() throws Exception {
        Node node = node("a");
        OverTheWire wire = new OverTheWire(node.pass("1.24.1", proxied())).breakingAt(number -> number == 2);
        assertThat(node.provide("1.24.1", proxied(), wire).installedNow()).isTrue();
        long parts = (relay.cache().list().get(0).size() + ChunkDigests.CHUNK - 1) / ChunkDigests.CHUNK;
        assertThat(parts).isGreaterThan(2);
        assertThat(wire.reads.get()).as("no part but the broken one twice").isLessThanOrEqualTo((int) parts + 2);
    }

    @Test
    public void aPartThatWasDamagedInTheCacheIsFetchedAnewAndNeverGiven() throws Exception {
        node("a").provide("1.24.1", proxied());
        CachedArchive archive = relay.cache().list().get(0);
        Path bytes = new CacheFolder(folder).bytes(archive.sha256());
        byte[] all = Files.readAllBytes(bytes);
        all[all.length / 2] ^= 1;
        Files.write(bytes, all);
        Provisioned provisioned = node("b").provide("1.24.1", proxied());
        assertThat(provisioned.installedNow()).isTrue();
        assertThat(go.asked(go.zipPath("1.24.1"))).isEqualTo(2);
        assertThat(provisioned.fetched()).as("the parts before it are not fetched again").isLessThan(all.length + 300_000);
    }

    @Test
    public void fewNodesGetLargePartsAndManyGetSmallOnes() throws Exception {
        RelayedAnswer answer = filled();
        int large = 3 * ChunkDigests.CHUNK;
        for (int i = 0; i < 16; i++) {
            assertThat(node("n").pass("1.24.1", proxied()).read(answer.body(), 0, 1 << 20).length).as("node %d", i)
                    .isEqualTo((int) Math.min(answer.size(), 1 << 20)).isGreaterThan(2 * ChunkDigests.CHUNK);
        }
        for (int i = 16; i < 64; i++) {
            assertThat(node("n").pass("1.24.1", proxied()).read(answer.body(), 0, 1 << 20).length).isLessThanOrEqualTo(large);
        }
        assertThat(node("n").pass("1.24.1", proxied()).read(answer.body(), 0, 1 << 20).length).isEqualTo(ChunkDigests.CHUNK);
    }

    @Test
    public void ofALargePartThatIsDamagedWhatComesBeforeIsGiven() throws Exception {
        RelayedAnswer answer = filled();
        Path bytes = new CacheFolder(folder).bytes(relay.cache().list().get(0).sha256());
        byte[] all = Files.readAllBytes(bytes);
        all[ChunkDigests.CHUNK + 5] ^= 1;
        Files.write(bytes, all);
        RelayPass pass = node("b").pass("1.24.1", proxied());
        assertThat(pass.read(answer.body(), 0, 1 << 20)).isEqualTo(java.util.Arrays.copyOf(all, ChunkDigests.CHUNK));
        assertThatThrownBy(() -> pass.read(answer.body(), ChunkDigests.CHUNK, 1 << 20)).isInstanceOf(IOException.class)
                .hasMessageContaining("was damaged in the cache");
        assertThat(bytes).doesNotExist();
    }

    @Test
    public void aPartBegunInTheMiddleEndsWhereOneEnds() throws Exception {
        RelayedAnswer answer = filled();
        RelayPass pass = node("b").pass("1.24.1", proxied());
        assertThat(pass.read(answer.body(), 100, ChunkDigests.CHUNK)).hasSize(ChunkDigests.CHUNK - 100);
        assertThat(pass.read(answer.body(), 100, 50)).hasSize(50);
        assertThat(pass.read(answer.body(), answer.size() - 1, 1 << 20)).hasSize(1);
        assertThatThrownBy(() -> pass.read(answer.body(), answer.size(), 1)).isInstanceOf(IOException.class);
    }

    private RelayedAnswer filled() throws Exception {
        Node node = node("a");
        node.provide("1.24.1", proxied());
        return settled(node.pass("1.24.1", proxied()), go.server().uri(go.zipPath("1.24.1")).toString());
    }

    /** A byte a second: a thousand of them outlast every test. */
    @Test
    public void whatIsGivenInAdvanceKeepsToItsPaceAndOthersDoNotWait() throws Exception {
        Pace slow = new Pace(1);
        Node node = node("a");
        node.provide("1.24.1", proxied());
        RelayPass pass = node.pass("1.24.1", proxied()).at(slow);
        RelayedAnswer answer = settled(pass, go.server().uri(go.zipPath("1.24.1")).toString());
        Thread reader = new Thread(() -> {
            try {
                pass.read(answer.body(), 0, 1000);
            } catch (IOException | InterruptedException e) {
                said.add(e.getClass().getSimpleName());
            }
        });
        reader.start();
        node("b").provide("1.24.1", proxied());
        assertThat(reader.isAlive()).isTrue();
        reader.interrupt();
        reader.join();
        assertThat(said).contains("InterruptedException");
    }

    @Test
    public void aCacheThatIsDeletedWhileItIsReadCostsTimeOnly() throws Exception {
        Node node = node("a");
        OverTheWire wire = new OverTheWire(node.pass("1.24.1", proxied())).breakingAt(number -> {
            if (number == 2) {
                deleteCache();
            }
            return false;
        });
        assertThat(node.provide("1.24.1", proxied(), wire).installedNow()).isTrue();
        assertThat(go.asked(go.zipPath("1.24.1"))).isEqualTo(2);
    }

    private void deleteCache() {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    public void whatFailsVerificationIsNotKeptAndEndsTheNodesWalk() throws Exception {
        try (FaultyServer mirror = FaultyServer.start()) {
            mirror.file(go.sitePath("1.24.1"), new Content(new ToolchainTree("1.24.1").tarGz(), "application/gzip", null, null));
            ProvisionSettings settings = settings(SourceSpec.site(mirror.uri("/dl/").toString(), false), SourceSpec.site(go.site(), true));
            assertThatThrownBy(() -> node("a").provide("1.24.1", settings))
                    .isInstanceOf(VerificationException.class)
                    .hasMessageContaining(go.sha256("1.24.1"));
        }
        assertThat(relay.cache().list()).isEmpty();
        assertThat(go.asked(go.sitePath("1.24.1"))).isZero();
    }

    @Test
    public void aSourceThatIsAwayLeadsTheNodeToTheNextOne() throws Exception {
        go.server().always(go.zipPath("1.24.1"), Fault.status(503, "Service Unavailable"));
        ProvisionSettings both = settings(SourceSpec.moduleProxy(go.proxy()), SourceSpec.site(go.site(), true));
        assertThat(node("a").provide("1.24.1", both).toolchain().receipt().source()).isEqualTo(go.site());
        assertThat(go.asked(go.zipPath("1.24.1"))).as("one walk of retries, by the cache").isEqualTo(3);
    }

    @Test
    public void whatTheControllerCannotReachANodeMayReachItself() throws Exception {
        cutOff = false;
        go.server().always(go.zipPath("1.24.1"), Fault.status(403, "Forbidden"));
        onNotice = () -> go.server().heal();
        assertThat(node("a").provide("1.24.1", proxied()).installedNow()).isTrue();
        assertThat(said).anyMatch(line -> line.contains("The controller cannot help here") && line.contains("403"));
        assertThat(relay.cache().list()).isEmpty();
    }

    @Test
    public void aFailureIsToldAsTheSourceToldIt() throws Exception {
        go.server().always(go.zipPath("1.24.1"), Fault.status(403, "Forbidden"));
        assertThatThrownBy(() -> node("a").provide("1.24.1", proxied()))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("answered 403 Forbidden");
    }

    @Test
    public void onlyTheVersionOfTheBuildIsFetched() throws Exception {
        RelayPass pass = node("a").pass("1.24.2", proxied());
        RelayedAnswer answer = settled(pass, go.server().uri(go.zipPath("1.24.1")).toString());
        assertThat(answer.kind()).isEqualTo(RelayedAnswer.Kind.FAILED);
        assertThat(answer.failure()).hasMessageContaining("Go 1.24.1 was not asked for here");
        assertThat(go.asked(go.zipPath("1.24.1"))).isZero();
    }

    @Test
    public void whatIsNoSourceIsNotAskedOnBehalfOfOthers() throws Exception {
        RelayPass pass = node("a").pass("1.24.1", proxied());
        for (String uri : List.of(
                go.server().uri("/secret").toString(),
                go.proxy() + "/../secret",
                go.proxy() + "/%2e%2e/secret",
                "http://user:word@" + go.proxy().substring("http://".length()) + "/golang.org/toolchain/@v/list",
                "file:///etc/passwd",
                "http://169.254.169.254/latest/meta-data",
                "not an address")) {
            assertThat(pass.ask(uri, Map.of()).kind()).as(uri).isEqualTo(RelayedAnswer.Kind.NOT_HERE);
        }
        assertThat(go.server().requests()).isEmpty();
    }

    @Test
    public void aCacheThatCannotBeWrittenLeavesTheNodeItsOwnWay() throws Exception {
        cutOff = false;
        Files.writeString(folder, "a file where the folder should be");
        assertThat(node("a").provide("1.24.1", proxied()).installedNow()).isTrue();
        assertThat(said).anyMatch(line -> line.contains("The controller cannot help here"));
    }

    @Test
    public void whatIsPinnedForTheBuildCountsInTheCacheToo() throws Exception {
        ProvisionSettings mirror = settings(SourceSpec.site(go.site(), false));
        Node node = node("a");
        node.pin = go.sha256("1.24.2");
        assertThat(node.provide("1.24.2", mirror).installedNow()).isTrue();
        Node other = node("b");
        other.pin = "0".repeat(64);
        assertThatThrownBy(() -> other.provide("1.24.2", mirror)).isInstanceOf(ToolchainException.class);
    }

    @Test
    public void theOldestGoesWhereTheCacheIsFull() throws Exception {
        node("a").provide("1.24.2", proxied());
        long one = relay.cache().size();
        relay.close();
        relay = new ArchiveRelay(new ArchiveCache(folder, one + 1000), 2);
        node("a").provide("1.24.1", proxied());
        assertThat(relay.cache().list()).extracting(CachedArchive::name).containsExactly("v0.0.1-go1.24.1.linux-amd64.zip");
        assertThat(node("b").provide("1.24.2", proxied()).installedNow()).isTrue();
    }

    @Test
    public void aFolderThatTwoControllersShareIsFilledOnce() throws Exception {
        ArchiveRelay first = relay;
        node("a").provide("1.24.1", proxied());
        relay = new ArchiveRelay(new ArchiveCache(folder, GIB), 2);
        node("b").provide("1.24.1", proxied());
        assertThat(go.asked(go.zipPath("1.24.1"))).isEqualTo(1);
        assertThat(relay.counts().fills()).isZero();
        first.close();
    }

    @Test
    public void aRelayThatIsClosedInTheMiddleLosesNothing() throws Exception {
        go.server().always(go.zipPath("1.24.1"), Fault.stallAfter(500_000));
        RelayPass pass = node("a").pass("1.24.1", proxied());
        Path partial = folder.resolve("work/partial/v0.0.1-go1.24.1.linux-amd64.zip.part");
        pass.ask(go.server().uri(go.zipPath("1.24.1")).toString(), Map.of());
        while (partial.toFile().length() < 200_000) {
            Thread.onSpinWait();
        }
        relay.close();
        go.server().heal();
        relay = new ArchiveRelay(new ArchiveCache(folder, GIB), 2);
        node("a").provide("1.24.1", proxied());
        assertThat(go.server().requests())
                .as("the next one goes on where the first one stopped")
                .anyMatch(seen -> seen.target().equals(go.zipPath("1.24.1")) && seen.header("range") != null);
    }

    @Test
    public void aRequiredKindOfEvidenceIsRequiredOfBoth() throws Exception {
        ProvisionSettings site = settings(TrustPolicy.requiring(Requirement.SIGNATURE), SourceSpec.site(go.site(), true));
        assertThatThrownBy(() -> node("a").provide("1.24.1", site)).isInstanceOf(ToolchainException.class);
        assertThat(relay.cache().list()).isEmpty();
    }

    @Test
    public void anAbortEndsTheNodesWait() throws Exception {
        go.server().always(go.zipPath("1.24.1"), Fault.stallAfter(1000));
        Thread[] waiting = new Thread[1];
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> interrupted = one.submit(() -> {
                waiting[0] = Thread.currentThread();
                try {
                    node("a").provide("1.24.1", proxied());
                    return false;
                } catch (InterruptedException e) {
                    return true;
                }
            });
            go.server().onStall(() -> waiting[0].interrupt());
            assertThat(interrupted.get()).isTrue();
        } finally {
            one.shutdownNow();
        }
    }

    private RelayedAnswer settled(RelayPass pass, String uri) throws Exception {
        RelayedAnswer answer = pass.ask(uri, Map.of());
        while (answer.kind() == RelayedAnswer.Kind.LATER) {
            Thread.sleep(answer.waitMillis());
            answer = pass.ask(uri, Map.of());
        }
        return answer;
    }

    private ProvisionSettings proxied() throws Exception {
        return settings(SourceSpec.moduleProxy(go.proxy()));
    }

    private ProvisionSettings settings(SourceSpec... sources) {
        return settings(TrustPolicy.anyEvidence(), sources);
    }

    private ProvisionSettings settings(TrustPolicy policy, SourceSpec... sources) {
        return new ProvisionSettings(
                "", List.of(sources), Network.direct(Profile.INTRANET), Profile.INTRANET, policy, go.gosumdb(), "", "");
    }

    private Node node(String name) {
        return new Node(temporary.getRoot().toPath().resolve(name));
    }

    private final class Node {
        private final Path root;
        private String pin;

        Node(Path root) {
            this.root = root;
        }

        private ProvisionRequest request(String version, Platform platform) throws Exception {
            return new ProvisionRequest(new Resolution(version, GoVersion.parse(version), "named in full"), platform, pin);
        }

        RelayPass pass(String version, ProvisionSettings settings) throws Exception {
            return new RelayPass(
                    relay,
                    settings,
                    GoVersion.parse(version),
                    platform -> new ProvisionRequest(
                            new Resolution(version, GoVersion.parse(version), "named in full"), platform, pin),
                    () -> String.valueOf(pin),
                    new RelayPass.Told() {
                        @Override
                        public void notice(String text) {
                            said.add(text);
                            onNotice.run();
                        }
                    },
                    cutOff);
        }

        Provisioned provide(String version, ProvisionSettings settings) throws Exception {
            return provide(version, settings, new OverTheWire(pass(version, settings)));
        }

        Provisioned provide(String version, ProvisionSettings settings, OverTheWire wire) throws Exception {
            return Provisioner.open(settings.at(root.toString()).relayedBy(wire), ProvisionListener.SILENT)
                    .provision(request(version, LINUX));
        }
    }
}
