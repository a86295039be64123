package io.jenkins.plugins.gotoolchain.jenkins.metrics;

/** What is counted by labels, with its name in the style of Prometheus. */
enum Counted {
    INSTALLS("go_toolchain_installs_total", "Toolchains that were installed on nodes."),
    HITS("go_toolchain_hits_total", "Toolchains that were there when a build asked."),
    BYTES("go_toolchain_downloaded_bytes_total", "Bytes of archives that nodes fetched or got from the controller."),
    RESUMES("go_toolchain_resumes_total", "Downloads that went on from bytes that were there."),
    RETRIES("go_toolchain_retries_total", "Requests that failed and were made again."),
    FAILURES("go_toolchain_failures_total", "Toolchains that could not be provided, by who must act."),
    FAILED_DOWNLOADS("go_toolchain_failed_downloads_total", "Downloads that ended without the file, by the host asked.");

    private final String title;
    private final String help;

    Counted(String title, String help) {
        this.title = title;
        this.help = help;
    }

    String title() {
        return title;
    }

    String help() {
        return help;
    }
}
