package io.jenkins.plugins.gotoolchain.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DefaultSourcesTest {

    private static final String GO_PROXY = "goproxy:https://go.dev/dl/mod";
    private static final String GO_SITE = "https://go.dev/dl/";

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final Map<String, String> environment = new HashMap<>();
    private Path root;
    private String said;

    @Before
    public void emptyHome() {
        root = temporary.getRoot().toPath();
        environment.put("HOME", root.resolve("home").toString());
    }

    private List<String> labels() throws Exception {
        return DefaultSources.of(environment, new UserGoProxy(environment, "linux", go -> said)).stream().map(SourceSpec::label).toList();
    }

    private Path write(String name, String text) throws Exception {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void installGo() throws Exception {
        write("go/bin/go", "").toFile().setExecutable(true);
        environment.put("PATH", "relative::" + root.resolve("nothing") + ":" + root.resolve("go/bin"));
    }

    @Test
    public void withoutAnythingItIsGosOwnSources() throws Exception {
        assertThat(labels()).containsExactly(GO_PROXY, GO_SITE);
    }

    @Test
    public void theSettingBeatsEverything() throws Exception {
        environment.put("GOPROXY", "https://a.example");
        environment.put("GO_TOOLCHAIN_SOURCES", "file:/srv/go  goproxy:https://b.example,direct");

        assertThat(labels()).containsExactly("file:/srv/go", "goproxy:https://b.example,direct");
    }

    @Test
    public void aMistakeInTheSettingNamesTheSetting() {
        environment.put("GO_TOOLCHAIN_SOURCES", "mirror");

        assertThatThrownBy(this::labels).isInstanceOf(ConfigurationException.class).hasMessageStartingWith("GO_TOOLCHAIN_SOURCES: ");
    }

    @Test
    public void theUsersOwnProxyComesFirst() throws Exception {
        environment.put("GOPROXY", "https://a.example,direct");

        assertThat(labels()).containsExactly("goproxy:https://a.example,direct", GO_PROXY, GO_SITE);
    }

    @Test
    public void theFileOfGoEnvIsRead() throws Exception {
        write("home/.config/go/env", "GOFLAGS=-v\nGOPROXY=https://b.example\n");

        assertThat(labels()).startsWith("goproxy:https://b.example");
    }

    @Test
    public void theFileIsWhereTheUserSays() throws Exception {
        environment.put("GOENV", write("mine", "GOPROXY=https://c.example\r\n").toString());

        assertThat(labels()).startsWith("goproxy:https://c.example");
    }

    @Test
    public void theFileIsNotReadWhenSwitchedOff() throws Exception {
        write("home/.config/go/env", "GOPROXY=https://b.example\n");
        environment.put("GOENV", "off");

        assertThat(labels()).containsExactly(GO_PROXY, GO_SITE);
    }

    @Test
    public void macAndWindowsKeepTheFileElsewhere() throws Exception {
        write("home/Library/Application Support/go/env", "GOPROXY=https://mac.example\n");
        write("roaming/go/env", "GOPROXY=https://windows.example\n");
        environment.put("APPDATA", root.resolve("roaming").toString());

        assertThat(new UserGoProxy(environment, "darwin", go -> null).find().orElseThrow().list()).isEqualTo("https://mac.example");
        assertThat(new UserGoProxy(environment, "windows", go -> null).find().orElseThrow().list()).isEqualTo("https://windows.example");
    }

    @Test
    public void theDefaultsOfAGoOnThePathAreRead() throws Exception {
        installGo();
        write("go/go.env", "# defaults\nGOPROXY=https://d.example,direct\n");

        assertThat(labels()).startsWith("goproxy:https://d.example,direct");
    }

    @Test
    public void aGoBehindALinkIsFollowedToItsRoot() throws Exception {
        installGo();
        write("go/go.env", "GOPROXY=https://d.example\n");
        Files.createDirectories(root.resolve("usr/bin"));
        Files.createSymbolicLink(root.resolve("usr/bin/go"), root.resolve("go/bin/go"));
        environment.put("PATH", root.resolve("usr/bin").toString());

        assertThat(labels()).startsWith("goproxy:https://d.example");
    }

    @Test
    public void aGoThatSaysItNowhereIsAsked() throws Exception {
        installGo();
        said = "https://e.example,direct\n";

        assertThat(labels()).startsWith("goproxy:https://e.example,direct");
    }

    @Test
    public void aGoThatDoesNotAnswerIsPassedOver() throws Exception {
        installGo();

        assertThat(labels()).containsExactly(GO_PROXY, GO_SITE);
    }

    @Test
    public void offIsTheUsersWordThatNothingElseMayBeAsked() throws Exception {
        environment.put("GOPROXY", "https://a.example,off");
        assertThat(labels()).containsExactly("goproxy:https://a.example,off");

        environment.put("GOPROXY", "off");
        assertThat(labels()).containsExactly("goproxy:off");
    }

    @Test
    public void theSameProxyIsNotAskedTwice() throws Exception {
        environment.put("GOPROXY", "direct");
        assertThat(labels()).containsExactly("goproxy:direct", GO_SITE);

        environment.put("GOPROXY", "https://go.dev/dl/mod");
        assertThat(labels()).containsExactly(GO_PROXY, GO_SITE);
    }

    @Test
    public void aMalformedProxyOfTheUsersSaysWhereItStands() throws Exception {
        environment.put("GOENV", write("mine", "GOPROXY=ftp://c.example\n").toString());

        assertThatThrownBy(this::labels).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ftp://c.example").hasMessageContaining(root.resolve("mine").toString());
    }

    @Test
    public void aRealGoSaysWhatItIsSet() throws Exception {
        Path go = write("bin/go", "#!/bin/sh\n[ \"$*/$GOTOOLCHAIN\" = 'env GOPROXY/local' ] && echo https://f.example\n");
        org.junit.Assume.assumeTrue("did not run: no scripts here", go.toFile().setExecutable(true) && Files.exists(Path.of("/bin/sh")));

        assertThat(new GoEnvProcess(java.time.Duration.ofSeconds(30)).goproxy(go)).isEqualTo("https://f.example");
    }

    @Test
    public void aGoThatHangsIsEnded() throws Exception {
        Path go = write("bin/go", "#!/bin/sh\nexec sleep 600\n");
        org.junit.Assume.assumeTrue("did not run: no scripts here", go.toFile().setExecutable(true) && Files.exists(Path.of("/bin/sh")));

        assertThat(new GoEnvProcess(java.time.Duration.ofMillis(50)).goproxy(go)).isNull();
    }
}
