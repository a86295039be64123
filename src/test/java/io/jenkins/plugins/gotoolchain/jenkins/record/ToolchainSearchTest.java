package io.jenkins.plugins.gotoolchain.jenkins.record;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.htmlunit.html.HtmlPage;
import org.junit.ClassRule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** Which builds used a toolchain: as a page, and as JSON. Each test has a version or a source of its own. */
public class ToolchainSearchTest {

    private static final String MIRROR = "https://mirror.example.com/go/";

    @ClassRule
    public static final JenkinsRule JENKINS = new JenkinsRule();

    @Test
    public void findsTheBuildsThatUsedAVersionFromAMirror() throws Exception {
        FreeStyleBuild wanted = build("1.24.1", MIRROR);
        build("1.24.1", "https://go.dev/dl/");
        build("1.23.6", MIRROR);
        assertThat(found("version=1.24.1&source=mirror.example.com")).containsExactly(wanted.getFullDisplayName());
    }

    @Test
    public void aLanguageVersionStandsForItsPatches() throws Exception {
        FreeStyleBuild one = build("1.19.1", MIRROR);
        FreeStyleBuild two = build("1.19.2", MIRROR);
        build("1.190.1", MIRROR);
        assertThat(found("version=1.19")).containsExactly(two.getFullDisplayName(), one.getFullDisplayName());
        assertThat(found("version=1.19.x")).hasSize(2);
    }

    @Test
    public void findsByNodeAndByText() throws Exception {
        FreeStyleBuild build = build("1.18.4", "goproxy:https://proxy.example.com");
        assertThat(found("node=built-in&version=1.18.4")).containsExactly(build.getFullDisplayName());
        assertThat(found("node=elsewhere&version=1.18.4")).isEmpty();
        assertThat(found("version=1.18.4&text=sumdb")).hasSize(1);
        assertThat(found("version=1.18.4&text=" + "ab".repeat(32))).hasSize(1);
        assertThat(found("version=1.18.4&text=unproven")).isEmpty();
    }

    @Test
    public void buildsOfJobsThatOneMayNotReadAreNotThere() throws Exception {
        FreeStyleBuild open = build("1.17.1", MIRROR);
        FreeStyleBuild closed = build("1.17.1", MIRROR);
        JENKINS.jenkins.setSecurityRealm(JENKINS.createDummySecurityRealm());
        JENKINS.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ).everywhere().to("dev")
                .grant(Item.READ).onItems(open.getParent()).to("dev")
                .grant(Item.DISCOVER).onItems(closed.getParent()).to("dev"));
        try (JenkinsRule.WebClient client = Configured.reader(JENKINS).withThrowExceptionOnFailingStatusCode(false)) {
            String login = client.goTo("go-toolchains/?version=1.17.1").getWebResponse().getContentAsString();
            assertThat(login.contains(open.getUrl())).isFalse();
            client.login("dev");
            String page = client.goTo("go-toolchains/?version=1.17.1").getWebResponse().getContentAsString();
            assertThat(page.contains(open.getUrl())).isTrue();
            assertThat(page.contains(closed.getUrl())).isFalse();
        } finally {
            JENKINS.jenkins.setSecurityRealm(hudson.security.SecurityRealm.NO_AUTHENTICATION);
            JENKINS.jenkins.setAuthorizationStrategy(hudson.security.AuthorizationStrategy.UNSECURED);
        }
    }

    @Test
    public void aJobThatGotAnotherNameIsStillFound() throws Exception {
        FreeStyleBuild build = build("1.16.1", MIRROR);
        build.getParent().renameTo("moved-once");
        build.getParent().renameTo("moved-twice");
        assertThat(found("version=1.16.1")).containsExactly("moved-twice #1");
    }

    @Test
    public void aBuildOfAJobThatTookTheNameOfAnotherIsNotMistakenForIts() throws Exception {
        FreeStyleBuild build = build("1.15.1", MIRROR);
        String name = build.getParent().getName();
        build.getParent().delete();
        FreeStyleProject other = JENKINS.createFreeStyleProject(name);
        JENKINS.buildAndAssertSuccess(other);
        assertThat(found("version=1.15.1")).isEmpty();
    }

    @Test
    public void aBuildThatWasDeletedIsNotFound() throws Exception {
        FreeStyleBuild build = build("1.14.1", MIRROR);
        build.delete();
        assertThat(found("version=1.14.1")).isEmpty();
    }

    @Test
    public void goesOnWithOlderBuilds() throws Exception {
        for (int i = 0; i < 5; i++) {
            build("1.13.1", MIRROR);
        }
        List<String> all = new ArrayList<>();
        String before = "";
        int pages = 0;
        do {
            JSONObject page = json("version=1.13.1&limit=2&before=" + before);
            all.addAll(names(page));
            before = page.optString("older", "null");
            pages++;
        } while (!before.equals("null") && pages < 10);
        assertThat(all).hasSize(5).doesNotHaveDuplicates();
        assertThat(pages).isEqualTo(3);
    }

    @Test
    public void nonsenseInTheAddressIsPassedOver() throws Exception {
        build("1.12.1", MIRROR);
        assertThat(found("version=1.12.1&limit=x&before=../../secrets")).hasSize(1);
        assertThat(found("version=1.12.1&limit=99999999999&before=2026-01")).hasSize(1);
        assertThat(found("version=%3Cscript%3E")).isEmpty();
    }

    @Test
    public void whatWasTypedAndWhatIsFoundIsEscaped() throws Exception {
        build("1.11.1", "https://<b>bold</b>/");
        try (JenkinsRule.WebClient client = Configured.reader(JENKINS)) {
            HtmlPage page = client.goTo("go-toolchains/?version=1.11.1&source=%3Cb%3E");
            String html = page.getWebResponse().getContentAsString();
            assertThat(html.contains("&lt;b>bold") || html.contains("&lt;b&gt;bold")).isTrue();
            assertThat(html.contains("<b>")).isFalse();
        }
    }

    @Test
    public void aRecordBehindAHundredThousandOthersIsFoundInOneGo() throws Exception {
        FreeStyleBuild build = build("1.10.1", MIRROR);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            lines.append(new IndexedUse("gone/job" + i % 100, i, i, "agent", "1.22.1", "linux/amd64", MIRROR, "sumdb").line())
                    .append('\n');
        }
        Path newer = UseIndex.get().files().get(0).resolveSibling("9998-01.tsv");
        Files.writeString(newer, lines);
        try {
            assertThat(found("version=1.10.1")).containsExactly(build.getFullDisplayName());
            assertThat(json("version=1.22.1").getString("older")).startsWith("9998-01-");
        } finally {
            Files.delete(newer);
        }
    }

    private static FreeStyleBuild build(String version, String source) throws Exception {
        FreeStyleBuild build = JENKINS.buildAndAssertSuccess(JENKINS.createFreeStyleProject());
        MadeUpUse.add(build, JENKINS.jenkins, version, source);
        return build;
    }

    private static List<String> found(String query) throws Exception {
        return names(json(query));
    }

    private static List<String> names(JSONObject answer) {
        List<String> names = new ArrayList<>();
        for (Object one : answer.getJSONArray("builds")) {
            names.add(((JSONObject) one).getString("job") + " #" + ((JSONObject) one).getInt("build"));
        }
        return names;
    }

    private static JSONObject json(String query) throws Exception {
        return JENKINS.getJSON("go-toolchains/api/json?" + query).getJSONObject();
    }
}
