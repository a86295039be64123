package io.jenkins.plugins.gotoolchain.jenkins.metrics;

import io.jenkins.plugins.gotoolchain.archivecache.CacheCounts;
import java.util.Locale;
import java.util.Map;

/** The counts in Prometheus' text format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats). */
final class PrometheusText {

    private static final String MILLIS = "go_toolchain_install_milliseconds_total";

    private PrometheusText() {}

    static String of(Map<String, Long> counts, CacheCounts cache) {
        StringBuilder text = new StringBuilder();
        family(text, "go_toolchain_installs", "counter", "Toolchains that were installed on nodes.", counts);
        family(text, "go_toolchain_hits", "counter", "Toolchains that were there when a build asked.", counts);
        family(text, "go_toolchain_downloaded_bytes", "counter", "Bytes of archives that nodes fetched or got from the controller.", counts);
        family(text, "go_toolchain_resumed_installs", "counter", "Installations that went on from bytes that were there.", counts);
        family(text, "go_toolchain_failures", "counter", "Toolchains that could not be provided, by who must act.", counts);
        text.append("# HELP go_toolchain_install_seconds How long installations took on nodes.\n# TYPE go_toolchain_install_seconds histogram\n");
        lines(text, "go_toolchain_install_seconds_bucket", counts);
        text.append("go_toolchain_install_seconds_sum ")
                .append(String.format(Locale.ROOT, "%.3f", counts.getOrDefault(MILLIS, 0L) / 1000.0)).append('\n');
        text.append("go_toolchain_install_seconds_count ").append(counts.getOrDefault("go_toolchain_install_seconds_count", 0L)).append('\n');
        if (cache != null) {
            one(text, "go_toolchain_cache_hits", "Archives that the controller had.", cache.hits());
            one(text, "go_toolchain_cache_fills", "Archives that the controller fetched and proved.", cache.fills());
            one(text, "go_toolchain_cache_failures", "Archives that the controller could not fetch.", cache.failures());
            one(text, "go_toolchain_cache_fetched_bytes", "Bytes that the controller fetched.", cache.fetched());
            one(text, "go_toolchain_cache_given_bytes", "Bytes that the controller gave to nodes.", cache.given());
        }
        return text.toString();
    }

    private static void family(StringBuilder text, String name, String type, String help, Map<String, Long> counts) {
        text.append("# HELP ").append(name).append("_total ").append(help).append("\n# TYPE ").append(name).append("_total ").append(type).append('\n');
        lines(text, name + "_total", counts);
    }

    private static void lines(StringBuilder text, String name, Map<String, Long> counts) {
        counts.forEach((series, count) -> {
            if (series.equals(name) || series.startsWith(name + "{")) {
                text.append(series).append(' ').append(count).append('\n');
            }
        });
    }

    private static void one(StringBuilder text, String name, String help, long count) {
        text.append("# HELP ").append(name).append("_total ").append(help).append("\n# TYPE ").append(name).append("_total counter\n")
                .append(name).append("_total ").append(count).append('\n');
    }
}
