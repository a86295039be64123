package io.jenkins.plugins.gotoolchain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

/** What no file of the source tree may say, and what each package must. */
public class SourcesTest {

    private static final Path MAIN = SourceTree.root().resolve("src/main/java/io/jenkins/plugins/gotoolchain");

    @Test
    public void noFileNamesAPackageRegistry() throws IOException {
        // Which registry or mirror is used is for the settings of the machine that builds, never for the sources.
        String[] registries = {
            "proxy.golang" + "\\.org", "goproxy" + "\\.io", "repo1?\\.maven" + "\\.(apache\\.)?org",
            "registry\\.npmjs" + "\\.org", "pypi" + "\\.org", "(deb|security)\\.debian" + "\\.org",
        };
        assertThat(lines(SourceTree.files(), Pattern.compile(String.join("|", registries)))).isEmpty();
    }

    @Test
    public void noSourceHasAPathOfThePersonWhoWroteIt() throws IOException {
        assertThat(lines(SourceTree.files(), Pattern.compile("/root" + "/\\.|/home/[a-z]+/|/Users/[a-z]+/|[A-Z]:\\\\Users\\\\")))
                .isEmpty();
    }

    @Test
    public void everyRoomSaysWhatItPromises() throws IOException {
        List<Path> silent = new ArrayList<>();
        try (var folders = Files.walk(MAIN)) {
            folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.equals(MAIN) && !Files.exists(folder.resolve("package-info.java")))
                    .forEach(silent::add);
        }
        assertThat(silent).isEmpty();
    }

    @Test
    public void noClassIsNamedForHavingNoDuty() throws IOException {
        List<Path> vague = new ArrayList<>();
        for (Path file : SourceTree.files()) {
            if (file.startsWith(SourceTree.root().resolve("src"))
                    && file.getFileName().toString().matches(".*(Util|Utils|Helper|Manager|Impl)\\.java")) {
                vague.add(file);
            }
        }
        assertThat(vague).isEmpty();
    }

    @Test
    public void onlyProgramsEndTheProcessOrPrint() throws IOException {
        List<Path> engine = new ArrayList<>();
        for (Path file : SourceTree.files()) {
            if (file.startsWith(MAIN) && !file.startsWith(MAIN.resolve("cli")) && !file.endsWith("buildcache/CacheprogMain.java")) {
                engine.add(file);
            }
        }
        assertThat(lines(engine, Pattern.compile("System\\.(exit|out|err)\\b|printStackTrace"))).isEmpty();
    }

    private static List<String> lines(List<Path> files, Pattern unwanted) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            Matcher matcher = unwanted.matcher(text);
            while (matcher.find()) {
                found.add(SourceTree.root().relativize(file) + ": " + matcher.group());
            }
        }
        return found;
    }
}
