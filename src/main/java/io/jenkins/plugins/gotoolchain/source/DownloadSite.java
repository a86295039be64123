package io.jenkins.plugins.gotoolchain.source;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.release.Archive;
import io.jenkins.plugins.gotoolchain.release.ArchiveName;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.IndexedFile;
import io.jenkins.plugins.gotoolchain.release.Packaging;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.release.ReleaseIndex;
import io.jenkins.plugins.gotoolchain.transfer.Answer;
import io.jenkins.plugins.gotoolchain.transfer.PrintableUri;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * go.dev/dl, or a mirror laid out like it: an index at {@code ?mode=json&include=all}, the archives beside it. A
 * mirror may have no index; then a {@code .sha256} beside the archive stands in for it.
 */
public final class DownloadSite implements Source {

    private static final long MOST_OF_INDEX = 32L << 20;
    private static final long MOST_OF_SIDECAR = 64L << 10;

    /** What is listed once stays as it is: a file found in an index of yesterday is not asked for again. */
    private static final Duration SETTLED = Duration.ofDays(1);

    private final SourceSpec spec;
    private final URI base;
    private final boolean trusted;
    private final Documents documents;

    DownloadSite(SourceSpec spec, Documents documents) {
        this.spec = spec;
        this.base = URI.create(spec.address());
        this.documents = documents;
        this.trusted = Reach.isOfficial(base) || spec.trustDigests() && Reach.isPrivate(base);
    }

    @Override
    public String label() {
        return spec.label();
    }

    @Override
    public Set<String> required() {
        return spec.required();
    }

    @Override
    public boolean serves(URI uri) {
        return Reach.isBelow(base, uri);
    }

    @Override
    public Set<GoVersion> versions(Platform platform) throws IOException, InterruptedException {
        ReleaseIndex index = index(Documents.FRESH);
        return index == null ? Set.of() : index.versions(platform);
    }

    @Override
    public Set<Platform> platforms(GoVersion version) throws IOException, InterruptedException {
        ReleaseIndex index = index(Documents.FRESH);
        return index == null ? Set.of() : index.platforms(version);
    }

    @Override
    public List<Offer> offers(GoVersion version, Platform platform) throws IOException, InterruptedException {
        ReleaseIndex index = index(SETTLED);
        Optional<IndexedFile> file = index == null ? Optional.empty() : index.file(version, platform);
        if (index != null && file.isEmpty()) {
            index = index(Documents.FRESH);
            file = index == null ? Optional.empty() : index.file(version, platform);
        }
        if (index == null) {
            return List.of(withoutIndex(ArchiveName.of(version, platform).archive(-1)));
        }
        if (file.isEmpty()) {
            throw missing(version, platform, index);
        }
        IndexedFile found = file.get();
        Archive archive = ArchiveName.of(version, platform).archive(found.size());
        return List.of(offer(archive, found.sha256().isEmpty() ? null : claim(found.sha256(), DigestClaim.Kind.INDEX,
                "the index of " + spec.address())));
    }

    /** Whether Go's own releases come from there, so that there is nobody whose word would weigh more. */
    boolean isOfficial() {
        return Reach.isOfficial(base);
    }

    /** What its index says of an archive from elsewhere; empty where that is not to be trusted, or it does not say. */
    Optional<DigestClaim> wordFor(Archive archive) throws IOException, InterruptedException {
        if (!trusted) {
            return Optional.empty();
        }
        ReleaseIndex index = index(SETTLED);
        if (index != null && index.file(archive.version(), archive.platform()).isEmpty()) {
            index = index(Documents.FRESH);
        }
        if (index == null) {
            return Optional.ofNullable(sidecar(archive));
        }
        return index.file(archive.version(), archive.platform())
                .filter(file -> file.fileName().equals(archive.fileName()) && !file.sha256().isEmpty())
                .map(file -> claim(file.sha256(), DigestClaim.Kind.INDEX, "the index of " + spec.address()));
    }

    private Offer withoutIndex(Archive archive) throws IOException, InterruptedException {
        DigestClaim claim = sidecar(archive);
        if (claim == null) {
            refuseMissing(archive);
        }
        return offer(archive, claim);
    }

    /** Null where there is none. A page in its place is none. */
    private DigestClaim sidecar(Archive archive) throws UnreachableException, InterruptedException {
        URI uri = base.resolve(archive.fileName() + ".sha256");
        Answer answer = documents.ask(uri, MOST_OF_SIDECAR);
        String digest = answer.isOk() ? DigestText.beside(answer.text(), archive.fileName()) : null;
        return digest == null ? null : claim(digest, DigestClaim.Kind.SIDECAR, PrintableUri.of(uri));
    }

    private void refuseMissing(Archive archive) throws IOException, InterruptedException {
        URI uri = base.resolve(archive.fileName());
        int status = documents.statusOf(uri);
        if (status == 404 || status == 410) {
            throw new VersionException("Go " + archive.version() + " for " + archive.platform() + " is not at "
                    + base.getHost() + ": " + PrintableUri.of(uri) + " answers " + status + ", and the site has no index",
                    "see what it has at " + spec.address());
        }
        if (status != 200) {
            throw new UnreachableException(base.getHost() + " refused " + PrintableUri.of(uri) + " (" + status + ")",
                    "check that " + base.getHost() + " may be used from here: some mirrors answer 403 for what they lack");
        }
    }

    private DigestClaim claim(String sha256, DigestClaim.Kind kind, String from) {
        String said = Reach.isPrivate(base) ? from : from + " (over plain http, where anybody on the way can change it)";
        return new DigestClaim(sha256, kind, said, trusted);
    }

    private Offer offer(Archive archive, DigestClaim claim) {
        // Go signs its .tar.gz and nothing else.
        URI signature = archive.packaging() == Packaging.TAR_GZ ? base.resolve(archive.fileName() + ".asc") : null;
        Location location = new Location(
                base.resolve(archive.fileName()), claim == null ? null : "sha256:" + claim.sha256(), null, signature);
        return new Offer(archive, List.of(location), claim == null ? List.of() : List.of(claim), label());
    }

    /** Null where the site has none: it says so, or has a page in its place. */
    private ReleaseIndex index(Duration fresh) throws IOException, InterruptedException {
        URI uri = URI.create(base + "?mode=json&include=all");
        Answer answer = documents.askOrRemember(uri, MOST_OF_INDEX, fresh);
        if (!answer.isOk() || !beginsAsList(answer.body())) {
            return null;
        }
        try {
            return ReleaseIndex.parse(new ByteArrayInputStream(answer.body()));
        } catch (UnreachableException e) {
            throw new UnreachableException(spec.address() + ": " + e.problem(), e.tried(), e.advice(), e);
        }
    }

    private static boolean beginsAsList(byte[] body) {
        for (byte b : body) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b == '[';
            }
        }
        return false;
    }

    private VersionException missing(GoVersion version, Platform platform, ReleaseIndex index) {
        Set<Platform> others = index.platforms(version);
        return new VersionException("Go " + version + " for " + platform + " is not in the index of " + spec.address(),
                others.isEmpty()
                        ? "see which versions there are: go-toolchain releases"
                        : "it has that version for " + String.join(", ", others.stream().map(Platform::toString).toList()));
    }
}
