package io.jenkins.plugins.gotoolchain.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** What Go accepts and people rarely mean. The public proxy here is any of the Go project's hosts. */
public class ModuleMistakesTest {

    private static final String PUBLIC = "https://modules.golang.org";

    @Test
    public void nothingSetIsNoMistake() throws Exception {
        assertThat(mistakes()).isEmpty();
    }

    @Test
    public void theUsualSettingsOfATeamAreNoMistake() throws Exception {
        assertThat(mistakes("GOPROXY", "https://proxy.example.com," + PUBLIC + ",direct", "GOPRIVATE", "git.example.com,*.corp.example.com"))
                .isEmpty();
        assertThat(mistakes("GOPROXY", "https://proxy.example.com", "GOPRIVATE", "git.example.com", "GONOPROXY", "none",
                "GONOSUMDB", "git.example.com/team,git.example.com")).isEmpty();
        assertThat(mistakes("GOPROXY", "direct", "GONOSUMDB", "git.example.com")).isEmpty();
        assertThat(mistakes("GOPROXY", "https://proxy.example.com|direct", "GONOSUMDB", "git.example.com/team")).isEmpty();
        assertThat(mistakes("GOPRIVATE", "github.com/team", "GOINSECURE", "github.com/team/old")).isEmpty();
    }

    @Test
    public void directFirstHidesWhatStandsBehindIt() throws Exception {
        assertThat(only("GOPROXY", "direct,https://proxy.example.com"))
                .isEqualTo("GOPROXY has direct first, and what stands behind it is never asked; put direct last");
        assertThat(only("GOPROXY", "https://a.example.com|off,https://b.example.com")).contains("off before other entries");
        assertThat(mistakes("GOPROXY", "https://a.example.com,direct,")).isEmpty();
    }

    @Test
    public void aPrivatePathThatWouldGoToAPublicProxyIsNamed() throws Exception {
        assertThat(only("GOPROXY", "https://proxy.example.com," + PUBLIC, "GOPRIVATE", "git.example.com", "GONOPROXY", "none"))
                .startsWith("GOPRIVATE names git.example.com, but GONOPROXY does not: these paths are asked of " + PUBLIC + ", which is public;")
                .contains("add them to GONOPROXY");
    }

    @Test
    public void aBarBeforeThePublicProxyIsSaid() throws Exception {
        assertThat(only("GOPROXY", "https://proxy.example.com|" + PUBLIC, "GOPRIVATE", "git.example.com", "GONOPROXY", "none"))
                .contains("also whenever the proxy before it fails");
    }

    @Test
    public void withoutAnyGoproxyItIsGosDefaultThatIsAsked() throws Exception {
        assertThat(only("GOPRIVATE", "git.example.com", "GONOPROXY", "other.example.com")).contains("asked of Go's default proxy");
        assertThat(mistakes("GOPRIVATE", "git.example.com", "GONOPROXY", "other.example.com", "GOPROXY", "off")).isEmpty();
    }

    @Test
    public void whatOnlyTheDatabaseIsNotAskedForStillGoesToAPublicProxy() throws Exception {
        assertThat(only("GOPROXY", PUBLIC + ",direct", "GONOSUMDB", "git.example.com")).contains("add them to GOPRIVATE");
    }

    @Test
    public void aDatabaseThatWouldLearnPrivateNamesIsNamed() throws Exception {
        assertThat(mistakes("GOPROXY", "https://proxy.example.com", "GOPRIVATE", "git.example.com", "GONOSUMDB", "git.example.com/a"))
                .singleElement().asString().contains("looked up in the public checksum database");
    }

    @Test
    public void aDatabaseExceptionWiderThanWhatIsPrivateIsNamed() throws Exception {
        assertThat(only("GOPROXY", "off", "GOPRIVATE", "github.com/team", "GONOSUMDB", "github.com/team,github.com/other"))
                .startsWith("GONOSUMDB is wider than GOPRIVATE: nothing verifies github.com/other");
        assertThat(only("GOPRIVATE", "github.com/team", "GONOSUMDB", "github.com")).startsWith("GONOSUMDB has github.com");
        assertThat(only("GONOSUMDB", "*")).startsWith("GONOSUMDB has *, which means public modules too");
        assertThat(only("GOPRIVATE", "*.com")).startsWith("GOPRIVATE has *.com");
    }

    @Test
    public void aDatabaseThatIsOffIsNamed() throws Exception {
        assertThat(only("GOSUMDB", "off", "GOPRIVATE", "*")).startsWith("GOSUMDB is off");
    }

    @Test
    public void insecureIsNotUnverified() throws Exception {
        assertThat(only("GOINSECURE", "git.example.com")).contains("GOINSECURE names git.example.com").contains("add them to GONOSUMDB");
        assertThat(only("GOINSECURE", "*")).contains("lets anyone on the way change public modules");
    }

    private static String only(String... settings) throws Exception {
        List<String> found = mistakes(settings);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<String> mistakes(String... settings) throws Exception {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            named.put(settings[i], settings[i + 1]);
        }
        return ModuleMistakes.in(GoSettings.of(named));
    }
}
