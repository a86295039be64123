package io.jenkins.plugins.gotoolchain.jenkins.metrics;

import io.jenkins.plugins.gotoolchain.archivecache.CacheCounts;
import java.util.Map;

/** The counts in Prometheus' text format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats). */
final class PrometheusText {

    private PrometheusText() {}

    /** @param cache null where there is none */
    static String of(ProvisioningCounts counts, CacheCounts cache) {
        StringBuilder text = new StringBuilder();
        Map<Series, Long> all = counts.tally().all();
        for (Counted counted : Counted.values()) {
            head(text, counted.title(), counted.help());
            all.forEach((series, count) -> {
                if (series.counted() == counted) {
                    text.append(series.text()).append(' ').append(count).append('\n');
                }
            });
        }
        counts.installed().write(text, "go_toolchain_install_seconds", "How long installations took on nodes.");
        counts.failed().write(text, "go_toolchain_failure_seconds", "How long it took until there was no toolchain.");
        if (cache != null) {
            one(text, "go_toolchain_cache_hits_total", "Archives that the controller had.", cache.hits());
            one(text, "go_toolchain_cache_fills_total", "Archives that the controller fetched and proved.", cache.fills());
            one(text, "go_toolchain_cache_shared_total", "Of these, the ones from a cache that controllers share.", cache.shared());
            one(text, "go_toolchain_cache_failures_total", "Archives that the controller could not fetch.", cache.failures());
            one(text, "go_toolchain_cache_fetched_bytes_total", "Bytes that the controller fetched.", cache.fetched());
            one(text, "go_toolchain_cache_given_bytes_total", "Bytes that the controller gave to nodes.", cache.given());
        }
        return text.toString();
    }

    private static void head(StringBuilder text, String name, String help) {
        text.append("# HELP ").append(name).append(' ').append(help)
                .append("\n# TYPE ").append(name).append(" counter\n");
    }

    private static void one(StringBuilder text, String name, String help, long count) {
        head(text, name, help);
        text.append(name).append(' ').append(count).append('\n');
    }
}
