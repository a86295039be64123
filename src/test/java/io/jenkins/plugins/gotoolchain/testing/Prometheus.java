package io.jenkins.plugins.gotoolchain.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A real Prometheus that scrapes one address every second. */
public final class Prometheus extends Daemon {

    /** @param folder of its own */
    public Prometheus(Path folder, URI scraped) throws IOException, InterruptedException {
        super(folder, """
                global: { scrape_interval: 1s }
                scrape_configs:
                  - job_name: go-toolchain
                    metrics_path: PATH
                    static_configs: [ { targets: [ "HOST" ] } ]
                """.replace("PATH", scraped.getPath()).replace("HOST", scraped.getAuthority()),
                program("/usr/bin/prometheus", "/usr/local/bin/prometheus"), "--config.file=FILE",
                "--storage.tsdb.path=" + folder.resolve("data"), "--web.listen-address=127.0.0.1:PORT");
    }

    /** @return its answer, JSON */
    public String ask(String question) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + port() + "/api/v1/query?query="
                + URLEncoder.encode(question, StandardCharsets.UTF_8));
        try (InputStream in = uri.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
