package io.jenkins.plugins.gotoolchain.jenkins.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The dashboard for Grafana that is in the documentation. */
final class Dashboard {

    private static final Path FILE = Path.of("docs/grafana/go-toolchain.json");

    private Dashboard() {}

    /** The questions of all its panels, with the window that Grafana would put in. */
    static List<String> questions() throws IOException {
        JsonNode all = new ObjectMapper().readTree(FILE.toFile());
        return all.findValuesAsText("expr").stream().map(one -> one.replace("$__rate_interval", "1m")).toList();
    }
}
