package io.jenkins.plugins.gotoolchain.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.Test;

public class GoEnvironmentTest {

    private static final GoVersion GO = new GoVersion("1.24.1");

    @Test
    public void theToolchainIsTheOneThatRuns() {
        GoEnvironment environment = GoEnvironment.of(GO, "/opt/go", false, GoSettings.none());

        assertThat(environment.variables()).containsExactly(Map.entry("GOROOT", "/opt/go"), Map.entry("GOTOOLCHAIN", "local"));
        assertThat(environment.path()).containsExactly("/opt/go/bin");
    }

    @Test
    public void settingsFollowInTheirOwnOrder() throws Exception {
        GoSettings settings = GoSettings.none().with(Setting.GOFLAGS, "-v").with(Setting.GOPROXY, "direct");

        assertThat(GoEnvironment.of(GO, "/opt/go", false, settings).variables().keySet())
                .containsExactly("GOROOT", "GOTOOLCHAIN", "GOPROXY", "GOFLAGS");
    }

    @Test
    public void aCacheProgramIsLeftOutBeforeItsTimeAndThatIsSaid() throws Exception {
        GoSettings settings = GoSettings.none().with(Setting.GOCACHEPROG, "/bin/cache");
        GoEnvironment old = GoEnvironment.of(new GoVersion("1.23.9"), "/opt/go", false, settings);

        assertThat(old.variables()).doesNotContainKey("GOCACHEPROG");
        assertThat(old.notes()).singleElement().asString().contains("1.23.9").contains("1.24");
    }

    @Test
    public void aCacheProgramIsPassedOnFromTheFirstPrereleaseThatKnowsIt() throws Exception {
        GoSettings settings = GoSettings.none().with(Setting.GOCACHEPROG, "/bin/cache");
        GoEnvironment first = GoEnvironment.of(new GoVersion("1.24rc1"), "/opt/go", false, settings);

        assertThat(first.variables()).containsEntry("GOCACHEPROG", "/bin/cache");
        assertThat(first.notes()).isEmpty();
    }

    @Test
    public void whatIsInheritedStaysButWhatWouldMislead() {
        Map<String, String> inherited = new LinkedHashMap<>(Map.of("PATH", "/usr/bin", "GOROOT", "/usr/lib/go",
                "GOTOOLDIR", "/usr/lib/go/pkg/tool", "GOTOOLCHAIN_INTERNAL_SWITCH_VERSION", "go1.26.0",
                "GOFLAGS", "-mod=mod", "HOME", "/root"));
        GoEnvironment.of(GO, "/opt/go", false, GoSettings.none()).applyTo(inherited);

        assertThat(inherited).containsOnly(Map.entry("PATH", "/opt/go/bin:/usr/bin"), Map.entry("GOROOT", "/opt/go"),
                Map.entry("GOTOOLCHAIN", "local"), Map.entry("GOFLAGS", "-mod=mod"), Map.entry("HOME", "/root"));
    }

    @Test
    public void anEmptyPathGetsNoEmptyElement() {
        Map<String, String> inherited = new LinkedHashMap<>();
        GoEnvironment.of(GO, "/opt/go", false, GoSettings.none()).applyTo(inherited);

        assertThat(inherited).containsEntry("PATH", "/opt/go/bin");
    }

    @Test
    public void windowsKeepsItsOwnSpellingOfPath() {
        Map<String, String> inherited = new LinkedHashMap<>(Map.of("Path", "C:\\Windows", "goroot", "C:\\Go"));
        GoEnvironment.of(GO, "D:\\tools\\go1.24.1.windows-amd64", true, GoSettings.none()).applyTo(inherited);

        assertThat(inherited).containsOnly(
                Map.entry("Path", "D:\\tools\\go1.24.1.windows-amd64\\bin;C:\\Windows"),
                Map.entry("goroot", "D:\\tools\\go1.24.1.windows-amd64"),
                Map.entry("GOTOOLCHAIN", "local"));
    }
}
