package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Random;

/** Brings one file here, going on from what is here of it. Safe for use by several threads. */
public final class Downloader {

    private final Network network;
    private final TransferProgress progress;
    private final Ticker ticker;
    private final Random random;

    public Downloader(Network network, TransferProgress progress) {
        this(network, progress, Ticker.SYSTEM, new Random());
    }

    /**
     * @param ticker the time
     * @param random the jitter between attempts
     */
    public Downloader(Network network, TransferProgress progress, Ticker ticker, Random random) {
        this.network = network;
        this.progress = progress;
        this.ticker = ticker;
        this.random = random;
    }

    /**
     * Waits while another process or thread downloads to the same partial.
     *
     * @throws UnreachableException if the file cannot be had from this address; what came stays as a partial
     * @throws VerificationException if its size or digest is not the expected one; nothing of it stays
     * @throws StoreException if it cannot be written; what came stays as a partial
     */
    public Downloaded download(DownloadRequest request)
            throws UnreachableException, VerificationException, StoreException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try (PartialFile partial = PartialFile.open(request, ticker, deadline(), progress)) {
            if ("file".equalsIgnoreCase(request.uri().getScheme())) {
                return new FileCopy(request, partial, progress).run();
            }
            Addresses.check(request.uri());
            return new Transfer(network, request, partial, progress, ticker, deadline(), random).run();
        } catch (UnreachableException | VerificationException | StoreException e) {
            throw e;
        } catch (ToolchainException e) {
            throw new UnreachableException(e.problem(), e.tried(), e.advice(), e);
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the download of " + request.key() + " was interrupted");
            }
            throw new StoreException(request.key() + " could not be stored: " + e.getMessage(), List.of(),
                    "check the disk that holds " + request.partialFolder(), e);
        }
    }

    /** For what begins now: waiting for another process does not shorten the transfer that follows. */
    private long deadline() {
        return ticker.nanos() + network.profile().timeouts().total().toNanos();
    }

    /** Deletes the partial of a request, whatever state it is in; one that another process is writing is left. */
    public static void discard(DownloadRequest request) throws StoreException {
        PartialPaths paths = PartialPaths.of(request);
        try (PartialLock lock = PartialLock.tryAcquire(paths.lock())) {
            if (lock != null) {
                paths.delete();
            }
        } catch (StoreException e) {
            throw e;
        } catch (NoSuchFileException e) {
            return; // not even the folder is there
        } catch (IOException e) {
            throw new StoreException(paths.data() + " could not be deleted: " + e.getMessage(), List.of(),
                    "delete it by hand", e);
        }
    }
}
