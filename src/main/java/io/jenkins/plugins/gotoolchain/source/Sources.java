package io.jenkins.plugins.gotoolchain.source;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.release.Archive;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.transfer.HttpGet;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import io.jenkins.plugins.gotoolchain.transfer.Ticker;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** All sources that were named, in the order in which they are asked. Safe for use by several threads. */
public final class Sources {

    private final List<Source> list;
    /** The same ones, but with little patience. */
    private final List<Source> hasty;
    /** Asked with little patience, and only what others' archives should be; null where there is none. */
    private final DownloadSite reference;
    private final Network network;
    private final Consumer<String> notices;

    private Sources(List<Source> list, List<Source> hasty, DownloadSite reference, Network network, Consumer<String> notices) {
        this.list = List.copyOf(list);
        this.hasty = List.copyOf(hasty);
        this.reference = reference;
        this.network = network;
        this.notices = notices;
    }

    /**
     * Opens nothing on the network yet.
     *
     * @param cacheFolder for answers of indexes and lists; made when something is kept
     * @param notices told, in whole sentences, what the user should know: an old answer used, a source passed over
     * @throws ConfigurationException where a source cannot be used as it is named
     */
    public static Sources open(List<SourceSpec> specs, Network network, Path cacheFolder, Consumer<String> notices)
            throws ConfigurationException {
        return open(specs, null, network, cacheFolder, notices);
    }

    /**
     * The same with a download site that is no source, but whose index the archives of other download sites are held
     * against.
     *
     * @param reference null for none
     */
    public static Sources open(
            List<SourceSpec> specs, SourceSpec reference, Network network, Path cacheFolder, Consumer<String> notices)
            throws ConfigurationException {
        return open(specs, reference, network, cacheFolder, notices, Clock.systemUTC(), Ticker.SYSTEM);
    }

    static Sources open(List<SourceSpec> specs, SourceSpec reference, Network network, Path cacheFolder,
            Consumer<String> notices, Clock clock, Ticker ticker) throws ConfigurationException {
        Network withLogins = withLogins(network, specs);
        Documents documents = new Documents(new HttpGet(withLogins, ticker, new Random()), new IndexCache(cacheFolder, clock), notices);
        Documents impatient = documents.hasty(new HttpGet(withLogins.with(Profile.INTRANET), ticker, new Random()));
        return new Sources(
                all(specs, documents),
                all(specs, impatient),
                reference == null ? null : new DownloadSite(reference, impatient),
                withLogins,
                notices);
    }

    /** The same network with the logins that came with the sources' URLs. */
    public static Network withLogins(Network network, List<SourceSpec> specs) {
        Network all = network;
        for (SourceSpec spec : specs) {
            for (SourceSpec.Login login : spec.logins()) {
                all = all.with(login.base().toString(), login.credentials());
            }
        }
        return all;
    }

    private static List<Source> all(List<SourceSpec> specs, Documents documents) throws ConfigurationException {
        List<Source> list = new ArrayList<>();
        for (SourceSpec spec : specs) {
            list.add(switch (spec.kind()) {
                case DOWNLOAD_SITE -> new DownloadSite(spec, documents);
                case MODULE_PROXY -> new ModuleProxy(GoProxyList.parse(spec.address()), documents, spec.required());
                case ARCHIVE_FOLDER -> new ArchiveFolder(folder(spec.address()), spec.trustDigests(), spec.required());
            });
        }
        return list;
    }

    /** Where a folder is on this node. @throws ConfigurationException where that cannot be a path here */
    public static Path folder(String named) throws ConfigurationException {
        try {
            return Path.of(FolderName.of(named, FolderName.onWindows())).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new ConfigurationException("file:" + named + " is no path on this node: " + e.getReason(), "correct the path");
        }
    }

    /** In the order in which they are to be asked. */
    public List<Source> list() {
        return list;
    }

    /** The network with the logins that came with the sources' URLs: downloads need it. */
    public Network network() {
        return network;
    }

    /**
     * The module proxies among them, in order, each ended by a slash. Any of them may carry the checksum database, for
     * what another source serves too: on a closed network that is the only way to it.
     */
    public List<URI> moduleProxies() {
        List<URI> bases = new ArrayList<>();
        for (Source source : list) {
            if (source instanceof ModuleProxy proxy) {
                bases.addAll(proxy.bases());
            }
        }
        return bases;
    }

    /**
     * Every version that any source lists for the platform. A source that does not answer is passed over with a notice;
     * once one has answered, the others are not waited for long.
     *
     * @throws UnreachableException where none of them answers
     */
    public Set<GoVersion> versions(Platform platform) throws IOException, InterruptedException {
        return listed(source -> source.versions(platform), "versions", "which versions of Go there are for " + platform);
    }

    /** Every platform that any source lists the version for, asked as {@link #versions} asks. */
    public Set<Platform> platforms(GoVersion version) throws IOException, InterruptedException {
        return listed(source -> source.platforms(version), "platforms", "for which platforms there is Go " + version);
    }

    private interface Question<T> {
        Set<T> to(Source source) throws IOException, InterruptedException;
    }

    private <T> Set<T> listed(Question<T> question, String of, String what) throws IOException, InterruptedException {
        Set<T> all = new TreeSet<>();
        List<String> tried = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Source source = all.isEmpty() ? list.get(i) : hasty.get(i);
            try {
                all.addAll(question.to(source));
            } catch (UnreachableException e) {
                tried.add(source.label() + ": " + e.problem());
            }
        }
        if (tried.size() == list.size()) {
            throw new UnreachableException("No source says " + what, tried,
                    "see whether a source can be reached from this node; a version named in full needs no list", null);
        }
        for (String passedOver : tried) {
            notices.accept("Passed over while looking for " + of + ": " + passedOver);
        }
        return all;
    }

    /**
     * What trusted sources, and the reference, say of the digest of the archive that download sites have for a release.
     *
     * @param asked whether a source of this label is asked at all
     * @param passedOver told, by its label, which source did not answer
     */
    public List<DigestClaim> claims(
            Archive archive, Predicate<String> asked, BiConsumer<String, UnreachableException> passedOver)
            throws IOException, InterruptedException {
        List<DigestClaim> claims = new ArrayList<>();
        List<Source> all = new ArrayList<>(list);
        if (reference != null && list.stream().noneMatch(source -> source.label().equals(reference.label()))) {
            all.add(reference);
        }
        for (Source source : all) {
            if (!asked.test(source.label())) {
                continue;
            }
            try {
                wordFor(source, archive).ifPresent(claims::add);
            } catch (UnreachableException e) {
                passedOver.accept(source.label(), e);
            }
        }
        return claims;
    }

    private static Optional<DigestClaim> wordFor(Source source, Archive archive) throws IOException, InterruptedException {
        if (source instanceof DownloadSite site) {
            return site.wordFor(archive);
        }
        return source instanceof ArchiveFolder folder ? folder.wordFor(archive) : Optional.empty();
    }

    /**
     * What others than the source that made the offer say of its archive's digest: the other sources, as far as they are
     * trusted, and the reference, where the archive is of a download site. Nobody is asked for what Go's own site has,
     * since no word would weigh more. Where the offer has no trusted claim of its own they are waited for as any source is, else not for long.
     */
    public Elsewhere elsewhere(Offer offer) throws IOException, InterruptedException {
        if (isOfficial(offer)) {
            return Elsewhere.NOBODY;
        }
        boolean needed = offer.claims().stream().noneMatch(DigestClaim::trusted);
        List<Source> others = new ArrayList<>(needed ? list : hasty);
        if (reference != null && isFromSite(offer)) {
            others.add(reference);
        }
        List<DigestClaim> claims = new ArrayList<>();
        List<String> unasked = new ArrayList<>();
        Set<String> asked = new HashSet<>(Set.of(offer.label()));
        for (Source source : others) {
            if (!asked.add(source.label())) {
                continue;
            }
            try {
                wordFor(source, offer.archive()).ifPresent(claims::add);
            } catch (UnreachableException e) {
                unasked.add(source.label() + ": " + e.problem());
                notices.accept("Not asked for the digest of " + offer.archive().fileName() + ": " + source.label() + ": "
                        + e.problem());
            }
        }
        return new Elsewhere(claims, unasked);
    }

    private boolean isOfficial(Offer offer) {
        return list.stream().anyMatch(
                source -> source instanceof DownloadSite site && site.isOfficial() && site.label().equals(offer.label()));
    }

    private boolean isFromSite(Offer offer) {
        return list.stream().anyMatch(source -> source instanceof DownloadSite && source.label().equals(offer.label()));
    }
}
