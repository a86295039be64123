package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;

/** Brings one file here, going on from what is here of it. Safe for use by several threads. */
public final class Downloader {

    public Downloader(Network network, TransferProgress progress) {
        this(network, progress, Ticker.SYSTEM);
    }

    public Downloader(Network network, TransferProgress progress, Ticker ticker) {
    }

    /**
     * Waits while another process or thread downloads to the same partial.
     *
     * @throws UnreachableException if the file cannot be had from this address; what came stays as a partial
     * @throws VerificationException if its size or digest is not the expected one; the partial is gone then
     * @throws StoreException if it cannot be written
     */
    public Downloaded download(DownloadRequest request)
            throws UnreachableException, VerificationException, StoreException, InterruptedException {
        throw new UnreachableException("not yet", "");
    }

    /** Deletes the partial of a request, whatever state it is in. */
    public static void discard(DownloadRequest request) throws StoreException {
    }
}
