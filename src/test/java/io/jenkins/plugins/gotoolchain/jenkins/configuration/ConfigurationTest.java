package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.ProxyConfiguration;
import hudson.model.FreeStyleProject;
import hudson.model.Slave;
import hudson.slaves.DumbSlave;
import hudson.tools.InstallSourceProperty;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.ConfiguratorRegistry;
import io.jenkins.plugins.casc.misc.Util;
import io.jenkins.plugins.casc.model.CNode;
import io.jenkins.plugins.gotoolchain.environment.Setting;
import io.jenkins.plugins.gotoolchain.jenkins.node.StoreCleaning;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.jenkins.tool.GoInstallation;
import io.jenkins.plugins.gotoolchain.jenkins.tool.GoReleaseInstaller;
import io.jenkins.plugins.gotoolchain.jenkins.tool.PinnedDigest;
import io.jenkins.plugins.gotoolchain.store.PruneRules;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import io.jenkins.plugins.gotoolchain.transfer.ProxySettings;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.SupportedReleases;
import java.io.File;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.Map;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.util.NameValuePair;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** The configuration: as code, in forms, as saved, and who may do what with it. */
public class ConfigurationTest {

    @ClassRule
    public static final ToolchainFixture GO = new ToolchainFixture("1.24.1", "1.99.1");

    @ClassRule
    public static final JenkinsRule JENKINS = Configured.jenkins();

    private GoToolchainConfiguration configuration;

    @Before
    public void fresh() throws Exception {
        JENKINS.jenkins.setSecurityRealm(hudson.security.SecurityRealm.NO_AUTHENTICATION);
        JENKINS.jenkins.setAuthorizationStrategy(hudson.security.AuthorizationStrategy.UNSECURED);
        GO.server().heal();
        configuration = Configured.withSite(GO);
        SystemCredentialsProvider.getInstance().getCredentials().clear();
        SystemCredentialsProvider.getInstance().getCredentials()
                .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "mirror", "the mirror", "reader", "geheim"));
    }

    @Test
    public void theFormOfTheDesignIsImportedWhole() throws Exception {
        importDesign();
        assertThat(configuration.getSources()).hasExactlyElementsOfTypes(ModuleProxyEntry.class, SiteEntry.class, FolderEntry.class);
        assertAsInTheDesign();
        assertThat(configuration.isAnyReleasedVersion()).isTrue();
        assertThat(Configured.tool().getConfiguredInstallations()).extracting(GoInstallation::getName)
                .containsExactly("1.24.1", "newest", "pinned");
        assertThat(Configured.tool().getConfiguredInstallations()[0].isByVersion()).isTrue();
        assertThat(JENKINS.jenkins.getNode("isolated").getNodeProperties().get(GoNodeProperty.class).getEnvironment().getGoproxy())
                .isEqualTo("https://inside.example.com");
    }

    @Test
    public void whatIsExportedIsWhatWasImported() throws Exception {
        configuration.setArchiveCache(null);
        importDesign();
        assertThat(exported("unclassified", "goToolchain")).isEqualToIgnoringWhitespace("""
                allowedVersions: ">=1.23"
                anyReleasedVersion: true
                audit:
                  everyHours: 48
                  mebibytesPerSecond: 20
                  minutes: 5
                defaultVersion: "1.24.x"
                environment:
                  goprivate: "git.example.com"
                  goproxy: "https://proxy.example.com,direct"
                explainOtherBuilds: true
                layers: |-
                  /opt/go-toolchain
                  /mnt/shared/go-toolchain
                parallelInstalls: 4
                pins: |-
                  go-toolchain.pins 1
                  1.24.1 linux/amd64 sha256:cb2396bae64183cdccf81a9a6df0aea3bce9511fc21469fb89a0c00470088073
                preinstallMebibytesPerSecond: 0
                profile: "internet"
                receipts:
                  keys: |-
                    -----BEGIN PUBLIC KEY-----
                    MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
                    -----END PUBLIC KEY-----
                  signed: true
                reference: "https://go.example.com/dl/"
                require:
                - "sumdb"
                signingKey:
                  address: "https://keys.example.com/go.pub"
                  fingerprint: "EB4C 1BFD 4F04 2F6D DDCC EC91 7721 F63B D38B 4796"
                sources:
                - moduleProxy:
                    url: "https://go.dev/dl/mod"
                - site:
                    credentialsId: "mirror"
                    require:
                    - "sha256"
                    - "signature"
                    trustDigests: true
                    url: "https://mirror.example.com/go/"
                - folder:
                    path: "/opt/go-archives"
                storeLimits:
                  keep: 2
                  maxGibibytes: 20
                  maxToolchains: 12
                  unusedForDays: 30
                storeRoot: "/var/lib/go-toolchain"
                unreceiptedLocations: CHECK
                """);
        assertThat(exported("tool", "go")).isEqualToIgnoringWhitespace("""
                installations:
                - name: "1.24.1"
                - name: "newest"
                  version: "stable"
                - name: "pinned"
                  properties:
                  - installSource:
                      installers:
                      - goRelease:
                          digests:
                          - platform: "linux/amd64"
                            sha256: "cb2396bae64183cdccf81a9a6df0aea3bce9511fc21469fb89a0c00470088073"
                          version: "1.24.1"
                """);
    }

    @Test
    public void theFormsKeepEverything() throws Exception {
        importDesign();
        String before = exported("unclassified", "goToolchain") + exported("tool", "go");
        JENKINS.configRoundtrip();
        tools();
        assertThat(exported("unclassified", "goToolchain") + exported("tool", "go")).isEqualTo(before);
        JENKINS.configRoundtrip((Slave) JENKINS.jenkins.getNode("isolated"));
        assertThat(JENKINS.jenkins.getNode("isolated").getNodeProperties().get(GoNodeProperty.class).getEnvironment().getGoproxy())
                .isEqualTo("https://inside.example.com");
    }

    @Test
    public void theFormsOfANewJenkinsKeepThatNothingIsConfigured() throws Exception {
        configuration.setSources(null);
        configuration.setReference(null);
        configuration.setProfile(null);
        configuration.setArchiveCache(null);
        JENKINS.configRoundtrip();
        tools();
        assertThat(exported("unclassified", "goToolchain"))
                .isEqualToIgnoringWhitespace("anyReleasedVersion: true\nexplainOtherBuilds: true\nparallelInstalls: 4\npreinstallMebibytesPerSecond: 0\nunreceiptedLocations: REFUSE\n");
        assertThat(Configured.tool().getConfiguredInstallations()).isEmpty();
    }

    @Test
    public void configurationThatWasSavedBeforeLosesNoField() throws Exception {
        saved("io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration.xml");
        configuration.load();
        assertAsInTheDesign();
        assertThat(configuration.isAnyReleasedVersion()).isFalse();
        configuration.save();
        configuration.load();
        assertAsInTheDesign();
    }

    @Test
    public void installationsThatWereSavedBeforeLoseNoField() throws Exception {
        saved("io.jenkins.plugins.gotoolchain.jenkins.tool.GoInstallation.xml");
        Configured.tool().load();
        GoInstallation[] installations = Configured.tool().getConfiguredInstallations();
        assertThat(installations).extracting(GoInstallation::getName).containsExactly("1.24.1", "pinned");
        GoReleaseInstaller installer = (GoReleaseInstaller)
                installations[1].getProperties().get(InstallSourceProperty.class).installers.get(0);
        assertThat(installer.getVersion()).isEqualTo("1.24.1");
        assertThat(PinnedDigest.map(installer.getDigests())).containsKey("linux/amd64");
    }

    @Test
    public void whatNobodyConfiguredIsListedButNeverKept() throws Exception {
        assertThat(Configured.tool().getInstallations()).extracting(GoInstallation::getName)
                .contains("1.24.1", "1.20.0", "1.24.x", "stable", "oldstable");
        Configured.tool().setInstallations(Configured.tool().getInstallations());
        assertThat(Configured.tool().getConfiguredInstallations()).isEmpty();
    }

    @Test
    public void onlyAllowedVersionsAreListed() {
        configuration.setAllowedVersions(">=1.23, <1.25");
        assertThat(Configured.tool().getInstallations()).extracting(GoInstallation::getName)
                .contains("1.24.1", "1.24.x").doesNotContain("1.22.12", "1.25.0", "1.22.x");
        configuration.setAnyReleasedVersion(false);
        assertThat(Configured.tool().getInstallations()).isEmpty();
    }

    @Test
    public void whatTheSourcesListIsLearnedAndKept() throws Exception {
        GoVersion coming = new GoVersion("1.99.1");
        KnownReleases.get().refresh();
        assertThat(KnownReleases.get().last()).startsWith(coming).contains(new GoVersion("1.9.7"));
        assertThat(new KnownReleases().last()).as("after a restart").contains(coming);
        assertThat(Configured.tool().getInstallations()).extracting(GoInstallation::getName).contains("1.99.1");
    }

    @Test
    public void aPageWaitsForNoSource() {
        int before = GO.server().requests().size();
        GO.server().always("/dl/", Fault.stallAfter(0));
        assertThat(Configured.tool().getInstallations()).isNotEmpty();
        JENKINS.jenkins.getDescriptorByType(GoReleaseInstaller.DescriptorImpl.class).doFillVersionItems();
        JENKINS.jenkins.getDescriptorByType(GoReleaseInstaller.DescriptorImpl.class).doCheckVersion("1.24.1");
        assertThat(GO.server().requests()).hasSize(before);
    }

    @Test
    public void whatIsKnownStaysKnownWhereNoSourceAnswers() {
        GO.server().always("/dl/", Fault.status(503, "Service Unavailable"));
        int before = KnownReleases.get().last().size();
        org.assertj.core.api.Assertions.catchThrowable(() -> KnownReleases.get().refresh());
        assertThat(KnownReleases.get().last()).hasSizeGreaterThanOrEqualTo(before);
    }

    @Test
    public void aListThatIsEmptiedInTheFormIsEmpty() throws Exception {
        importDesign();
        JenkinsRule.WebClient client = JENKINS.createWebClient();
        org.htmlunit.html.HtmlForm form = client.goTo("configure").getFormByName("config");
        for (String kind : List.of("sumdb", "sha256", "signature")) {
            for (org.htmlunit.html.HtmlInput input : form.getInputsByName("require")) {
                if (kind.equals(input.getAttribute("json"))) {
                    ((org.htmlunit.html.HtmlCheckBoxInput) input).setChecked(false);
                }
            }
        }
        JENKINS.submit(form);
        assertThat(configuration.getRequire()).isEmpty();
        assertThat(configuration.getSources()).hasSize(3);
    }

    @Test
    public void layersAreOneToALine() throws Exception {
        configuration.setLayers(" /opt/a b \r\n\n/mnt/c\n");
        assertThat(EngineSettings.current().layers()).containsExactly("/opt/a b", "/mnt/c");
        assertThat(configuration.doCheckLayers("/opt/a b\r\n/mnt/c").kind).isEqualTo(hudson.util.FormValidation.Kind.OK);
        assertThat(configuration.doCheckLayers("/opt/a\nlayers").kind).isEqualTo(hudson.util.FormValidation.Kind.ERROR);
        configuration.setLayers(" ");
        assertThat(EngineSettings.current().layers()).isEmpty();
    }

    @Test
    public void limitsBecomeRulesThatSpareWhatWasUsedToday() {
        assertThat(StoreCleaning.rules(null)).isNull();
        StoreLimits limits = new StoreLimits();
        limits.setKeep(2);
        assertThat(StoreCleaning.rules(limits)).isNull();
        limits.setMaxGibibytes(20);
        limits.setMaxToolchains(12);
        assertThat(StoreCleaning.rules(limits))
                .isEqualTo(new PruneRules(2, null, 20L << 30, 12, false, Duration.ofDays(1)));
    }

    @Test
    public void whereJenkinsHasNoProxyTheNodesOwnVariablesCount() throws Exception {
        Map<String, String> variables = Map.of("HTTPS_PROXY", "http://proxy.example.com:3128", "NO_PROXY", "inside.example.com");
        ProxySettings ofNode = NodeNetwork.of(EngineSettings.current(), variables).network().proxies();
        assertThat(ofNode.proxyFor(URI.create("https://go.dev/dl/"))).isPresent();
        assertThat(ofNode.proxyFor(URI.create("https://inside.example.com/"))).isEmpty();
        JENKINS.jenkins.setProxy(new ProxyConfiguration("jenkins.example.com", 8080, null, null, "*.corp.example.com|other.example.com"));
        try {
            ProxySettings ofJenkins = NodeNetwork.of(EngineSettings.current(), variables).network().proxies();
            assertThat(ofJenkins.proxyFor(URI.create("https://go.dev/dl/")).orElseThrow().address().getHost()).isEqualTo("jenkins.example.com");
            assertThat(ofJenkins.proxyFor(URI.create("https://git.corp.example.com/"))).isEmpty();
            assertThat(ofJenkins.proxyFor(URI.create("https://other.example.com/"))).isEmpty();
        } finally {
            JENKINS.jenkins.setProxy(null);
        }
    }

    @Test
    public void aFoldersSettingsNeverDecideHowToolchainsAreProven() throws Exception {
        Folder folder = JENKINS.createProject(Folder.class);
        GoEnvironmentSettings weak = new GoEnvironmentSettings();
        weak.setGosumdb("off");
        folder.addProperty(new GoFolderProperty(weak));
        assertThat(EngineSettings.current().gosumdb()).isEmpty();
    }

    @Test
    public void theNearestEnvironmentWins() throws Exception {
        configuration.setEnvironment(environment("https://global.example.com", "global.example.com"));
        DumbSlave node = JENKINS.createSlave();
        node.getNodeProperties().add(new GoNodeProperty(environment("https://node.example.com", null)));
        Folder outer = JENKINS.createProject(Folder.class);
        Folder inner = outer.createProject(Folder.class, "inner");
        FreeStyleProject job = inner.createProject(FreeStyleProject.class, "job");
        assertThat(EnvironmentSettings.of(JENKINS.buildAndAssertSuccess(job), node).settings().values())
                .containsEntry(Setting.GOPROXY, "https://node.example.com")
                .containsEntry(Setting.GOPRIVATE, "global.example.com");
        outer.addProperty(new GoFolderProperty(environment("https://outer.example.com", "outer.example.com")));
        inner.addProperty(new GoFolderProperty(environment("https://inner.example.com", null)));
        assertThat(EnvironmentSettings.of(job.getLastBuild(), node).settings().values())
                .containsEntry(Setting.GOPROXY, "https://inner.example.com")
                .containsEntry(Setting.GOPRIVATE, "outer.example.com");
        assertThat(EnvironmentSettings.of(job.getLastBuild(), node).line()).isEqualTo(
                "GOPROXY=https://inner.example.com (the folder \"" + inner.getFullName() + "\"), GOPRIVATE=outer.example.com (the folder \""
                        + outer.getFullName() + "\")");
        JENKINS.configRoundtrip(inner);
        assertThat(inner.getProperties().get(GoFolderProperty.class).getEnvironment().getGoproxy())
                .isEqualTo("https://inner.example.com");
    }

    @Test
    public void theTestButtonSaysWhatASourceHas() throws Exception {
        assertThat(test(site())).contains("lists 2 versions of Go, the newest is 1.99.1");
        GO.server().always("/dl/", Fault.status(503, "Service Unavailable"));
        assertThat(test(site())).contains("503");
    }

    @Test
    public void onlyAnAdministratorMakesJenkinsAskASource() throws Exception {
        secure();
        int before = GO.server().requests().size();
        assertThat(status("reader", HttpMethod.POST, site())).isEqualTo(403);
        assertThat(status("admin", HttpMethod.GET, site())).isIn(404, 405);
        assertThat(GO.server().requests()).hasSize(before);
        assertThat(status("admin", HttpMethod.POST, site())).isEqualTo(200);
        assertThat(GO.server().requests().size()).isGreaterThan(before);
    }

    @Test
    public void onlyAnAdministratorSeesWhichCredentialsThereAre() throws Exception {
        secure();
        assertThat(credentials("admin")).contains("mirror");
        assertThat(credentials("reader")).doesNotContain("mirror");
    }

    private static String credentials(String user) throws Exception {
        WebRequest fill = request("SiteEntry/fillCredentialsIdItems", HttpMethod.POST,
                new NameValuePair("url", ""), new NameValuePair("credentialsId", ""));
        return as(user).getPage(fill).getWebResponse().getContentAsString();
    }

    @Test
    public void credentialsThatAreMissingAreNamed() {
        SiteEntry entry = new SiteEntry("https://mirror.example.com/go/");
        entry.setCredentialsId("gone");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(entry::spec)).hasMessageContaining("\"gone\"");
    }

    @Test
    public void theVersionFieldSaysWhatGoSupports() {
        GoReleaseInstaller.DescriptorImpl descriptor = JENKINS.jenkins.getDescriptorByType(GoReleaseInstaller.DescriptorImpl.class);
        List<String> items = descriptor.doFillVersionItems();
        String newest = SupportedReleases.of(KnownReleases.get().last()).stable().orElseThrow().text();
        assertThat(items).startsWith("stable", "oldstable").contains("1.24.1");
        assertThat(descriptor.doCheckVersion(newest).getMessage()).contains("newest release");
        assertThat(descriptor.doCheckVersion("1.9.7").getMessage()).contains("no security fixes").contains(newest);
        assertThat(descriptor.doCheckVersion("1.98.1").getMessage()).contains("No source has listed");
        assertThat(descriptor.doCheckVersion("go.mod").kind).isEqualTo(hudson.util.FormValidation.Kind.ERROR);
        assertThat(descriptor.doCheckVersion("latest").kind).isEqualTo(hudson.util.FormValidation.Kind.ERROR);
        configuration.setAllowedVersions("1.24.x");
        assertThat(descriptor.doCheckVersion("1.9.7").kind).isEqualTo(hudson.util.FormValidation.Kind.ERROR);
    }

    @Test
    public void pinsAndPathsAndSettingsAreCheckedAsTheyAreEntered() {
        PinnedDigest.DescriptorImpl pin = JENKINS.jenkins.getDescriptorByType(PinnedDigest.DescriptorImpl.class);
        assertThat(pin.doCheckSha256("abc").kind).isEqualTo(hudson.util.FormValidation.Kind.ERROR);
        assertThat(pin.doCheckSha256("CB2396BAE64183CDCCF81A9A6DF0AEA3BCE9511FC21469FB89A0C00470088073").kind).isEqualTo(hudson.util.FormValidation.Kind.OK);
        assertThat(pin.doCheckPlatform("linux").kind).isEqualTo(hudson.util.FormValidation.Kind.ERROR);
        assertThat(configuration.doCheckStoreRoot("relative/path").kind).isEqualTo(hudson.util.FormValidation.Kind.ERROR);
        assertThat(configuration.doCheckStoreRoot("D:\\go").kind).isEqualTo(hudson.util.FormValidation.Kind.OK);
        assertThat(configuration.doCheckAllowedVersions("about 1.24").kind).isEqualTo(hudson.util.FormValidation.Kind.ERROR);
        GoEnvironmentSettings.DescriptorImpl environment = JENKINS.jenkins.getDescriptorByType(GoEnvironmentSettings.DescriptorImpl.class);
        assertThat(environment.doCheckGoproxy("https://proxy.example.com,direct").kind).isEqualTo(hudson.util.FormValidation.Kind.OK);
        assertThat(environment.doCheckGoproxy("proxy with blanks").kind).isEqualTo(hudson.util.FormValidation.Kind.ERROR);
        assertThat(environment.doCheckGovcs("git").kind).isEqualTo(hudson.util.FormValidation.Kind.ERROR);
        assertThat(environment.doCheckGoproxy("direct,https://proxy.example.com"))
                .hasMessageContaining("put direct last").extracting(check -> check.kind).isEqualTo(hudson.util.FormValidation.Kind.WARNING);
        assertThat(environment.doCheckGoprivate("git.example.com", "", "none", "", "").kind).isEqualTo(hudson.util.FormValidation.Kind.WARNING);
        assertThat(environment.doCheckGonosumdb("github.com/a,github.com/b", "", "", "github.com/a", ""))
                .hasMessageContaining("GONOSUMDB is wider than GOPRIVATE");
        assertThat(environment.doCheckGoinsecure("git.example.com", "git.example.com", "", "").kind).isEqualTo(hudson.util.FormValidation.Kind.OK);
    }

    @Test
    public void mistakesThatNoFormHasShownAreInTheSystemLog() {
        try (LogRecorder log = new LogRecorder().record(ModuleChecks.class, Level.WARNING).capture(10)) {
            configuration.setEnvironment(environment("direct,https://proxy.example.com", null));
            configuration.setEnvironment(environment("ftp://proxy.example.com", null));
            assertThat(log.getMessages()).anyMatch(line -> line.contains("Of the configuration of Go toolchains: GOPROXY has direct first"))
                    .anyMatch(line -> line.startsWith("Builds with Go will fail: GOPROXY: \"ftp://proxy.example.com\""));
        }
    }

    private void assertAsInTheDesign() {
        assertThat(configuration.getSources()).hasSize(3);
        assertThat(((ModuleProxyEntry) configuration.getSources().get(0)).getUrl()).isEqualTo("https://go.dev/dl/mod");
        SiteEntry site = (SiteEntry) configuration.getSources().get(1);
        assertThat(site.getUrl()).isEqualTo("https://mirror.example.com/go/");
        assertThat(site.isTrustDigests()).isTrue();
        assertThat(site.getCredentialsId()).isEqualTo("mirror");
        assertThat(((FolderEntry) configuration.getSources().get(2)).getPath()).isEqualTo("/opt/go-archives");
        assertThat(configuration.getProfile()).isEqualTo("internet");
        assertThat(configuration.getRequire()).containsExactly("sumdb");
        assertThat(configuration.getAllowedVersions()).isEqualTo(">=1.23");
        assertThat(configuration.getDefaultVersion()).isEqualTo("1.24.x");
        assertThat(configuration.getEnvironment().getGoproxy()).isEqualTo("https://proxy.example.com,direct");
        assertThat(configuration.getEnvironment().getGoprivate()).isEqualTo("git.example.com");
        assertThat(configuration.getStoreRoot()).isEqualTo("/var/lib/go-toolchain");
        assertThat(configuration.getStoreLimits().getKeep()).isEqualTo(2);
        assertThat(configuration.getStoreLimits().getUnusedForDays()).isEqualTo(30);
        assertThat(configuration.getStoreLimits().getMaxGibibytes()).isEqualTo(20);
        assertThat(configuration.getUnreceiptedLocations()).isEqualTo(UnreceiptedLocation.CHECK);
    }

    private static GoEnvironmentSettings environment(String goproxy, String goprivate) {
        GoEnvironmentSettings environment = new GoEnvironmentSettings();
        environment.setGoproxy(goproxy);
        environment.setGoprivate(goprivate);
        return environment;
    }

    private static void importDesign() throws Exception {
        ConfigurationAsCode.get().configure(ConfigurationTest.class.getResource("ConfigurationTest/design.yaml").toString());
    }

    private static String exported(String root, String name) throws Exception {
        ConfigurationContext context = new ConfigurationContext(ConfiguratorRegistry.get());
        CNode node = (root.equals("tool") ? Util.getToolRoot(context) : Util.getUnclassifiedRoot(context)).get(name);
        return Util.toYamlString(node);
    }

    private static void tools() throws Exception {
        JENKINS.submit(JENKINS.createWebClient().goTo("manage/configureTools/").getFormByName("config"));
    }

    private static void saved(String file) throws Exception {
        try (InputStream in = ConfigurationTest.class.getResourceAsStream("ConfigurationTest/" + file)) {
            Files.copy(in, new File(JENKINS.jenkins.getRootDir(), file).toPath(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void secure() {
        JENKINS.jenkins.setSecurityRealm(JENKINS.createDummySecurityRealm());
        JENKINS.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER).everywhere().to("admin").grant(Jenkins.READ).everywhere().to("reader"));
    }

    private static WebRequest site() throws Exception {
        return request("SiteEntry/test", HttpMethod.POST,
                new NameValuePair("url", GO.site()), new NameValuePair("trustDigests", "true"), new NameValuePair("credentialsId", ""));
    }

    private static WebRequest request(String path, HttpMethod method, NameValuePair... parameters) throws Exception {
        WebRequest request = new WebRequest(
                new URL(JENKINS.getURL(), "descriptorByName/" + SiteEntry.class.getPackageName() + "." + path), method);
        request.setRequestParameters(Arrays.asList(parameters));
        return request;
    }

    private static String test(WebRequest request) throws Exception {
        JenkinsRule.WebClient client = JENKINS.createWebClient();
        client.addCrumb(request);
        return client.getPage(request).getWebResponse().getContentAsString();
    }

    private static int status(String user, HttpMethod method, WebRequest request) throws Exception {
        request.setHttpMethod(method);
        Page page = as(user).withThrowExceptionOnFailingStatusCode(false).getPage(request);
        return page.getWebResponse().getStatusCode();
    }

    private static JenkinsRule.WebClient as(String user) throws Exception {
        return JENKINS.createWebClient().withBasicApiToken(user);
    }
}
