package io.jenkins.plugins.gotoolchain.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.testing.Content;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.FaultyServer;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SourcesTest {

    private static final GoVersion GO = new GoVersion("1.24.1");
    private static final Platform LINUX = new Platform("linux", "amd64");
    private static final String NAME = "go1.24.1.linux-amd64.tar.gz";
    private static final String HEX = "ab".repeat(32);

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private FaultyServer mirror;
    private FaultyServer official;
    private Opened opened;

    @Before
    public void start() throws Exception {
        mirror = FaultyServer.start();
        official = FaultyServer.start();
        opened = new Opened(temporary.getRoot().toPath().resolve("cache"));
    }

    @After
    public void stop() throws Exception {
        mirror.close();
        official.close();
    }

    private SourceSpec site(FaultyServer server, boolean trusted) throws Exception {
        return SourceSpec.site(server.uri("/").toString(), trusted);
    }

    private static void index(FaultyServer server, String... lines) {
        server.file("/", Content.text("application/json", Index.of(lines)));
    }

    private static Fault[] busy() {
        return new Fault[] {Fault.status(503, "Busy"), Fault.status(503, "Busy"), Fault.status(503, "Busy")};
    }

    @Test
    public void theVersionsOfAllSourcesAreMerged() throws Exception {
        index(mirror, "1.24.1 linux amd64 " + HEX + " 1");
        official.file("/golang.org/toolchain/@v/list", Content.text("text/plain", "v0.0.1-go1.25.0.linux-amd64\n"));
        Path folder = temporary.newFolder().toPath();
        Files.writeString(folder.resolve("go1.23.0.linux-amd64.tar.gz"), "");
        Sources sources = opened.sources(site(mirror, true), SourceSpec.moduleProxy(official.uri("").toString()),
                SourceSpec.folder(folder.toString(), true));

        assertThat(sources.versions(LINUX)).extracting(GoVersion::text).containsExactly("1.23.0", "1.24.1", "1.25.0");
    }

    @Test
    public void aSourceThatIsDownIsPassedOverAndThatIsSaid() throws Exception {
        index(mirror, "1.24.1 linux amd64 " + HEX + " 1");
        official.script(busy());

        assertThat(opened.sources(site(official, true), site(mirror, true)).versions(LINUX)).containsExactly(GO);
        assertThat(opened.notices).singleElement().asString().contains(official.uri("/").toString()).contains("503");
    }

    @Test
    public void onceOneHasAnsweredAHostThatFailedIsNotWaitedForTwice() throws Exception {
        index(mirror, "1.24.1 linux amd64 " + HEX + " 1");
        official.script(busy());
        Sources sources = opened.sources(site(mirror, true), SourceSpec.moduleProxy(official.uri("/mod").toString()), site(official, true));

        assertThat(sources.versions(LINUX)).containsExactly(GO);
        assertThat(official.requests()).hasSize(3);
        assertThat(opened.notices).hasSize(2).allMatch(notice -> notice.contains("503"));
    }

    @Test
    public void whenAllAreDownThatIsTheErrorWithEachOfThem() throws Exception {
        official.script(busy());
        mirror.script(busy());

        assertThatThrownBy(() -> opened.sources(site(official, true), site(mirror, true)).versions(LINUX))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining(official.uri("/").toString()).hasMessageContaining(mirror.uri("/").toString());
    }

    @Test
    public void aMirrorsArchiveIsHeldAgainstTheIndexOfAnotherOrigin() throws Exception {
        index(mirror, "1.24.1 linux amd64 " + HEX + " 1");
        index(official, "1.24.1 linux amd64 " + "cd".repeat(32) + " 1");
        Sources sources = opened.sources(site(mirror, false), site(official, true));
        Offer offer = sources.list().get(0).offer(GO, LINUX);

        assertThat(sources.elsewhere(offer).claims()).containsExactly(
                new DigestClaim("cd".repeat(32), DigestClaim.Kind.INDEX, "the index of " + official.uri("/"), true));
    }

    @Test
    public void anotherMirrorsWordIsNoEvidence() throws Exception {
        index(mirror, "1.24.1 linux amd64 " + HEX + " 1");
        index(official, "1.24.1 linux amd64 " + HEX + " 1");
        Sources sources = opened.sources(site(mirror, false), site(official, false));

        assertThat(sources.elsewhere(sources.list().get(0).offer(GO, LINUX)).claims()).isEmpty();
        assertThat(official.requests()).isEmpty();
    }

    @Test
    public void aTrustedFolderSpeaksForAMirrorsArchive() throws Exception {
        index(mirror, "1.24.1 linux amd64 " + HEX + " 1");
        Path folder = temporary.newFolder().toPath();
        Files.writeString(folder.resolve("SHA256SUMS"), HEX + "  " + NAME + "\n");
        Sources sources = opened.sources(site(mirror, false), SourceSpec.folder(folder.toString(), true));

        assertThat(sources.elsewhere(sources.list().get(0).offer(GO, LINUX)).claims())
                .extracting(DigestClaim::kind).containsExactly(DigestClaim.Kind.FOLDER);
    }

    @Test
    public void anOriginThatIsDownSaysNothingAndThatIsSaid() throws Exception {
        index(mirror, "1.24.1 linux amd64 " + HEX + " 1");
        official.script(busy());
        Sources sources = opened.sources(site(mirror, false), site(official, true));

        assertThat(sources.elsewhere(sources.list().get(0).offer(GO, LINUX)).claims()).isEmpty();
        assertThat(opened.notices).singleElement().asString().contains(NAME).contains(official.uri("/").toString());
    }

    @Test
    public void aMirrorWhoseOwnIndexIsTrustedIsHeldAgainstTheReferenceToo() throws Exception {
        index(mirror, "1.24.1 linux amd64 " + HEX + " 1");
        index(official, "1.24.1 linux amd64 " + "cd".repeat(32) + " 1");
        Sources sources = opened.heldAgainst(site(official, true)).sources(site(mirror, true));

        assertThat(sources.elsewhere(sources.list().get(0).offer(GO, LINUX)).claims()).containsExactly(
                new DigestClaim("cd".repeat(32), DigestClaim.Kind.INDEX, "the index of " + official.uri("/"), true));
    }

    @Test
    public void aReferenceThatIsAwayIsNamed() throws Exception {
        index(mirror, "1.24.1 linux amd64 " + HEX + " 1");
        official.script(busy());
        Sources sources = opened.heldAgainst(site(official, true)).sources(site(mirror, true));

        Elsewhere elsewhere = sources.elsewhere(sources.list().get(0).offer(GO, LINUX));
        assertThat(elsewhere.claims()).isEmpty();
        assertThat(elsewhere.unasked()).singleElement().asString().contains(official.uri("/").toString());
    }

    @Test
    public void allModuleProxiesMayCarryTheChecksumDatabase() throws Exception {
        Sources sources = opened.sources(SourceSpec.parse("file:/srv/go"), SourceSpec.parse("goproxy:https://a.example/go|https://b.example,direct"),
                SourceSpec.parse("https://go.dev/dl/"), SourceSpec.parse("goproxy:https://bob:s3cr3t@c.example,off"));

        assertThat(sources.moduleProxies()).extracting(java.net.URI::toString)
                .containsExactly("https://a.example/go/", "https://b.example/", "https://c.example/");
    }

    @Test
    public void loginsOfUrlsAreInTheNetworkThatDownloadsUse() throws Exception {
        Sources sources = opened.sources(SourceSpec.parse("https://bob:s3cr3t@mirror.example/go/"));

        assertThat(sources.network().credentials()).containsOnlyKeys("https://mirror.example/go/");
        assertThat(sources.network().toString() + sources.list().get(0).label()).doesNotContain("s3cr3t");
    }
}
