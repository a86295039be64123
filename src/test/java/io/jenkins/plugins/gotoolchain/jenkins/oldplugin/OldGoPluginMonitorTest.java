package io.jenkins.plugins.gotoolchain.jenkins.oldplugin;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.model.Descriptor;
import hudson.security.AuthorizationStrategy;
import hudson.slaves.DumbSlave;
import hudson.tools.CommandInstaller;
import hudson.tools.InstallSourceProperty;
import hudson.tools.ToolInstallation;
import hudson.tools.ToolInstaller;
import hudson.tools.ToolLocationNodeProperty.ToolLocation;
import hudson.tools.ToolLocationNodeProperty;
import hudson.tools.ToolProperty;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.jenkins.tool.GoInstallation;
import io.jenkins.plugins.gotoolchain.jenkins.tool.GoReleaseInstaller;
import io.jenkins.plugins.gotoolchain.jenkins.tool.OldGoPlugin;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import java.net.URL;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.golang.GolangInstallation;
import org.jenkinsci.plugins.golang.GolangInstaller;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** Beside the dormant plugin "golang", or what others see of it. */
public class OldGoPluginMonitorTest {

    private static final ToolchainFixture GO = new ToolchainFixture("1.24.1", "1.23.6");
    private static final JenkinsRule JENKINS = new JenkinsRule();

    @ClassRule
    public static final RuleChain RULES = RuleChain.outerRule(GO).around(JENKINS);

    private static GolangInstallation.DescriptorImpl oldTool;
    private static boolean activeBefore;

    /** As a plugin's own extensions would be. */
    @BeforeClass
    @SuppressWarnings("rawtypes")
    public static void installOldPlugin() {
        activeBefore = monitor().isActivated();
        oldTool = new GolangInstallation.DescriptorImpl();
        ExtensionList<Descriptor> all = JENKINS.jenkins.getExtensionList(Descriptor.class);
        all.add(oldTool);
        all.add(new GolangInstaller.DescriptorImpl());
        if (!ToolInstallation.all().contains(oldTool)) {
            ToolInstallation.all().add(oldTool);
        }
    }

    @Before
    public void configure() {
        Configured.with(GO);
        oldTool.setInstallations();
    }

    @After
    public void open() {
        JENKINS.jenkins.setAuthorizationStrategy(new AuthorizationStrategy.Unsecured());
    }

    private static void install(GolangInstallation... installations) {
        oldTool.setInstallations(installations);
    }

    private static GolangInstallation old(String name, String home, ToolInstaller... installers) throws Exception {
        List<ToolProperty<?>> properties =
                installers.length == 0 ? List.of() : List.of(new InstallSourceProperty(List.of(installers)));
        return new GolangInstallation(name, home, properties);
    }

    private static OldGoPluginMonitor monitor() {
        return ExtensionList.lookupSingleton(OldGoPluginMonitor.class);
    }

    private static void takeOver() throws Exception {
        HtmlPage page = JENKINS.createWebClient().goTo(monitor().getUrl() + "/");
        HtmlForm form = page.getForms().stream().filter(one -> one.getActionAttribute().endsWith("takeOver")).findFirst().orElseThrow();
        JENKINS.submit(form);
    }

    private static List<String> configured() {
        return List.of(Configured.tool().getConfiguredInstallations()).stream().map(one -> one.getName() + "=" + one.selector()).toList();
    }

    private static String outcomeOf(String name) {
        return monitor().getInstallations().stream().filter(one -> one.getName().equals(name)).findFirst().orElseThrow().getOutcome();
    }

    @Test
    public void withoutTheOldPluginThereIsNothingToSay() {
        assertThat(activeBefore).isFalse();
    }

    @Test
    public void besideTheOldPluginItSaysSo() throws Exception {
        install(old("1.24.1", null, new GolangInstaller("1.24.1")));
        assertThat(monitor().isActivated()).isTrue();
        assertThat(Configured.reader(JENKINS).goTo("manage").asNormalizedText())
                .contains("The plugin \"golang\" is active beside \"Go Toolchain\"").contains("Take over its installations (1)");
        assertThat(Configured.reader(JENKINS).goTo(monitor().getUrl() + "/").asNormalizedText())
                .contains("What \"go\" means while both are active").contains("disable the plugin \"golang\"");
    }

    @Test
    public void releasesAreTakenOverUnderTheirNames() throws Exception {
        install(old("1.24.1", null, new GolangInstaller("1.24.1")), old("team", null, new GolangInstaller("go1.23.6")), old("1.22.12", null));
        takeOver();
        assertThat(configured()).containsExactly("1.24.1=1.24.1", "team=1.23.6", "1.22.12=1.22.12");
        assertThat(Configured.tool().getConfiguredInstallations()).allMatch(GoInstallation::isByVersion);
        assertThat(outcomeOf("team")).isEqualTo("Is here, as Go 1.23.6.");
        assertThat(OldGoPlugin.installations()).extracting(one -> one.getName()).as("it keeps its own").contains("team");
    }

    @Test
    public void takingOverTwiceDoublesNothing() throws Exception {
        install(old("team", null, new GolangInstaller("1.23.6")));
        takeOver();
        assertThat(monitor().getReady()).isZero();
        monitor().doTakeOver();
        assertThat(configured()).containsExactly("team=1.23.6");
    }

    @Test
    public void whatIsTakenOverIsGoodForABuild() throws Exception {
        install(old("team", null, new GolangInstaller("1.23.6")));
        takeOver();
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("node { echo tool(name: 'team', type: 'go'); echo tool(name: '1.24.1', type: 'goTool') }", true));
        assertThat(JenkinsRule.getLog(JENKINS.buildAndAssertSuccess(job)))
                .contains("/tools/go-toolchain/go1.23.6.linux-amd64\n").contains("/tools/go-toolchain/go1.24.1.linux-amd64\n");
    }

    @Test
    public void labelsOfInstallersStay() throws Exception {
        GolangInstaller here = new GolangInstaller("1.23.6");
        install(new GolangInstallation("team", null, List.of(new InstallSourceProperty(List.of(here, new GolangInstaller("1.24.1"))))));
        takeOver();
        InstallSourceProperty sources = Configured.tool().getConfiguredInstallations()[0].getProperties().get(InstallSourceProperty.class);
        assertThat(sources.installers).extracting(one -> ((GoReleaseInstaller) one).getVersion()).containsExactly("1.23.6", "1.24.1");
    }

    @Test
    public void homesAndPlacesOnNodesStay() throws Exception {
        install(old("system", "/opt/go", new GolangInstaller("1.23.6")), old("baked", null));
        DumbSlave node = JENKINS.createSlave();
        ToolLocation there = new ToolLocation(oldTool, "baked", "/baked/go");
        node.getNodeProperties().add(new ToolLocationNodeProperty(List.of(there)));
        takeOver();
        assertThat(Configured.tool().getConfiguredInstallations()[0].getHome()).isEqualTo("/opt/go");
        ToolLocationNodeProperty locations = node.getNodeProperties().get(ToolLocationNodeProperty.class);
        assertThat(locations.getHome(Configured.tool().getConfiguredInstallations()[1])).isEqualTo("/baked/go");
        assertThat(locations.getLocations()).hasSize(2);
    }

    @Test
    public void whatCannotBeTakenOverSaysWhy() throws Exception {
        GoToolchainConfiguration.get().setAllowedVersions(">=1.20");
        GoInstallation mine = new GoInstallation("mine", null, null);
        mine.setVersion("1.24.1");
        Configured.tool().setInstallations(mine);
        install(old("odd", null, new GolangInstaller("weekly")), old("script", null, new CommandInstaller(null, "true", "/x")),
                old("mine", null, new GolangInstaller("1.23.6")), old("ancient", null, new GolangInstaller("1.4.2")));
        assertThat(monitor().getReady()).isZero();
        assertThat(outcomeOf("odd")).contains("its release \"weekly\" is not a version of Go");
        assertThat(outcomeOf("script")).contains("it names no release");
        assertThat(outcomeOf("mine")).contains("there is a Go of this name here already, of version 1.24.1");
        assertThat(outcomeOf("ancient")).contains("Go 1.4.2 is not among the allowed versions");
        monitor().doTakeOver();
        assertThat(configured()).containsExactly("mine=1.24.1");
    }

    @Test
    public void otherInstallersAreLeftOutAndThatIsSaid() throws Exception {
        install(old("both", null, new GolangInstaller("1.23.6"), new CommandInstaller(null, "true", "/x")));
        assertThat(outcomeOf("both")).contains("Will be here, as Go 1.23.6.").contains("Its other installers are left out");
        takeOver();
        assertThat(configured()).containsExactly("both=1.23.6");
    }

    @Test
    public void aNameOfTheOldPluginKeepsItsMeaningUntilItIsTakenOver() throws Exception {
        assertThat(Configured.tool().getInstallations()).anyMatch(one -> one.getName().equals("1.24.1"));
        install(old("1.24.1", null, new CommandInstaller(null, "true", "/x")));
        assertThat(Configured.tool().getInstallations()).noneMatch(one -> one.getName().equals("1.24.1"));
    }

    @Test
    public void anInstallerOfTheOldPluginStandsForItsRelease() throws Exception {
        install();
        Configured.tool().setInstallations(Configured.installation("as code", new GolangInstaller("1.23.6")));
        WorkflowJob job = JENKINS.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("node { echo tool(name: 'as code', type: 'go') }", true));
        assertThat(JenkinsRule.getLog(JENKINS.buildAndAssertSuccess(job))).contains("/tools/go-toolchain/go1.23.6.linux-amd64\n");
    }

    @Test
    public void onlyAdministratorsTakeOverAndOnlyByPost() throws Exception {
        install(old("team", null, new GolangInstaller("1.23.6")));
        JENKINS.jenkins.setSecurityRealm(JENKINS.createDummySecurityRealm());
        JENKINS.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER).everywhere().to("admin").grant(Jenkins.READ, Jenkins.MANAGE).everywhere().to("manager"));
        JenkinsRule.WebClient client = Configured.reader(JENKINS).withThrowExceptionOnFailingStatusCode(false).login("manager");
        URL url = new URL(JENKINS.getURL(), monitor().getUrl() + "/takeOver");
        assertThat(client.getPage(client.addCrumb(new WebRequest(url, HttpMethod.POST))).getWebResponse().getStatusCode()).isEqualTo(403);
        client.login("admin");
        assertThat(client.getPage(url).getWebResponse().getStatusCode()).isIn(404, 405);
        assertThat(configured()).isEmpty();
        assertThat(client.getPage(client.addCrumb(new WebRequest(url, HttpMethod.POST))).getWebResponse().getStatusCode()).isEqualTo(200);
        assertThat(configured()).containsExactly("team=1.23.6");
    }
}
