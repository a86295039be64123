package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.source.Location;
import io.jenkins.plugins.gotoolchain.source.Offer;
import io.jenkins.plugins.gotoolchain.transfer.DownloadRequest;
import io.jenkins.plugins.gotoolchain.transfer.Downloaded;
import io.jenkins.plugins.gotoolchain.transfer.Downloader;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.TransferProgress;
import java.io.IOException;
import java.nio.file.Path;

/** Brings an offer's archive into the store's folder of partials. */
final class Fetching {

    /** No toolchain's archive comes near it; what is larger is something else. */
    private static final long MOST_BYTES = 1L << 30;

    private final Downloader downloader;
    private final Path partials;

    Fetching(Network network, Path partials, TransferProgress progress) {
        this.downloader = new Downloader(network, progress);
        this.partials = partials;
    }

    Downloaded fetch(Offer offer, Location location) throws IOException, InterruptedException {
        return downloader.download(request(offer, location));
    }

    /** Away with what did not pass, whatever state it is in. */
    void discard(Offer offer, Location location) throws StoreException {
        Downloader.discard(request(offer, location));
    }

    /** The archive is installed and not needed any more. */
    void done(Offer offer) throws StoreException {
        discard(offer, offer.locations().get(0));
    }

    private DownloadRequest request(Offer offer, Location location) {
        return new DownloadRequest(
                location.uri(),
                offer.archive().size(),
                trustedDigest(offer),
                MOST_BYTES,
                partials,
                offer.archive().fileName(),
                location.contentKey());
    }

    /** Null where nobody knows it before the archive is here. */
    private static String trustedDigest(Offer offer) {
        for (DigestClaim claim : offer.claims()) {
            if (claim.trusted()) {
                return claim.sha256();
            }
        }
        return null;
    }
}
