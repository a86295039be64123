package io.jenkins.plugins.gotoolchain.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.transfer.Credentials;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.util.List;
import org.junit.Test;

public class SourceSpecTest {

    @Test
    public void aUrlIsADownloadSite() throws Exception {
        SourceSpec spec = SourceSpec.parse("https://mirror.example/go");

        assertThat(spec.kind()).isEqualTo(SourceKind.DOWNLOAD_SITE);
        assertThat(spec.label()).isEqualTo("https://mirror.example/go/");
        assertThat(spec.trustDigests()).isTrue();
    }

    @Test
    public void aListIsAModuleProxy() throws Exception {
        SourceSpec spec = SourceSpec.parse("goproxy:proxy.example/go|https://b.example,direct");

        assertThat(spec.kind()).isEqualTo(SourceKind.MODULE_PROXY);
        assertThat(spec.label()).isEqualTo("goproxy:https://proxy.example/go|https://b.example,direct");
    }

    @Test
    public void aFolderMayHaveSpacesAndPercentSigns() throws Exception {
        assertThat(SourceSpec.parse("file:/srv/go archives/50%").address()).isEqualTo("/srv/go archives/50%");
    }

    @Test
    public void userAndPasswordLeaveTheUrl() throws Exception {
        SourceSpec spec = SourceSpec.parse("https://bob:p%40ss@mirror.example:8443/go/");

        assertThat(spec.address()).isEqualTo("https://mirror.example:8443/go/");
        assertThat(spec.logins()).containsExactly(new SourceSpec.Login(
                URI.create("https://mirror.example:8443/go/"), new Credentials("bob", "p@ss")));
        assertThat(spec.toString() + spec.label() + spec.logins()).doesNotContain("p@ss").doesNotContain("p%40ss");
    }

    @Test
    public void aPasswordWithABareAtSignIsTakenWhole() throws Exception {
        assertThat(SourceSpec.parse("https://bob:p@ss:w%rd@mirror.example/").logins().get(0).credentials())
                .isEqualTo(new Credentials("bob", "p@ss:w%rd"));
    }

    @Test
    public void everyProxyOfAListHasItsOwnLogin() throws Exception {
        SourceSpec spec = SourceSpec.parse("goproxy:https://a:1@a.example/x,https://b:2@b.example,direct");

        assertThat(spec.label()).isEqualTo("goproxy:https://a.example/x,https://b.example,direct");
        assertThat(spec.logins()).extracting(SourceSpec.Login::base)
                .containsExactly(URI.create("https://a.example/x/"), URI.create("https://b.example/"));
    }

    @Test
    public void credentialsGivenApartGoToEveryProxyOfTheListAndNowhereElse() throws Exception {
        SourceSpec spec = SourceSpec.moduleProxy("https://a.example,file:///srv/proxy,direct").with(new Credentials("u", "s"));

        assertThat(spec.logins()).extracting(SourceSpec.Login::base).containsExactly(URI.create("https://a.example/"));
    }

    @Test
    public void aTokenInTheQueryIsRefusedAndNotPrinted() {
        assertThatThrownBy(() -> SourceSpec.parse("https://mirror.example/go?token=s3cr3t"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("mirror.example/go")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    public void aPasswordIsNeverSentOverPlainHttpButToThisMachine() throws Exception {
        for (String source : new String[] {"http://bob:s3cr3t@mirror.example/", "goproxy:https://a.example,http://bob:s3cr3t@b.example"}) {
            assertThatThrownBy(() -> SourceSpec.parse(source)).isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("plain http").hasMessageNotContaining("s3cr3t");
        }
        assertThatThrownBy(() -> SourceSpec.site("http://mirror.example/", true).with(new Credentials("u", "s")))
                .isInstanceOf(ConfigurationException.class);
        assertThat(SourceSpec.parse("http://bob:s3cr3t@127.0.0.1:8080/").logins()).hasSize(1);
    }

    @Test
    public void aMalformedUrlIsRefusedWithoutItsPassword() {
        for (String url : new String[] {"https://bob:s3cr3t@ho st/", "https://bob:s3cr3t@/x", "https://bob:s3cr3t@my_host/", "ftp://bob:s3cr3t@h/",
                "bob:s3cr3t@h", "https://bob:s3cr3t/x@h/", "https://bob:12s3cr3t/x@h/?y", "goproxy:ssh://bob:s3cr3t@h/"}) {
            assertThatThrownBy(() -> SourceSpec.parse(url)).as(url)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageNotContaining("s3cr3t");
        }
    }

    @Test
    public void wordsThatNameNoSourceAreRefusedWithTheSyntax() {
        assertThatThrownBy(() -> SourceSpec.parse("mirror"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"mirror\"").hasMessageContaining("goproxy:URL").hasMessageContaining("file:DIR");
    }

    @Test
    public void severalAreSeparatedByWhiteSpaceBecauseCommasBelongToLists() throws Exception {
        assertThat(SourceSpec.parseAll(" goproxy:https://a.example,direct\n\thttps://b.example/ "))
                .extracting(SourceSpec::label)
                .containsExactly("goproxy:https://a.example,direct", "https://b.example/");
    }

    @Test
    public void whatIsRequiredOfASourceStaysWithIt() throws Exception {
        SourceSpec spec = SourceSpec.site("https://mirror.example/go/", false).requiring(List.of("signature"));

        assertThat(spec.with(new Credentials("bob", "s")).required()).containsExactly("signature");
        assertThat(spec).isNotEqualTo(SourceSpec.site("https://mirror.example/go/", false));
    }

    @Test
    public void theyCrossRemoting() throws Exception {
        SourceSpec spec = SourceSpec.parse("https://bob:s@mirror.example/go/");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(spec);

        assertThat(new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject()).isEqualTo(spec);
    }

    @Test
    public void whatIsPrintedCanBeReadAgain() throws Exception {
        for (String text : new String[] {"https://m.example/a/", "goproxy:https://a.example/x|https://b.example,off", "file:/srv/go", "goproxy:file:///srv/proxy"}) {
            assertThat(SourceSpec.parse(SourceSpec.parse(text).label())).isEqualTo(SourceSpec.parse(text));
        }
    }
}
