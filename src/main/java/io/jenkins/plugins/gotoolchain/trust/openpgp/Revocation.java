package io.jenkins.plugins.gotoolchain.trust.openpgp;

import java.time.Instant;
import java.util.List;
import org.bouncycastle.bcpg.sig.RevocationReason;
import org.bouncycastle.bcpg.sig.RevocationReasonTags;
import org.bouncycastle.openpgp.PGPSignature;

/**
 * That a key was revoked (RFC 9580 §5.2.3.31).
 *
 * @param at when
 * @param hard whether nothing that the key ever signed counts: it may be in other hands. A key that was only replaced or
 *     laid down stands by what it signed before
 * @param why for people
 */
record Revocation(Instant at, boolean hard, String why) {

    /** The one that weighs most: a hard one, else the earliest. Null where there is none. */
    static Revocation of(List<PGPSignature> signatures) {
        Revocation worst = null;
        for (PGPSignature signature : signatures) {
            Revocation each = of(signature);
            if (worst == null || each.hard && !worst.hard || each.hard == worst.hard && each.at.isBefore(worst.at)) {
                worst = each;
            }
        }
        return worst;
    }

    private static Revocation of(PGPSignature signature) {
        RevocationReason reason = signature.getHashedSubPackets().getRevocationReason();
        Instant at = signature.getCreationTime().toInstant();
        if (reason == null || reason.getData().length == 0) {
            return new Revocation(at, true, "no reason given");
        }
        return switch (reason.getRevocationReason()) {
            case RevocationReasonTags.KEY_SUPERSEDED -> new Revocation(at, false, "replaced by another key");
            case RevocationReasonTags.KEY_RETIRED -> new Revocation(at, false, "not used any more");
            case RevocationReasonTags.KEY_COMPROMISED -> new Revocation(at, true, "it may be in other hands");
            default -> new Revocation(at, true, "no reason given");
        };
    }
}
