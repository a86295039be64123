package io.jenkins.plugins.gotoolchain.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class GoEnvFileTest {

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path file;

    @Before
    public void file() throws Exception {
        file = temporary.newFile("env").toPath();
        Files.writeString(file, "GOSUMDB=off\nGOPRIVATE=old.example.com\nGOPRIVATE=git.example.com\n");
    }

    @Test
    public void whatGoEnvWroteCounts() {
        GoEnvFile user = new GoEnvFile(Map.of("GOENV", file.toString()), "linux");
        assertThat(user.setting("GOSUMDB")).isEqualTo("off");
        assertThat(user.setting("GOPRIVATE")).isEqualTo("git.example.com");
        assertThat(user.setting("GONOSUMDB")).isEmpty();
    }

    @Test
    public void theEnvironmentGoesBeforeTheFile() {
        GoEnvFile user = new GoEnvFile(Map.of("GOENV", file.toString(), "GOSUMDB", "sum.golang.org"), "linux");
        assertThat(user.setting("GOSUMDB")).isEqualTo("sum.golang.org");
    }

    @Test
    public void withGoenvOffThereIsNoFile() {
        assertThat(new GoEnvFile(Map.of("GOENV", "off"), "linux").setting("GOSUMDB")).isEmpty();
    }

    @Test
    public void aFileThatIsNotThereOrNoPathSaysNothing() {
        assertThat(new GoEnvFile(Map.of("GOENV", "/no/such/file"), "linux").setting("GOSUMDB")).isEmpty();
        assertThat(new GoEnvFile(Map.of("GOENV", "\0"), "linux").setting("GOSUMDB")).isEmpty();
    }
}
