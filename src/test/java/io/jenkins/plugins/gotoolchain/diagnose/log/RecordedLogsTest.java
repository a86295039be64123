package io.jenkins.plugins.gotoolchain.diagnose.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Logs of real programs that really failed: the rule that its file is named after sees it first. */
@RunWith(Parameterized.class)
public class RecordedLogsTest {

    @Parameter
    public String name;

    @Parameters(name = "{0}")
    public static List<String> logs() throws Exception {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".log")).sorted().toList();
        }
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(RecordedLogsTest.class.getResource("logs/README.md").toURI()).getParent();
    }

    static Set<String> recorded() throws Exception {
        Set<String> rules = new TreeSet<>();
        for (String log : logs()) {
            rules.add(log.substring(0, log.indexOf('~')));
        }
        return rules;
    }

    @Test
    public void itsCauseIsSeenAndSaidInBothLanguages() throws Exception {
        Explanation explanation;
        try (InputStream in = Files.newInputStream(folder().resolve(name))) {
            explanation = LogExplainer.read(in);
        }
        String rule = name.substring(0, name.indexOf('~'));
        if (rule.equals("healthy")) {
            assertThat(explanation.causes()).isEmpty();
            return;
        }
        List<String> seen = new ArrayList<>();
        explanation.causes().forEach(cause -> seen.add(cause.rule()));
        assertThat(seen).first().isEqualTo(rule);
        Cause cause = explanation.causes().get(0);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            CauseText text = new CauseText(locale);
            assertThat(text.problem(cause)).isNotBlank().doesNotContain("{").doesNotContain("?");
            assertThat(text.todo(cause)).isNotBlank().doesNotContainPattern("\\{[a-z]+\\}(?!')");
        }
        String line = Files.readString(folder().resolve(name)).lines().toList().get((int) cause.firstLine() - 1);
        assertThat(line).contains(cause.lines().get(0).text().strip());
    }
}
