package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.failure.DisagreementException;
import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.Packaging;
import io.jenkins.plugins.gotoolchain.source.Elsewhere;
import io.jenkins.plugins.gotoolchain.source.Location;
import io.jenkins.plugins.gotoolchain.source.Offer;
import io.jenkins.plugins.gotoolchain.source.Sources;
import io.jenkins.plugins.gotoolchain.transfer.Downloaded;
import io.jenkins.plugins.gotoolchain.transfer.PrintableUri;
import io.jenkins.plugins.gotoolchain.trust.TrustPolicy;
import io.jenkins.plugins.gotoolchain.trust.Verifier;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes one offer: looks whether it can be proven at all, fetches it, holds against each other what is said of it, and
 * hands it on. What does not pass there is deleted, what only broke off is kept.
 *
 * @param <T> what comes of it
 */
final class Taking<T> {

    private final Sources sources;
    private final Verifiers verifiers;
    private final Fetching fetching;
    private final ProvisionListener listener;
    private final Taken.Use<T> use;

    Taking(Sources sources, Verifiers verifiers, Fetching fetching, ProvisionListener listener, Taken.Use<T> use) {
        this.sources = sources;
        this.verifiers = verifiers;
        this.fetching = fetching;
        this.listener = listener;
        this.use = use;
    }

    /** @throws UnreachableException where another offer may still do */
    T take(Offer offer, TrustPolicy policy, ProvisionRequest request)
            throws NotProvable, IOException, InterruptedException {
        Offer pinned = offer.with(request.pinClaims(offer.archive().packaging()));
        Verifier.requireAgreement(offer.archive(), pinned.claims());
        try (CrossCheck check = crossCheck(pinned)) {
            Offer whole = EvidenceInSight.hasTrustedDigest(pinned) ? pinned : pinned.with(check.answer().claims());
            Verifier.requireAgreement(offer.archive(), whole.claims());
            Optional<String> objection = new EvidenceInSight(verifiers).objection(whole, policy, request.only());
            if (objection.isPresent()) {
                throw new NotProvable(objection.get());
            }
            return fromSomewhere(whole, policy, request, check);
        }
    }

    /** Without a trusted digest it has to be known first who else has one; with one it is asked for meanwhile. */
    private CrossCheck crossCheck(Offer offer) throws IOException, InterruptedException {
        if (offer.archive().packaging() == Packaging.MODULE_ZIP) {
            return CrossCheck.none();
        }
        return EvidenceInSight.hasTrustedDigest(offer)
                ? CrossCheck.begin(sources, offer)
                : CrossCheck.known(sources.elsewhere(offer));
    }

    private T fromSomewhere(Offer offer, TrustPolicy policy, ProvisionRequest request, CrossCheck check)
            throws IOException, InterruptedException {
        UnreachableException last = null;
        for (Location location : offer.locations()) {
            Verifier verifier = verifiers.of(offer.archive().packaging(), location, policy);
            if (request.only() != null) {
                verifier = verifier.with(request.only());
            }
            verifier.prefetch(offer.archive());
            try {
                return from(offer, location, verifier.servedBy(PrintableUri.of(location.uri())), request, check);
            } catch (UnreachableException e) {
                if (last != null) {
                    e.addSuppressed(last);
                }
                last = e;
            }
        }
        if (last == null) {
            throw new IllegalArgumentException("an offer without an address, from " + offer.label());
        }
        throw last;
    }

    private T from(Offer offer, Location location, Verifier verifier, ProvisionRequest request, CrossCheck check)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        Downloaded archive = fetching.fetch(offer, location);
        long millis = Spent.since(start);
        Elsewhere others = check.answer();
        List<DigestClaim> claims = with(offer.claims(), others.claims());
        requireAgreement(offer, location, claims);
        try {
            return use.of(new Taken(offer, claims, others.unasked(), archive, millis, verifier, request));
        } catch (VerificationException e) {
            fetching.discard(offer, location);
            if (!archive.mixed()) {
                throw e;
            }
            listener.notice("Bytes that were here before, or came from another address, do not fit with the rest:"
                    + " once more from the start.");
        }
        archive = fetching.fetch(offer, location);
        millis = Spent.since(start);
        try {
            return use.of(new Taken(offer, claims, others.unasked(), archive, millis, verifier, request));
        } catch (VerificationException e) {
            fetching.discard(offer, location);
            throw e;
        }
    }

    private static List<DigestClaim> with(List<DigestClaim> claims, List<DigestClaim> others) {
        Set<DigestClaim> all = new LinkedHashSet<>(claims);
        all.addAll(others);
        return List.copyOf(all);
    }

    /** Before the bytes are looked at: whatever they are, somebody is wrong. */
    private void requireAgreement(Offer offer, Location location, List<DigestClaim> claims)
            throws DisagreementException, StoreException {
        try {
            Verifier.requireAgreement(offer.archive(), claims);
        } catch (DisagreementException e) {
            fetching.discard(offer, location);
            throw e;
        }
    }
}
