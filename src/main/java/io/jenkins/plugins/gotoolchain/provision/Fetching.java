package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.source.Location;
import io.jenkins.plugins.gotoolchain.source.Offer;
import io.jenkins.plugins.gotoolchain.transfer.DownloadRequest;
import io.jenkins.plugins.gotoolchain.transfer.Downloaded;
import io.jenkins.plugins.gotoolchain.transfer.Downloader;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Ticker;
import io.jenkins.plugins.gotoolchain.transfer.Timeline;
import io.jenkins.plugins.gotoolchain.transfer.TimelineFolder;
import io.jenkins.plugins.gotoolchain.transfer.TimelineRecorder;
import io.jenkins.plugins.gotoolchain.transfer.TransferProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Brings an offer's archive into the store's folder of partials, and keeps what was seen of each download. */
final class Fetching {

    /** No toolchain's archive comes near it; what is larger is something else. */
    private static final long MOST_BYTES = 1L << 30;

    private final Network network;
    private final Path partials;
    private final TransferProgress progress;
    private final TimelineFolder timelines;
    private final int timesUnpacked;
    private final List<Timeline> failed = new ArrayList<>();

    /** @param timesUnpacked how many times an archive's size is written beside it; 0 where it only stays */
    Fetching(Network network, Path partials, TransferProgress progress, TimelineFolder timelines, int timesUnpacked) {
        this.network = network;
        this.partials = partials;
        this.progress = progress;
        this.timelines = timelines;
        this.timesUnpacked = timesUnpacked;
    }

    Downloaded fetch(Offer offer, Location location) throws IOException, InterruptedException {
        DownloadRequest request = request(offer, location);
        TimelineRecorder seen = new TimelineRecorder(request.key(), request.uri(), progress, Ticker.SYSTEM);
        try {
            return new Downloader(network, seen).download(request);
        } catch (ToolchainException e) {
            seen.failed(e.problem());
            failed.add(seen.timeline());
            throw e;
        } catch (InterruptedException e) {
            seen.failed("it was ended from outside");
            throw e;
        } finally {
            keep(seen.timeline());
        }
    }

    /** Of the downloads so far that brought nothing, oldest first. */
    List<Timeline> failed() {
        return failed;
    }

    private void keep(Timeline timeline) {
        try {
            timelines.keep(timeline);
        } catch (IOException e) {
            // a full disk, say: it is there to be looked at, and nothing else needs it
        }
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
                location.contentKey(),
                timesUnpacked);
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
