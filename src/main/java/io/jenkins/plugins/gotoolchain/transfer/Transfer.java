package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One transfer over the network: attempts until the file is here, its digest is right, or hope is gone. */
final class Transfer {

    private final Network network;
    private final DownloadRequest request;
    private final PartialFile partial;
    private final TransferProgress progress;
    private final Ticker ticker;
    private final long deadline;
    private final Backoff backoff;
    private final Attempt attempt;
    private final long resumedFrom;
    private final List<String> tried = new ArrayList<>();
    private int attempts;
    private long furthest;

    Transfer(Network network, DownloadRequest request, PartialFile partial, TransferProgress progress, Ticker ticker,
            long deadline, Random random) {
        this.network = network;
        this.request = request;
        this.partial = partial;
        this.progress = progress;
        this.ticker = ticker;
        this.deadline = deadline;
        this.backoff = new Backoff(network.profile().timeouts().retries(), random);
        this.attempt = new Attempt(
                new Exchange(network), request, partial, progress, ticker, new BodyPace(network.bytesPerSecond(), ticker));
        this.resumedFrom = partial.state() != null && partial.state().fits(request) ? partial.length() : 0;
        this.furthest = resumedFrom;
    }

    Downloaded run() throws IOException, InterruptedException {
        if (resumedFrom > 0 && partial.state().isSameContent(request) && resumedFrom == partial.state().size()) {
            String sha256 = partial.sha256();
            if (isExpected(sha256)) {
                return done(sha256, request.expectedSha256() == null);
            }
            partial.forget();
            progress.notice("what is here of " + request.key() + " is damaged: it is fetched anew");
        }
        boolean once = true;
        while (true) {
            bring();
            String sha256 = partial.sha256();
            boolean mixed = partial.state().mixed() || partial.hasOldBytes();
            if (isExpected(sha256)) {
                return done(sha256, mixed && request.expectedSha256() == null);
            }
            if (!mixed || !once) {
                partial.discard();
                throw wrong(sha256, PrintableUri.of(request.uri()));
            }
            once = false;
            partial.forget();
            progress.notice(request.key() + " has a wrong digest, maybe from bytes of an earlier run: fetched anew");
        }
    }

    private boolean isExpected(String sha256) {
        return request.expectedSha256() == null || request.expectedSha256().equals(sha256);
    }

    /** Attempt after attempt, until the whole is here. */
    private void bring() throws IOException, InterruptedException {
        while (true) {
            Failed failed = attempt();
            if (failed == null) {
                return;
            }
            long total = partial.state() == null ? request.expectedSize() : partial.state().size();
            backoff.brought(partial.length() - furthest, total);
            furthest = Math.max(furthest, partial.length());
            tried.add("attempt " + attempts + ", " + PrintableUri.of(request.uri()) + ": " + failed.getMessage()
                    + (partial.length() > 0 ? "; " + Words.bytes(partial.length()) + " are here" : ""));
            Duration wait = failed.again() ? backoff.next(failed.retryAfter()) : null;
            if (wait == null || ticker.nanos() + wait.toNanos() - deadline >= 0) {
                throw new UnreachableException(
                        request.key() + " could not be downloaded from " + request.uri().getHost() + ": "
                                + failed.getMessage() + ".",
                        tried, failed.advice() + kept(), failed);
            }
            progress.retrying(failed.getMessage(), wait);
            ticker.sleep(wait);
        }
    }

    /** @return null if all went well */
    private Failed attempt() throws IOException, InterruptedException {
        attempts++;
        StallGuard guard = new StallGuard(ticker, network.profile().timeouts().stall(), deadline);
        try {
            attempt.run(guard);
            if (attempt.sawEnd() || isExpected(partial.sha256())) {
                return null;
            }
            return Failed.forNow("the answer said nowhere how long it is, and its digest is a wrong one: it may be cut",
                    "check what stands in the line: it ends connections early", (Throwable) null);
        } catch (ToolchainException e) {
            throw e;
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the download of " + request.key() + " was interrupted");
            }
            return Exchange.explain(e, guard, network);
        } finally {
            guard.close();
        }
    }

    private String kept() {
        return partial.length() > 0 ? "; what came is kept, the next run goes on from there" : "";
    }

    private Downloaded done(String sha256, boolean mixed) {
        progress.finished(request.key(), partial.length(), attempt.fetched());
        return new Downloaded(partial.file(), partial.length(), sha256, attempt.fetched(), resumedFrom, attempts,
                request.uri(), mixed);
    }

    private VerificationException wrong(String sha256, String url) {
        return new VerificationException(
                request.key() + " from " + url + " has the SHA-256 " + sha256 + ", not " + request.expectedSha256() + ".",
                tried,
                "the file there is another one, or was changed on its way: compare the digest with the one that"
                        + " go.dev/dl publishes, and use another source until it is mended; nothing of it was kept",
                null);
    }
}
