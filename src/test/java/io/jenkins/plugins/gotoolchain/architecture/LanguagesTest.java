package io.jenkins.plugins.gotoolchain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Test;

/** What people read in English they can read in Chinese. */
public class LanguagesTest {

    private static final Path RESOURCES = SourceTree.root().resolve("src/main/resources/io/jenkins/plugins/gotoolchain");

    @Test
    public void everyTextIsThereInBothLanguages() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path english : english(".properties")) {
            Path chinese = chinese(english, ".properties");
            Set<String> keys = Files.exists(chinese) ? keys(chinese) : Set.of();
            if (!keys.containsAll(keys(english))) { // a page may have its English words as keys
                missing.add(RESOURCES.relativize(english) + ": " + keys(english) + " and " + keys);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    public void everyHelpIsThereInBothLanguages() throws IOException {
        assertThat(english(".html")).allMatch(english -> Files.exists(chinese(english, ".html")));
    }

    private static List<Path> english(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(ending) && !file.toString().endsWith("_zh_CN" + ending)).toList();
        }
    }

    private static Path chinese(Path english, String ending) {
        String name = english.toString();
        return Path.of(name.substring(0, name.length() - ending.length()) + "_zh_CN" + ending);
    }

    private static Set<String> keys(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames();
    }
}
