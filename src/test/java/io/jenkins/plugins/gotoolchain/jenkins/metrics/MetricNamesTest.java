package io.jenkins.plugins.gotoolchain.jenkins.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.gotoolchain.archivecache.CacheCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.Test;

/** What is documented and asked for is what is there. */
public class MetricNamesTest {

    private static final Pattern NAME = Pattern.compile("go_toolchain_[a-z_]+");
    private static final Pattern PART = Pattern.compile("_seconds_(bucket|sum|count)$");

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(found -> PART.matcher(found.group()).replaceFirst("_seconds"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> shown() {
        return names(PrometheusText.of(new ProvisioningCounts(), new CacheCounts()));
    }

    @Test
    public void theDashboardAsksForNothingThatIsNotThere() throws IOException {
        assertThat(names(String.join("\n", Dashboard.questions()))).isNotEmpty().isSubsetOf(shown());
    }

    @Test
    public void everyCountIsDocumentedAndNoOther() throws IOException {
        assertThat(names(Files.readString(Path.of("docs/metrics.md")))).isEqualTo(shown());
    }
}
