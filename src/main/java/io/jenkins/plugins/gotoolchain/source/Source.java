package io.jenkins.plugins.gotoolchain.source;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Where archives come from. Safe for use by several threads. */
public sealed interface Source permits DownloadSite, ModuleProxy, ArchiveFolder {

    /** Printable, in the syntax in which a source is named: {@code goproxy:https://go.dev/dl/mod}. */
    String label();

    /** The evidence that whoever named it wants for what comes from it, beside what is wanted of all sources. */
    Set<String> required();

    /**
     * The versions it lists for this platform; empty where it keeps no list (it may have a version all the same).
     *
     * @throws UnreachableException where it did not answer and nothing it said before is known
     */
    Set<GoVersion> versions(Platform platform) throws IOException, InterruptedException;

    /**
     * The platforms that it lists a version for; empty where it keeps no list.
     *
     * @throws UnreachableException where it did not answer and nothing it said before is known
     */
    Set<Platform> platforms(GoVersion version) throws IOException, InterruptedException;

    /**
     * What it has, the best first: at least one.
     *
     * @throws VersionException where it has no such version, or not for this platform
     * @throws UnreachableException where it did not answer, or refused to
     */
    List<Offer> offers(GoVersion version, Platform platform) throws IOException, InterruptedException;

    /** Whether an address is of this source's server, without asking it. */
    boolean serves(URI uri);

    /** The first of {@link #offers}. */
    default Offer offer(GoVersion version, Platform platform) throws IOException, InterruptedException {
        return offers(version, platform).get(0);
    }
}
