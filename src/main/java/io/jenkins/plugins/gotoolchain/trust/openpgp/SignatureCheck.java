package io.jenkins.plugins.gotoolchain.trust.openpgp;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.transfer.HttpGet;
import io.jenkins.plugins.gotoolchain.transfer.PrintableUri;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the signatures beside archives, and says whether they can be by the pinned key, before anything large is
 * downloaded. Not for several threads.
 */
public final class SignatureCheck {

    private static final String NOTHING_INSTALLED = "nothing was installed; ";

    private final SigningKeySettings settings;
    private final SmallFile files;
    private final KeyFile keys;
    private final Clock clock;

    /**
     * @param stateFolder keeps the key; made where it is not there
     * @param notices told, in whole sentences, what the user should know
     */
    public SignatureCheck(SigningKeySettings settings, HttpGet http, Path stateFolder, Consumer<String> notices) {
        this(settings, http, stateFolder, notices, Clock.systemUTC());
    }

    SignatureCheck(SigningKeySettings settings, HttpGet http, Path stateFolder, Consumer<String> notices, Clock clock) {
        this.settings = settings;
        this.files = new SmallFile(http);
        this.keys = new KeyFile(settings, files, new KeptKey(stateFolder, settings.fingerprint()), clock, notices);
        this.clock = clock;
    }

    /**
     * Reads a signature. The key is fetched once more where the copy of it that is here cannot have made it: publishers
     * take new subkeys.
     *
     * @param at where the signature is; http, https or file
     * @param archive what it should be of, for messages
     * @return the signature, which claims to be by the pinned key and could be
     * @throws VerificationException where there is none, or none that can count
     * @throws UnreachableException where it, or the key, cannot be fetched
     * @throws ConfigurationException where the key that was given cannot be used
     */
    public ClaimedSignature claim(URI at, String archive)
            throws VerificationException, UnreachableException, ConfigurationException, InterruptedException {
        String what = "the signature of " + archive;
        String from = PrintableUri.of(at);
        List<DataSignature> signatures;
        try {
            signatures = DetachedSignature.read(files.read(at, DetachedSignature.MOST_BYTES));
        } catch (MalformedException e) {
            throw new VerificationException(
                    what + " cannot be used: " + from + " " + e.getMessage(),
                    "use a source that has the signatures of Go's archives beside them, as go.dev/dl does");
        }
        SigningKey key = keys.current();
        String objection = objection(signatures, key);
        if (objection != null && keys.isFetched()) {
            key = renewed(what, from, objection);
            objection = objection(signatures, key);
        }
        if (objection != null) {
            throw new VerificationException(
                    what + " does not count: " + from + ": " + objection,
                    NOTHING_INSTALLED + "use another source, and tell whoever runs this one; where the key is at fault, see"
                            + " what its publisher says of it");
        }
        return new ClaimedSignature(what, from, settings.fingerprint(), ours(signatures, key));
    }

    private SigningKey renewed(String what, String from, String objection)
            throws VerificationException, UnreachableException, InterruptedException {
        try {
            return keys.renewed();
        } catch (UnreachableException e) {
            throw new UnreachableException(
                    what + " does not count by what is known of the key here: " + from + ": " + objection + "; and "
                            + e.problem(),
                    e.tried(),
                    e.advice(),
                    e);
        }
    }

    /** Those by the pinned key: each of them has to hold. Signatures by others say nothing. */
    private static List<ClaimedSignature.Claim> ours(List<DataSignature> signatures, SigningKey key) {
        List<ClaimedSignature.Claim> ours = new ArrayList<>();
        for (DataSignature signature : signatures) {
            KeyPart issuer = key.issuer(signature);
            if (issuer != null) {
                ours.add(new ClaimedSignature.Claim(signature, issuer));
            }
        }
        return ours;
    }

    /** Null where there is none. */
    private String objection(List<DataSignature> signatures, SigningKey key) {
        List<ClaimedSignature.Claim> ours = ours(signatures, key);
        if (ours.isEmpty()) {
            List<String> issuers = new ArrayList<>();
            for (DataSignature signature : signatures) {
                issuers.add(signature.issuer());
            }
            return "it is by " + String.join(" and ", issuers) + ", which is neither the pinned key "
                    + settings.fingerprint() + " nor a subkey of it (as " + keys.from() + " has it)";
        }
        if (ours.size() > ClaimedSignature.MOST) {
            return "it holds " + ours.size() + " signatures by the same key";
        }
        for (ClaimedSignature.Claim claim : ours) {
            String objection = claim.signature().objection(clock.instant());
            objection = objection == null ? null : "it " + objection;
            objection = objection == null ? key.objection(claim.by(), claim.signature().made()) : objection;
            if (objection != null) {
                return objection;
            }
        }
        return null;
    }
}
