package io.jenkins.plugins.gotoolchain.trust;

import io.jenkins.plugins.gotoolchain.failure.DisagreementException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.release.Archive;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What others say an archive's SHA-256 is, held against each other and against the bytes. All that are known must
 * agree, the trusted and the others: one that differs is an alarm, whoever made it.
 */
final class DigestClaims {

    private final Archive archive;
    private final List<DigestClaim> claims;

    DigestClaims(Archive archive, List<DigestClaim> claims) {
        this.archive = archive;
        this.claims = List.copyOf(claims);
    }

    /**
     * @param unasked who should have been asked too and was not, for the evidence
     * @return the evidence, empty where no trusted origin claims a digest
     * @throws VerificationException where two claims differ from each other, or the bytes from a claim
     */
    Optional<Sha256Evidence> prove(String sha256OfBytes, List<String> unasked) throws VerificationException {
        agree();
        List<String> trusted = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (DigestClaim claim : claims) {
            (claim.trusted() ? trusted : others).add(claim.from());
        }
        if (!claims.isEmpty() && !claims.get(0).sha256().equals(sha256OfBytes)) {
            throw otherBytes(sha256OfBytes);
        }
        return trusted.isEmpty() ? Optional.empty() : Optional.of(new Sha256Evidence(sha256OfBytes, trusted, others, unasked));
    }

    /** @throws DisagreementException where two claims differ from each other, whatever the bytes are */
    void agree() throws DisagreementException {
        for (DigestClaim claim : claims) {
            if (!claim.sha256().equals(claims.get(0).sha256())) {
                throw disagree();
            }
        }
    }

    private DisagreementException disagree() {
        List<DisagreementException.Statement> statements = new ArrayList<>();
        for (DigestClaim claim : claims) {
            statements.add(new DisagreementException.Statement(claim.sha256(), from(claim)));
        }
        return DisagreementException.of(
                Names.of(archive),
                statements,
                List.of(),
                "nothing was installed, and no other source is asked; find out who is wrong before this version is used"
                        + " again: the archive was replaced on a mirror, an index is out of date, or a pin is of another"
                        + " file");
    }

    private VerificationException otherBytes(String bytes) {
        StringBuilder text = new StringBuilder("the bytes received for " + Names.of(archive) + " are not what they should be:");
        for (DigestClaim claim : claims) {
            text.append("\n    ").append(line(claim));
        }
        text.append("\n    the bytes received have ").append(bytes);
        return new VerificationException(
                text.toString(),
                "nothing was installed; if it happens again the archive was replaced or damaged at its source: use"
                        + " another source and tell whoever runs this one");
    }

    /** What was known and yet proves nothing, one line each, for a message. */
    List<String> considered() {
        List<String> lines = new ArrayList<>();
        for (DigestClaim claim : claims) {
            lines.add(line(claim));
        }
        return lines;
    }

    private static String line(DigestClaim claim) {
        return claim.sha256() + " says " + from(claim);
    }

    private static String from(DigestClaim claim) {
        return claim.from() + (claim.trusted() ? "" : " (not trusted by itself)");
    }
}
