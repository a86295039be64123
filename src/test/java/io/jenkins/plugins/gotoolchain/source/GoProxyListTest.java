package io.jenkins.plugins.gotoolchain.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import org.junit.Test;

public class GoProxyListTest {

    @Test
    public void separatorsBelongToTheEntryBeforeThem() throws Exception {
        assertThat(GoProxyList.parse("https://a.example|https://b.example,https://c.example").entries())
                .extracting(GoProxyList.Entry::pastAnyError).containsExactly(true, false, false);
    }

    @Test
    public void withoutASchemeItIsHttps() throws Exception {
        assertThat(labels("proxy.example/path,localhost:3000")).isEqualTo("https://proxy.example/path,https://localhost:3000");
    }

    @Test
    public void spacesAndEmptyEntriesDoNotCount() throws Exception {
        assertThat(labels(" https://a.example , ,| direct ")).isEqualTo("https://a.example,direct");
    }

    @Test
    public void directAndOffEndTheList() throws Exception {
        assertThat(labels("https://a.example,direct,https://b.example")).isEqualTo("https://a.example,direct");
        assertThat(labels("https://a.example,off,not a proxy at all")).isEqualTo("https://a.example,off");
        assertThat(GoProxyList.parse("https://a.example,off").endsInOff()).isTrue();
    }

    @Test
    public void otherSingleWordsAreReservedByGo() {
        refused("offf", "\"offf\"");
        refused("noproxy", "\"noproxy\"");
    }

    @Test
    public void aPathIsNoProxy() {
        refused("/srv/proxy", "\"/srv/proxy\"");
    }

    @Test
    public void aFileTreeHasNothingButAPath() throws Exception {
        assertThat(labels("file:///srv/proxy")).isEqualTo("file:///srv/proxy");
        refused("file://host/srv/proxy", "more than a path");
    }

    @Test
    public void anEmptyListIsRefused() {
        refused("", "no entry");
        refused(" ,|", "no entry");
    }

    @Test
    public void directMeansGosOwnProxyOfToolchains() throws Exception {
        assertThat(GoProxyList.parse("direct").entries().get(0).base()).hasToString("https://go.dev/dl/mod/");
    }

    private static String labels(String list) throws Exception {
        return GoProxyList.parse(list).label();
    }

    private static void refused(String list, String saying) {
        assertThatThrownBy(() -> GoProxyList.parse(list)).isInstanceOf(ConfigurationException.class).hasMessageContaining(saying);
    }
}
