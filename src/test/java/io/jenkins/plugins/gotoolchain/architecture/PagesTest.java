package io.jenkins.plugins.gotoolchain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

/** What people see in Jenkins: escaped, in both languages, in Jenkins' own look. */
public class PagesTest {

    private static final Path RESOURCES = SourceTree.root().resolve("src/main/resources");
    private static final Path SOURCES = SourceTree.root().resolve("src/main/java");
    private static final String CHINESE = "_zh_CN";

    @Test
    public void everyPageEscapesByDefault() throws IOException {
        for (Path page : files(".jelly")) {
            assertThat(Files.readString(page)).as(page.toString()).startsWith("<?jelly escape-by-default='true'?>");
        }
    }

    @Test
    public void noPageHasScriptsOrStylesInIt() throws IOException {
        Pattern inline = Pattern.compile("\\sstyle=|<style|<script|\\son[a-z]+=|javascript:|h\\.escape|escapeText=\"false\"|<j:out");
        List<Path> all = files(".jelly");
        all.addAll(files(".html"));
        for (Path page : all) {
            assertThat(inline.matcher(Files.readString(page)).find()).as(page.toString()).isFalse();
        }
    }

    @Test
    public void stylesTakeTheirColoursFromJenkins() throws IOException {
        Pattern own = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(|hsla?\\(|prefers-color-scheme|\\bcolor\\s*:(?!\\s*var\\()");
        for (Path styles : files(".css")) {
            assertThat(own.matcher(Files.readString(styles)).find()).as(styles.toString()).isFalse();
        }
    }

    @Test
    public void messagesAreTheSameInBothLanguages() throws IOException {
        List<Path> all = files("/Messages.properties");
        assertThat(all).isNotEmpty();
        for (Path messages : all) {
            assertThat(keys(sibling(messages, ".properties", CHINESE + ".properties"))).as(messages.toString()).isEqualTo(keys(messages));
        }
    }

    @Test
    public void everyTextOfAPageIsThereInChinese() throws IOException {
        Pattern text = Pattern.compile("[$]\\{%([^}(]+)[(}]|'%([^']+)'");
        for (Path page : files(".jelly")) {
            Matcher matcher = text.matcher(Files.readString(page));
            Set<String> used = new TreeSet<>();
            while (matcher.find()) {
                used.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            }
            if (!used.isEmpty()) {
                assertThat(keys(sibling(page, ".jelly", CHINESE + ".properties"))).as(page.toString()).containsAll(used);
            }
        }
    }

    @Test
    public void everyHelpIsThereInBothLanguages() throws IOException {
        for (Path help : files(".html")) {
            String name = help.getFileName().toString();
            Path other = name.endsWith(CHINESE + ".html")
                    ? sibling(help, CHINESE + ".html", ".html")
                    : sibling(help, ".html", CHINESE + ".html");
            assertThat(other).exists();
        }
    }

    @Test
    public void everyFieldOfAFormHasAHelp() throws IOException {
        Pattern field = Pattern.compile("<f:entry[^>]*\\sfield=\"([a-zA-Z0-9]+)\"");
        List<String> without = new ArrayList<>();
        for (Path page : files(".jelly")) {
            Matcher matcher = field.matcher(Files.readString(page));
            while (matcher.find()) {
                String name = matcher.group(1);
                Path help = page.resolveSibling("help-" + name + ".html");
                if (!Files.exists(help) && !Set.of("name", "home", "properties").contains(name)) {
                    without.add(RESOURCES.relativize(help).toString());
                }
            }
        }
        assertThat(without).isEmpty();
    }

    @Test
    public void everySettingIsInItsForm() throws IOException {
        Pattern setter = Pattern.compile("@DataBoundSetter\\s+public void set([A-Z][A-Za-z0-9]*)\\(");
        List<String> missing = new ArrayList<>();
        try (var sources = Files.walk(SOURCES)) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).sorted().toList()) {
                Matcher matcher = setter.matcher(Files.readString(source));
                String type = source.getFileName().toString().replace(".java", "");
                while (matcher.find()) {
                    String name = Character.toLowerCase(matcher.group(1).charAt(0)) + matcher.group(1).substring(1);
                    if (!type.equals("GoInstallationsPage")
                            && !Files.exists(RESOURCES.resolve(SOURCES.relativize(source).resolveSibling(type).resolve("help-" + name + ".html").toString()))) {
                        missing.add(type + "." + name);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Path sibling(Path file, String end, String other) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - end.length()) + other);
    }

    private static Set<String> keys(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static List<Path> files(String end) throws IOException {
        try (var all = Files.walk(RESOURCES)) {
            return new ArrayList<>(all.filter(file -> file.toString().endsWith(end)).sorted().toList());
        }
    }
}
