package io.jenkins.plugins.gotoolchain.archivecache;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.gotoolchain.provision.ProvisionListener;
import io.jenkins.plugins.gotoolchain.provision.ProvisionRequest;
import io.jenkins.plugins.gotoolchain.provision.ProvisionSettings;
import io.jenkins.plugins.gotoolchain.provision.Provisioned;
import io.jenkins.plugins.gotoolchain.provision.Provisioner;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.FaultyServer;
import io.jenkins.plugins.gotoolchain.testing.Nginx;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import io.jenkins.plugins.gotoolchain.transfer.Credentials;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import io.jenkins.plugins.gotoolchain.trust.TrustPolicy;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Two controllers with caches of their own, and nginx as the server that they share. */
public class SharedArchivesTest {

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    @Rule
    public ToolchainFixture go = new ToolchainFixture("1.24.1", "1.24.2");

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final List<ArchiveRelay> relays = new ArrayList<>();
    private Path kept;
    private Nginx nginx;

    @Before
    public void serve() throws Exception {
        Path site = temporary.newFolder("site").toPath();
        kept = Files.createDirectory(site.resolve("kept"));
        Path passwords = Files.writeString(temporary.getRoot().toPath().resolve("passwords"), "bob:{PLAIN}s3cr3t\n");
        nginx = new Nginx(temporary.newFolder("nginx").toPath(), site, """
                location / { dav_methods PUT; client_max_body_size 0; auth_basic store; auth_basic_user_file %s; }
                """.formatted(passwords));
    }

    @After
    public void close() {
        relays.forEach(ArchiveRelay::close);
        nginx.close();
    }

    private SourceSpec login() throws Exception {
        return SourceSpec.site(nginx.uri("/kept/").toString(), false).with(new Credentials("bob", "s3cr3t"));
    }

    private ArchiveRelay controller(String name, SourceSpec server) throws Exception {
        ArchiveRelay relay = new ArchiveRelay(
                new ArchiveCache(temporary.getRoot().toPath().resolve(name), 1L << 30), 2,
                new SharedArchives(server, Network.direct(Profile.INTRANET), logged::add));
        relays.add(relay);
        return relay;
    }

    private Provisioned provide(ArchiveRelay relay, String node, String version, SourceSpec source) throws Exception {
        ProvisionSettings settings = new ProvisionSettings("", List.of(source), Network.direct(Profile.INTRANET),
                Profile.INTRANET, TrustPolicy.anyEvidence(), go.gosumdb(), "", "");
        ProvisionRequest request = new ProvisionRequest(
                new Resolution(version, GoVersion.parse(version), "named in full"), new Platform("linux", "amd64"), null);
        RelayPass pass = new RelayPass(relay, settings, request.version(), platform -> request, () -> "", new RelayPass.Told() {
            @Override
            public void notice(String text) {
                said.add(text);
            }
        }, true);
        Path root = temporary.getRoot().toPath().resolve(node);
        return Provisioner.open(settings.at(root.toString()).relayedBy(new OverTheWire(pass)), ProvisionListener.SILENT)
                .provision(request);
    }

    /** Uploads are waited for by nobody but tests. */
    private Path uploaded() throws Exception {
        for (int look = 0; look < 1000; look++) {
            List<Path> there = files();
            if (!there.isEmpty()) {
                return there.get(0);
            }
            Thread.sleep(20);
        }
        throw new AssertionError("nothing was uploaded: " + logged);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> list = Files.list(kept)) {
            return list.toList();
        }
    }

    private SourceSpec proxy() throws Exception {
        return SourceSpec.moduleProxy(go.proxy());
    }

    @Test
    public void whatOneControllerFetchedTheOtherGetsFromTheSharedServerAndProvesItself() throws Exception {
        provide(controller("a", login()), "n1", "1.24.1", proxy());
        assertThat(Files.size(uploaded())).isEqualTo(relays.get(0).cache().list().get(0).size());
        Provisioned there = provide(controller("b", login()), "n2", "1.24.1", proxy());
        assertThat(there.toolchain().receipt().evidence()).extracting(one -> one.kind()).contains("sumdb");
        assertThat(go.asked(go.zipPath("1.24.1"))).as("upstream served it once").isEqualTo(1);
        assertThat(relays.get(1).counts().shared()).isEqualTo(1);
        assertThat(relays.get(0).counts().shared()).isZero();
        assertThat(logged).isEmpty();
    }

    @Test
    public void anArchiveOfASiteIsSharedToo() throws Exception {
        SourceSpec site = SourceSpec.site(go.site(), true);
        provide(controller("a", login()), "n1", "1.24.2", site);
        assertThat(uploaded().getFileName().toString()).endsWith("-go1.24.2.linux-amd64.tar.gz");
        assertThat(provide(controller("b", login()), "n2", "1.24.2", site).toolchain().receipt().archiveSha256())
                .isEqualTo(go.sha256("1.24.2"));
        assertThat(go.asked(go.sitePath("1.24.2"))).isEqualTo(1);
    }

    @Test
    public void whatTheServerHasOfSomethingElseIsNeverUsed() throws Exception {
        provide(controller("a", login()), "n1", "1.24.1", proxy());
        byte[] bytes = Files.readAllBytes(uploaded());
        bytes[bytes.length / 2] ^= 1;
        Files.write(files().get(0), bytes);
        assertThat(provide(controller("b", login()), "n2", "1.24.1", proxy()).installedNow()).isTrue();
        assertThat(said).anyMatch(line -> line.startsWith("The copy at 127.0.0.1 is not used: "));
        assertThat(go.asked(go.zipPath("1.24.1"))).isEqualTo(2);
        assertThat(relays.get(1).counts().shared()).isZero();
    }

    @Test
    public void aCopyThatWasCutShortIsNotUsed() throws Exception {
        provide(controller("a", login()), "n1", "1.24.1", proxy());
        byte[] bytes = Files.readAllBytes(uploaded());
        Files.write(files().get(0), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(provide(controller("b", login()), "n2", "1.24.1", proxy()).installedNow()).isTrue();
        assertThat(relays.get(1).cache().list().get(0).size()).isEqualTo(bytes.length);
    }

    @Test
    public void aWrongLoginIsToldOnceAndTheSourcesAreAsked() throws Exception {
        SourceSpec wrong = SourceSpec.site(nginx.uri("/kept/").toString(), false).with(new Credentials("bob", "wr0ng"));
        ArchiveRelay relay = controller("a", wrong);
        provide(relay, "n1", "1.24.1", proxy());
        provide(relay, "n2", "1.24.2", proxy());
        assertThat(logged).hasSize(1);
        assertThat(logged.get(0)).contains("status 401").contains("left alone").doesNotContain("wr0ng");
        assertThat(files()).isEmpty();
    }

    @Test
    public void aServerThatIsAwayOrBreaksOffCostsTheSourcesOneQuestion() throws Exception {
        try (FaultyServer broken = FaultyServer.start()) {
            broken.always("/", Fault.resetInHeader(0));
            ArchiveRelay relay = controller("a", SourceSpec.site(broken.uri("/").toString(), false));
            provide(relay, "n1", "1.24.1", proxy());
            provide(relay, "n2", "1.24.2", proxy());
            assertThat(logged).hasSize(1);
            assertThat(broken.requests()).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    public void aServerThatTakesNothingIsTold() throws Exception {
        try (FaultyServer readOnly = FaultyServer.start()) {
            ArchiveRelay relay = controller("a", SourceSpec.site(readOnly.uri("/").toString(), false));
            provide(relay, "n1", "1.24.1", proxy());
            for (int look = 0; look < 1000 && logged.isEmpty(); look++) {
                Thread.sleep(20);
            }
            assertThat(logged).hasSize(1);
            assertThat(logged.get(0)).contains("when it was given an archive");
        }
    }
}
