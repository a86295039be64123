package io.jenkins.plugins.gotoolchain.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.release.Archive;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.Packaging;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.testing.Content;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.FaultyServer;
import io.jenkins.plugins.gotoolchain.testing.Seen;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.time.Duration;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DownloadSiteTest {

    private static final GoVersion GO = new GoVersion("1.24.1");
    private static final Platform LINUX = new Platform("linux", "amd64");
    private static final String NAME = "go1.24.1.linux-amd64.tar.gz";
    private static final String HEX = "ab".repeat(32);
    private static final String HTML = "<!DOCTYPE html>\n<html><head><title>All releases</title></head></html>";

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private FaultyServer server;
    private Opened opened;

    @Before
    public void start() throws Exception {
        server = FaultyServer.start();
        opened = new Opened(temporary.getRoot().toPath().resolve("cache"));
    }

    @After
    public void stop() throws Exception {
        server.close();
    }

    private Source site(boolean trusted) throws Exception {
        return opened.source(SourceSpec.site(server.uri("/mirror/go").toString(), trusted));
    }

    private void index(String... lines) {
        server.file("/mirror/go/", Content.text("application/json", Index.of(lines)));
    }

    @Test
    public void theIndexIsAskedForAllReleasesBehindThePathOfTheMirror() throws Exception {
        index("1.24.1 linux amd64 " + HEX + " 78");
        site(true).offer(GO, LINUX);

        assertThat(server.requests()).extracting(Seen::target).containsExactly("/mirror/go/?mode=json&include=all");
    }

    @Test
    public void whatIsListedIsOfferedWithItsDigestAndSize() throws Exception {
        index("1.24.1 linux amd64 " + HEX + " 78");
        Offer offer = site(true).offer(GO, LINUX);

        assertThat(offer.archive()).isEqualTo(new Archive(GO, LINUX, Packaging.TAR_GZ, NAME, 78));
        assertThat(offer.locations()).containsExactly(new Location(
                server.uri("/mirror/go/" + NAME), "sha256:" + HEX, null, server.uri("/mirror/go/" + NAME + ".asc")));
        assertThat(offer.claims()).containsExactly(
                new DigestClaim(HEX, DigestClaim.Kind.INDEX, "the index of " + server.uri("/mirror/go/"), true));
    }

    @Test
    public void aMirrorsWordForItselfIsNoEvidenceUnlessTheAdministratorSaysSo() throws Exception {
        index("1.24.1 linux amd64 " + HEX + " 78");

        assertThat(site(false).offer(GO, LINUX).claims()).extracting(DigestClaim::trusted).containsExactly(false);
    }

    @Test
    public void anEmptyDigestInTheIndexIsNoClaim() throws Exception {
        index("1.24.1 linux amd64 - 78");

        assertThat(site(true).offer(GO, LINUX).claims()).isEmpty();
    }

    @Test
    public void platformsHaveOtherNamesThere() throws Exception {
        index("1.24.1 linux armv6l " + HEX + " 78", "1.24.1 windows amd64 " + HEX + " 79");

        assertThat(site(true).offer(GO, new Platform("linux", "arm")).archive().fileName()).isEqualTo("go1.24.1.linux-armv6l.tar.gz");
        assertThat(site(true).offer(GO, new Platform("windows", "amd64")).archive().packaging()).isEqualTo(Packaging.ZIP);
    }

    @Test
    public void versionsAreThoseWithAnArchiveForThePlatform() throws Exception {
        index("1.25.0 linux arm64 " + HEX + " 1", "1.24.1 linux amd64 " + HEX + " 1", "1.20 linux amd64 - 1");

        assertThat(site(true).versions(LINUX)).extracting(GoVersion::text).containsExactly("1.20", "1.24.1");
    }

    @Test
    public void aVersionThatIsNotListedIsNamedWithThePlatformsThatAre() throws Exception {
        index("1.24.1 linux arm64 " + HEX + " 1");

        assertThatThrownBy(() -> site(true).offer(GO, LINUX))
                .isInstanceOf(VersionException.class)
                .hasMessageContaining("1.24.1").hasMessageContaining("linux/amd64").hasMessageContaining("linux/arm64");
    }

    @Test
    public void withoutAnIndexTheFileBesideTheArchiveHasTheDigest() throws Exception {
        server.file("/mirror/go/" + NAME + ".sha256", Content.text("text/plain", HEX));
        Offer offer = site(true).offer(GO, LINUX);

        assertThat(offer.archive().size()).isEqualTo(-1);
        assertThat(offer.claims()).containsExactly(new DigestClaim(HEX, DigestClaim.Kind.SIDECAR,
                server.uri("/mirror/go/" + NAME + ".sha256").toString(), true));
    }

    @Test
    public void aListingInPlaceOfTheIndexIsNoIndex() throws Exception {
        server.file("/mirror/go/", Content.text("text/html", HTML));
        server.file("/mirror/go/" + NAME + ".sha256", Content.text("text/plain", HEX + "  " + NAME + "\n"));

        assertThat(site(true).versions(LINUX)).isEmpty();
        assertThat(site(true).offer(GO, LINUX).claims()).extracting(DigestClaim::sha256).containsExactly(HEX);
    }

    @Test
    public void aRefusedIndexIsNoIndex() throws Exception {
        server.file("/mirror/go/" + NAME + ".sha256", Content.text("text/plain", HEX)).script(Fault.status(403, "Forbidden"));

        assertThat(site(true).offer(GO, LINUX).claims()).hasSize(1);
    }

    @Test
    public void aPageInPlaceOfTheDigestIsNoDigest() throws Exception {
        server.file("/mirror/go/" + NAME + ".sha256", Content.text("text/html; charset=utf-8", HTML.replace("releases", HEX)));
        server.file("/mirror/go/" + NAME, Content.text("application/gzip", "archive"));

        assertThat(site(true).offer(GO, LINUX).claims()).isEmpty();
    }

    @Test
    public void withNeitherTheArchiveItselfSaysWhetherItIsThere() throws Exception {
        server.file("/mirror/go/" + NAME, Content.text("application/gzip", "archive"));
        assertThat(site(true).offer(GO, LINUX).locations().get(0).contentKey()).isNull();

        assertThatThrownBy(() -> site(true).offer(new GoVersion("1.24.2"), LINUX))
                .isInstanceOf(VersionException.class)
                .hasMessageContaining("go1.24.2.linux-amd64.tar.gz").hasMessageContaining("404").hasMessageContaining("no index");
    }

    @Test
    public void anArchiveThatIsRefusedIsUnreachable() throws Exception {
        server.file("/mirror/go/", Content.text("text/html", HTML));
        Source site = site(true);
        site.versions(LINUX);
        server.script(Fault.status(404, "Not Found"), Fault.status(403, "Forbidden"));

        assertThatThrownBy(() -> site.offer(GO, LINUX))
                .isInstanceOf(UnreachableException.class).hasMessageContaining("403").hasMessageContaining("127.0.0.1");
    }

    @Test
    public void anIndexThatIsCutOffIsAnErrorAndNotAnAbsence() throws Exception {
        String whole = Index.of("1.24.1 linux amd64 " + HEX + " 78");
        server.file("/mirror/go/", Content.text("application/json", whole.substring(0, whole.length() - 5)));

        assertThatThrownBy(() -> site(true).offer(GO, LINUX))
                .isInstanceOf(UnreachableException.class).hasMessageContaining(server.uri("/mirror/go/").toString());
    }

    @Test
    public void aSiteThatIsDownIsUnreachable() throws Exception {
        server.script(Fault.status(503, "Busy"), Fault.status(503, "Busy"), Fault.status(503, "Busy"));

        assertThatThrownBy(() -> site(true).offer(GO, LINUX)).isInstanceOf(UnreachableException.class).hasMessageContaining("503");
    }

    @Test
    public void theIndexIsNotAskedForAgainWithinMinutes() throws Exception {
        index("1.24.1 linux amd64 " + HEX + " 78");
        site(true).versions(LINUX);
        opened.pass(Duration.ofMinutes(4));
        site(true).versions(LINUX);

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    public void laterItIsAskedForWithItsTagAndWhatIsHereIsUsedWhereItDidNotChange() throws Exception {
        server.file("/mirror/go/", Content.text("application/json", Index.of("1.24.1 linux amd64 " + HEX + " 78")).withEtag("\"same\""));
        site(true).versions(LINUX);
        opened.pass(Duration.ofHours(1));
        server.file("/mirror/go/", Content.text("application/json", "[]").withEtag("\"same\""));

        assertThat(site(true).versions(LINUX)).containsExactly(GO);
        assertThat(server.requests()).extracting(request -> request.header("If-None-Match")).containsExactly(null, "\"same\"");
        assertThat(opened.notices).isEmpty();

        site(true).versions(LINUX);
        assertThat(server.requests()).as("fresh again").hasSize(2);
    }

    @Test
    public void anIndexThatChangedReplacesTheOldOne() throws Exception {
        index("1.24.1 linux amd64 " + HEX + " 78");
        site(true).versions(LINUX);
        opened.pass(Duration.ofHours(1));
        index("1.24.2 linux amd64 " + HEX + " 78");

        assertThat(site(true).versions(LINUX)).extracting(GoVersion::text).containsExactly("1.24.2");
    }

    @Test
    public void anOldIndexIsUsedAndSaidToBeOldWhenTheSiteIsDown() throws Exception {
        index("1.24.1 linux amd64 " + HEX + " 78");
        site(true).versions(LINUX);
        opened.pass(Duration.ofDays(3));
        server.script(Fault.status(503, "Busy"), Fault.status(503, "Busy"), Fault.status(503, "Busy"));

        assertThat(site(true).versions(LINUX)).containsExactly(GO);
        assertThat(opened.notices).singleElement().asString()
                .contains("127.0.0.1").contains("does not answer").contains("3 days").doesNotContain("mode=json");
    }

    @Test
    public void aReleaseThatWasListedYesterdayNeedsNoNewIndex() throws Exception {
        index("1.24.1 linux amd64 " + HEX + " 78");
        site(true).versions(LINUX);
        opened.pass(Duration.ofHours(20));
        site(true).offer(GO, LINUX);

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    public void aReleaseThatWasNotListedYesterdayIsLookedForAgain() throws Exception {
        index("1.24.0 linux amd64 " + HEX + " 78");
        site(true).versions(LINUX);
        opened.pass(Duration.ofHours(20));
        index("1.24.1 linux amd64 " + HEX + " 78");

        assertThat(site(true).offer(GO, LINUX).archive().version()).isEqualTo(GO);
    }

    @Test
    public void plainHttpFromElsewhereIsNeverEvidence() throws Exception {
        assertThat(Reach.isPrivate(java.net.URI.create("http://mirror.example/go/"))).isFalse();
        assertThat(Reach.isPrivate(java.net.URI.create("http://127.0.0.1.example/go/"))).isFalse();
        assertThat(Reach.isPrivate(java.net.URI.create("http://127.0.0.1:8080/go/"))).isTrue();
        assertThat(Reach.isPrivate(java.net.URI.create("http://localhost/go/"))).isTrue();
        assertThat(Reach.isPrivate(java.net.URI.create("https://mirror.example/go/"))).isTrue();
    }
}
