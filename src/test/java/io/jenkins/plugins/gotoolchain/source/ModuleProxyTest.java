package io.jenkins.plugins.gotoolchain.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.release.Archive;
import io.jenkins.plugins.gotoolchain.release.Packaging;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.testing.Content;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.FaultyServer;
import io.jenkins.plugins.gotoolchain.testing.Seen;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ModuleProxyTest {

    private static final GoVersion GO = new GoVersion("1.24.1");
    private static final Platform LINUX = new Platform("linux", "amd64");
    private static final String AT = "/golang.org/toolchain/@v/";
    private static final String MODULE = "v0.0.1-go1.24.1.linux-amd64";
    private static final String INFO = "{\"Version\":\"" + MODULE + "\",\"Time\":\"2025-03-04T18:00:00Z\"}";

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private FaultyServer first;
    private FaultyServer second;
    private Opened opened;

    @Before
    public void start() throws Exception {
        first = FaultyServer.start();
        second = FaultyServer.start();
        opened = new Opened(temporary.getRoot().toPath().resolve("cache"));
    }

    @After
    public void stop() throws Exception {
        first.close();
        second.close();
    }

    private Source proxy(String list) throws Exception {
        return opened.source(SourceSpec.moduleProxy(list.replace("FIRST", first.uri("").toString()).replace("SECOND", second.uri("").toString())));
    }

    private static void has(FaultyServer server, String base) {
        server.file(base + AT + MODULE + ".info", Content.text("application/json", INFO));
    }

    private static Fault[] busy() {
        return new Fault[] {Fault.status(503, "Busy"), Fault.status(503, "Busy"), Fault.status(503, "Busy")};
    }

    @Test
    public void theModuleIsOfferedFromBehindThePathOfTheProxy() throws Exception {
        has(first, "/api/go");
        Offer offer = proxy("FIRST/api/go").offer(GO, LINUX);

        assertThat(offer.archive()).isEqualTo(new Archive(GO, LINUX, Packaging.MODULE_ZIP, MODULE + ".zip", -1));
        assertThat(offer.locations()).containsExactly(new Location(first.uri("/api/go" + AT + MODULE + ".zip"),
                "module:golang.org/toolchain@" + MODULE, first.uri("/api/go/")));
        assertThat(offer.claims()).isEmpty();
    }

    @Test
    public void aCommaLeadsPastNotFound() throws Exception {
        has(second, "");
        Offer offer = proxy("FIRST,SECOND").offer(GO, LINUX);

        assertThat(offer.locations()).extracting(Location::proxyBase).containsExactly(second.uri("/"));
    }

    @Test
    public void aCommaLeadsPastGone() throws Exception {
        has(second, "");
        first.script(Fault.status(410, "Gone"));

        assertThat(proxy("FIRST,SECOND").offer(GO, LINUX).locations().get(0).proxyBase()).isEqualTo(second.uri("/"));
    }

    @Test
    public void aCommaDoesNotLeadPastARefusal() throws Exception {
        has(second, "");
        first.script(Fault.status(403, "Forbidden"));

        assertThatThrownBy(() -> proxy("FIRST,SECOND").offer(GO, LINUX))
                .isInstanceOf(UnreachableException.class).hasMessageContaining("403").hasMessageContaining(MODULE);
        assertThat(second.requests()).isEmpty();
    }

    @Test
    public void aCommaDoesNotLeadPastAFault() throws Exception {
        has(second, "");
        first.script(busy());

        assertThatThrownBy(() -> proxy("FIRST,SECOND").offer(GO, LINUX)).isInstanceOf(UnreachableException.class);
        assertThat(second.requests()).isEmpty();
    }

    @Test
    public void aBarLeadsPastAnyError() throws Exception {
        has(second, "");
        first.script(busy());
        assertThat(proxy("FIRST|SECOND").offer(GO, LINUX).locations().get(0).proxyBase()).isEqualTo(second.uri("/"));

        first.script(Fault.status(403, "Forbidden"));
        assertThat(proxy("FIRST|SECOND").offer(GO, LINUX).locations().get(0).proxyBase()).isEqualTo(second.uri("/"));
    }

    @Test
    public void behindABarTheNextProxyIsAnAddressMore() throws Exception {
        has(first, "");

        assertThat(proxy("FIRST|SECOND,off").offer(GO, LINUX).locations()).extracting(Location::proxyBase)
                .containsExactly(first.uri("/"), second.uri("/"));
        assertThat(proxy("FIRST,SECOND").offer(GO, LINUX).locations()).hasSize(1);
    }

    @Test
    public void aVersionThatNoProxyHasIsAVersionError() throws Exception {
        assertThatThrownBy(() -> proxy("FIRST,SECOND,off").offer(GO, LINUX))
                .isInstanceOf(VersionException.class)
                .hasMessageContaining("1.24.1").hasMessageContaining("linux/amd64")
                .hasMessageContaining(first.uri("").toString()).hasMessageContaining(second.uri("").toString()).hasMessageContaining("404");
    }

    @Test
    public void aFaultBeforeAnAbsenceIsAFault() throws Exception {
        first.script(busy());

        assertThatThrownBy(() -> proxy("FIRST|SECOND").offer(GO, LINUX)).isInstanceOf(UnreachableException.class).hasMessageContaining("503");
    }

    @Test
    public void offAloneForbidsAndSaysSo() throws Exception {
        assertThatThrownBy(() -> proxy("off").offer(GO, LINUX)).isInstanceOf(UnreachableException.class).hasMessageContaining("GOPROXY=off");
        assertThatThrownBy(() -> proxy("off").versions(LINUX)).isInstanceOf(UnreachableException.class).hasMessageContaining("GOPROXY=off");
    }

    @Test
    public void directIsGosOwnProxyAndTheDatabaseIsAskedItself() throws Exception {
        has(first, "");
        Offer offer = proxy("FIRST|direct").offer(GO, LINUX);

        assertThat(offer.locations()).element(1).satisfies(location -> {
            assertThat(location.uri()).hasToString("https://go.dev/dl/mod" + AT + MODULE + ".zip");
            assertThat(location.proxyBase()).isNull();
        });
    }

    @Test
    public void aLoginPageInPlaceOfTheInformationIsAFault() throws Exception {
        first.file(AT + MODULE + ".info", Content.text("text/html", "<html>Sign in</html>"));

        assertThatThrownBy(() -> proxy("FIRST").offer(GO, LINUX))
                .isInstanceOf(UnreachableException.class).hasMessageContaining("login page");
    }

    @Test
    public void versionsAreThoseOfThePlatform() throws Exception {
        first.file(AT + "list", Content.text("text/plain", MODULE + "\nv0.0.1-go1.25.0.linux-arm64\nv0.0.1-go1.20.linux-amd64\n"));

        assertThat(proxy("FIRST").versions(LINUX)).extracting(GoVersion::text).containsExactly("1.20", "1.24.1");
        assertThat(proxy("FIRST").versions(new Platform("linux", "s390x"))).isEmpty();
    }

    @Test
    public void aProxyThatKeepsNoListHasNoneToShow() throws Exception {
        assertThat(proxy("FIRST").versions(LINUX)).isEmpty();
    }

    @Test
    public void aProxyThatRefusesItsListIsAFaultUnlessABarFollows() throws Exception {
        second.file(AT + "list", Content.text("text/plain", MODULE + "\n"));
        first.script(Fault.status(403, "Forbidden"));
        assertThatThrownBy(() -> proxy("FIRST,SECOND").versions(LINUX)).isInstanceOf(UnreachableException.class).hasMessageContaining("403");

        first.script(Fault.status(403, "Forbidden"));
        assertThat(proxy("FIRST|SECOND").versions(LINUX)).containsExactly(GO);
    }

    @Test
    public void anOldListIsUsedAndSaidToBeOldWhenTheProxyIsDown() throws Exception {
        first.file(AT + "list", Content.text("text/plain", MODULE + "\n"));
        proxy("FIRST").versions(LINUX);
        opened.pass(Duration.ofHours(5));
        first.script(busy());

        assertThat(proxy("FIRST").versions(LINUX)).containsExactly(GO);
        assertThat(opened.notices).singleElement().asString().contains("5 hours");
    }

    @Test
    public void theUserOfAUrlIsSentAndNeverPrinted() throws Exception {
        has(first, "/go");
        String list = first.uri("/go").toString().replace("http://", "http://bob:s3cr3t@");
        Offer offer = proxy(list).offer(GO, LINUX);

        assertThat(first.requests()).extracting(request -> request.header("Authorization"))
                .containsExactly("Basic " + java.util.Base64.getEncoder().encodeToString("bob:s3cr3t".getBytes()));
        assertThat(offer.toString()).doesNotContain("s3cr3t");
        assertThatThrownBy(() -> proxy(list).offer(new GoVersion("1.9"), LINUX)).hasMessageNotContaining("s3cr3t");
    }

    @Test
    public void aFileTreeIsAProxyToo() throws Exception {
        Path tree = temporary.newFolder("proxy tree").toPath();
        Files.createDirectories(tree.resolve("golang.org/toolchain/@v"));
        Path zip = Files.writeString(tree.resolve("golang.org/toolchain/@v/" + MODULE + ".zip"), "zip");
        Files.writeString(tree.resolve("golang.org/toolchain/@v/list"), MODULE + "\n");
        Source source = proxy(tree.toUri().toString());

        assertThat(source.offer(GO, LINUX).locations()).extracting(location -> Path.of(location.uri())).containsExactly(zip);
        assertThat(source.versions(LINUX)).containsExactly(GO);
        assertThatThrownBy(() -> source.offer(new GoVersion("1.24.2"), LINUX)).isInstanceOf(VersionException.class);
    }

    @Test
    public void theListIsAskedForWhereTheProtocolSays() throws Exception {
        proxy("FIRST/go/").versions(LINUX);

        assertThat(first.requests()).extracting(Seen::target).containsExactly("/go/golang.org/toolchain/@v/list");
    }
}
