package io.jenkins.plugins.gotoolchain.trust.openpgp;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Brings the pinned key: as it was given, else as it was kept, else from its address. It is fetched anew where the kept
 * copy is not enough, and from time to time, to learn of new subkeys and of revocations; once at most in the life of this
 * object. Not for several threads.
 */
final class KeyFile {

    private static final int MOST_BYTES = 1 << 20;

    /** So long a revocation may stay unknown here. */
    private static final Duration FRESH = Duration.ofDays(30);

    /** Where it cannot be fetched, it is tried again so much later. */
    private static final Duration AGAIN = Duration.ofDays(1);

    private final SigningKeySettings settings;
    private final SmallFile files;
    private final KeptKey kept;
    private final Clock clock;
    private final Consumer<String> notices;
    private SigningKey key;
    private boolean asked;
    private UnreachableException failed;

    KeyFile(SigningKeySettings settings, SmallFile files, KeptKey kept, Clock clock, Consumer<String> notices) {
        this.settings = settings;
        this.files = files;
        this.kept = kept;
        this.clock = clock;
        this.notices = notices;
    }

    /** Whether there is an address to fetch it from once more. */
    boolean isFetched() {
        return settings.address() != null;
    }

    /** Where the key is from, printable. */
    String from() {
        return settings.address() == null ? "the file that was given" : settings.address();
    }

    /**
     * @throws ConfigurationException where the key that was given is not the pinned one, or none
     * @throws VerificationException where what is at its address is not the pinned one, or none
     * @throws UnreachableException where it has to be fetched and cannot be
     */
    SigningKey current() throws ConfigurationException, VerificationException, UnreachableException, InterruptedException {
        if (key != null) {
            return key;
        }
        if (settings.key() != null) {
            key = given();
            return key;
        }
        key = kept.read();
        if (key == null) {
            return renewed();
        }
        if (kept.isOlderThan(FRESH, clock.instant())) {
            try {
                return renewed();
            } catch (UnreachableException e) {
                kept.countsAsFetched(clock.instant().minus(FRESH).plus(AGAIN));
                notices.accept("The signing key " + settings.fingerprint() + " was not looked at anew, what was kept of it"
                        + " is used: " + e.problem());
            }
        }
        return key;
    }

    /** The same from its address, with what is known already; as it is where it was asked for before, or was given. */
    SigningKey renewed() throws VerificationException, UnreachableException, InterruptedException {
        if (asked && key == null) {
            throw failed;
        }
        if (asked || settings.address() == null) {
            return key;
        }
        SigningKey fetched = fetch();
        asked = true;
        key = fetched;
        kept.keep(fetched, clock.instant());
        return key;
    }

    private SigningKey fetch() throws VerificationException, UnreachableException, InterruptedException {
        try {
            SigningKey fetched =
                    SigningKey.read(files.read(URI.create(settings.address()), MOST_BYTES), settings.fingerprint());
            return key == null ? fetched : key.with(fetched);
        } catch (MalformedException e) {
            throw new VerificationException(
                    "the signing key " + settings.fingerprint() + " is not to be had: " + settings.address() + " "
                            + e.getMessage(),
                    "nothing is proven by signatures until the pinned key is there: give its file (--signing-key), or"
                            + " see what answers at that address");
        } catch (UnreachableException e) {
            asked = true;
            failed = new UnreachableException(
                    "the signing key " + settings.fingerprint() + " cannot be fetched: " + e.problem(),
                    e.tried(),
                    "allow its address to be reached from here, or give its file (--signing-key)",
                    e);
            throw failed;
        }
    }

    private SigningKey given() throws ConfigurationException {
        try {
            return SigningKey.read(settings.key().getBytes(StandardCharsets.UTF_8), settings.fingerprint());
        } catch (MalformedException e) {
            throw new ConfigurationException(
                    "the file of the signing key cannot be used: it " + e.getMessage(),
                    List.of(),
                    "give the armored public key (gpg --armor --export), and with another key than Go's its fingerprint"
                            + " too (--signing-key-fingerprint)",
                    e);
        }
    }
}
