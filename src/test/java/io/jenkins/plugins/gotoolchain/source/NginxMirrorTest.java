package io.jenkins.plugins.gotoolchain.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.testing.Content;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.FaultyServer;
import io.jenkins.plugins.gotoolchain.testing.Nginx;
import io.jenkins.plugins.gotoolchain.transfer.DownloadRequest;
import io.jenkins.plugins.gotoolchain.transfer.Downloaded;
import io.jenkins.plugins.gotoolchain.transfer.Downloader;
import io.jenkins.plugins.gotoolchain.transfer.TransferProgress;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** nginx as people run it for a mirror: with an index, as a bare listing, behind a password. */
public class NginxMirrorTest {

    private static final GoVersion GO = new GoVersion("1.24.1");
    private static final Platform LINUX = new Platform("linux", "amd64");
    private static final String NAME = "go1.24.1.linux-amd64.tar.gz";
    private static final byte[] ARCHIVE = Content.random(3_000_000, 7).bytes();

    @ClassRule
    public static TemporaryFolder shared = new TemporaryFolder();

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private static Nginx nginx;
    private static String sha256;
    private Opened opened;

    @BeforeClass
    public static void start() throws Exception {
        sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(ARCHIVE));
        Path site = shared.newFolder("site").toPath();
        for (String part : new String[] {"indexed", "bare", "closed"}) {
            Path folder = Files.createDirectories(site.resolve("pub").resolve(part));
            Files.write(folder.resolve(NAME), ARCHIVE);
        }
        Files.writeString(site.resolve("pub/indexed/index.json"), Index.of("1.24.1 linux amd64 " + sha256 + " " + ARCHIVE.length));
        Files.writeString(site.resolve("pub/bare/" + NAME + ".sha256"), sha256 + "  " + NAME + "\n");
        Path passwords = Files.writeString(shared.getRoot().toPath().resolve("passwords"), "bob:{PLAIN}s3cr3t\n");
        nginx = new Nginx(shared.newFolder("nginx").toPath(), site, """
                location /pub/indexed/ { index index.json; }
                location /pub/bare/ { autoindex on; }
                location /pub/closed/ { auth_basic mirror; auth_basic_user_file %s; }
                """.formatted(passwords));
    }

    @AfterClass
    public static void stop() {
        if (nginx != null) {
            nginx.close();
        }
    }

    @Before
    public void open() {
        opened = new Opened(temporary.getRoot().toPath().resolve("cache"));
    }

    private Downloaded download(Sources sources, URI uri, String contentKey) throws Exception {
        return new Downloader(sources.network(), new TransferProgress() { }).download(new DownloadRequest(uri, -1, sha256, 1L << 30,
                temporary.getRoot().toPath().resolve("partial"), NAME, contentKey));
    }

    @Test
    public void aMirrorWithAnIndexIsUsed() throws Exception {
        Sources sources = opened.sources(SourceSpec.site(nginx.uri("/pub/indexed").toString(), true));
        Offer offer = sources.list().get(0).offer(GO, LINUX);

        assertThat(offer.claims()).extracting(DigestClaim::sha256).containsExactly(sha256);
        assertThat(offer.archive().size()).isEqualTo(ARCHIVE.length);
        assertThat(download(sources, offer.locations().get(0).uri(), null).size()).isEqualTo(ARCHIVE.length);
    }

    @Test
    public void itsIndexIsNotSentAgainWhileItIsTheSame() throws Exception {
        SourceSpec spec = SourceSpec.site(nginx.uri("/pub/indexed").toString(), true);
        opened.source(spec).versions(LINUX);
        opened.pass(java.time.Duration.ofDays(2));

        assertThat(opened.source(spec).versions(LINUX)).containsExactly(GO);
        assertThat(opened.notices).isEmpty();
    }

    @Test
    public void aBareListingWithDigestsBesideItsArchivesIsUsed() throws Exception {
        Sources sources = opened.sources(SourceSpec.site(nginx.uri("/pub/bare/").toString(), true));
        Source site = sources.list().get(0);

        assertThat(site.versions(LINUX)).isEmpty();
        assertThat(site.offer(GO, LINUX).claims()).extracting(DigestClaim::kind).containsExactly(DigestClaim.Kind.SIDECAR);
        assertThatThrownBy(() -> site.offer(new GoVersion("1.24.2"), LINUX)).isInstanceOf(VersionException.class).hasMessageContaining("404");
    }

    @Test
    public void whatAnotherSourceBeganGoesOnThere() throws Exception {
        try (FaultyServer broken = FaultyServer.start()) {
            broken.file("/" + NAME, Content.random(ARCHIVE.length, 7));
            for (int i = 0; i < 8; i++) {
                broken.script(i == 0 ? Fault.cutAfter(2_000_000) : Fault.status(404, "Not Found"));
            }
            Sources sources = opened.sources(SourceSpec.site(nginx.uri("/pub/indexed").toString(), true));
            Location location = sources.list().get(0).offer(GO, LINUX).locations().get(0);
            assertThatThrownBy(() -> download(sources, broken.uri("/" + NAME), location.contentKey())).isInstanceOf(UnreachableException.class);

            Downloaded whole = download(sources, location.uri(), location.contentKey());
            assertThat(whole.sha256()).isEqualTo(sha256);
            assertThat(whole.fetched()).isLessThan(ARCHIVE.length / 2);
        }
    }

    @Test
    public void aMirrorThatWantsAPasswordGetsIt() throws Exception {
        Sources sources = opened.sources(SourceSpec.parse(nginx.uri("/pub/closed/").toString().replace("http://", "http://bob:s3cr3t@")));

        assertThat(download(sources, sources.list().get(0).offer(GO, LINUX).locations().get(0).uri(), null).sha256()).isEqualTo(sha256);
    }

    @Test
    public void aWrongPasswordIsSaidToBeWrongAndNotPrinted() throws Exception {
        Source site = opened.source(SourceSpec.parse(nginx.uri("/pub/closed/").toString().replace("http://", "http://bob:wr0ng@")));

        assertThatThrownBy(() -> site.offer(GO, LINUX)).isInstanceOf(UnreachableException.class)
                .hasMessageContaining("401").hasMessageContaining("credentials").hasMessageNotContaining("wr0ng");
    }
}
