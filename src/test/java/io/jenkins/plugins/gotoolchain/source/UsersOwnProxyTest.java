package io.jenkins.plugins.gotoolchain.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import io.jenkins.plugins.gotoolchain.transfer.ProxySettings;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.AssumptionViolatedException;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The real module proxy that the go command of this machine would ask. Needs the network; says so where it is away. */
public class UsersOwnProxyTest {

    private static final Platform LINUX = new Platform("linux", "amd64");

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Source source;
    private Set<GoVersion> versions;

    @Before
    public void askIt() throws Exception {
        Map<String, String> environment = System.getenv();
        String list = new UserGoProxy(environment, "linux", new GoEnvProcess(Duration.ofSeconds(10))).find()
                .orElseThrow(() -> new AssumptionViolatedException("did not run: no GOPROXY is known here")).list();
        Network network = new Network(Profile.INTRANET, ProxySettings.fromEnvironment(environment), null, Map.of());
        source = Sources.open(List.of(SourceSpec.moduleProxy(list)), network, temporary.getRoot().toPath(), notice -> { })
                .list().get(0);
        try {
            versions = source.versions(LINUX);
        } catch (UnreachableException e) {
            throw new AssumptionViolatedException("did not run: the user's own GOPROXY does not answer: " + e.problem());
        }
    }

    @Test
    public void itListsGo1241() {
        assertThat(versions).contains(new GoVersion("1.24.1"));
    }

    @Test
    public void itOffersGo1241AsAModule() throws Exception {
        assertThat(source.offer(new GoVersion("1.24.1"), LINUX).locations().get(0).uri().getPath())
                .endsWith("/golang.org/toolchain/@v/v0.0.1-go1.24.1.linux-amd64.zip");
    }

    @Test
    public void aVersionThatNeverWasIsAnErrorOfTheFamily() {
        assertThatThrownBy(() -> source.offer(new GoVersion("1.24.999"), LINUX))
                .isInstanceOf(ToolchainException.class).hasMessageContaining("1.24.999").hasMessageContaining("linux/amd64");
    }
}
