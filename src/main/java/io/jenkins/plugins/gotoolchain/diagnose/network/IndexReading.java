package io.jenkins.plugins.gotoolchain.diagnose.network;

import io.jenkins.plugins.gotoolchain.release.IndexedFile;
import io.jenkins.plugins.gotoolchain.release.ReleaseIndex;
import io.jenkins.plugins.gotoolchain.release.ToolchainModule;
import io.jenkins.plugins.gotoolchain.source.SourceKind;
import io.jenkins.plugins.gotoolchain.transfer.Observed;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * What an index came to.
 *
 * @param version to go on with; null where none is known
 * @param listed whether the index has it
 * @param size of its archive; -1 where the index does not say
 * @param versions that it lists for the platform
 */
record IndexReading(State state, GoVersion version, boolean listed, long size, int versions) {

    /** {@code FORBIDDEN} is what many a mirror answers for a folder without an index. */
    enum State { READ, NONE, FORBIDDEN, PAGE, DAMAGED, NOT_READ }

    static IndexReading of(NetworkTarget target, Observed index, NetworkRequest request) {
        if (index.trouble() != null) {
            return new IndexReading(State.NOT_READ, request.version(), false, -1, 0);
        }
        if (index.status() == 404 || index.status() == 410) {
            return new IndexReading(State.NONE, request.version(), false, -1, 0);
        }
        if (index.status() == 403 && target.kind() == SourceKind.DOWNLOAD_SITE) {
            return new IndexReading(State.FORBIDDEN, request.version(), false, -1, 0);
        }
        if (index.status() != 200) {
            return new IndexReading(State.NOT_READ, request.version(), false, -1, 0);
        }
        if (Pages.isPage(index)) {
            return new IndexReading(State.PAGE, request.version(), false, -1, 0);
        }
        try {
            return target.kind() == SourceKind.MODULE_PROXY ? list(index, request) : site(index, request);
        } catch (IOException e) {
            return new IndexReading(State.DAMAGED, request.version(), false, -1, 0);
        }
    }

    private static IndexReading list(Observed index, NetworkRequest request) throws IOException {
        String text = new String(index.body(), StandardCharsets.UTF_8);
        if (!text.isBlank() && !text.stripLeading().startsWith("v")) {
            return new IndexReading(State.DAMAGED, request.version(), false, -1, 0);
        }
        NavigableSet<GoVersion> found =
                ToolchainModule.parseList(new StringReader(text)).getOrDefault(request.platform(), Collections.emptyNavigableSet());
        return of(found, request, -1);
    }

    private static IndexReading site(Observed index, NetworkRequest request) throws IOException {
        ReleaseIndex read = ReleaseIndex.parse(new ByteArrayInputStream(index.body()));
        IndexReading reading = of(read.versions(request.platform()), request, -1);
        Optional<IndexedFile> file =
                reading.version() == null ? Optional.empty() : read.file(reading.version(), request.platform());
        return new IndexReading(State.READ, reading.version(), file.isPresent(), file.map(IndexedFile::size).orElse(-1L), reading.versions());
    }

    private static IndexReading of(NavigableSet<GoVersion> found, NetworkRequest request, long size) {
        GoVersion newest = null;
        for (GoVersion version : found) {
            newest = version.isPrerelease() ? newest : version;
        }
        GoVersion version = request.version() == null ? newest : request.version();
        return new IndexReading(State.READ, version, version != null && found.contains(version), size, found.size());
    }

    /** Whether an archive can be asked for: without an index its address is known all the same. */
    boolean goesOn() {
        boolean read = state == State.READ;
        return version != null
                && (read && (listed || versions == 0) || state == State.NONE || state == State.FORBIDDEN || state == State.PAGE);
    }
}
