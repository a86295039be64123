package io.jenkins.plugins.gotoolchain.source;

/** The kinds of source that can be named. */
public enum SourceKind {
    /** go.dev/dl and everything laid out like it. */
    DOWNLOAD_SITE,
    /** A Go module proxy, or a list of them as in {@code GOPROXY}. */
    MODULE_PROXY,
    /** A folder with archives and their digests. */
    ARCHIVE_FOLDER
}
