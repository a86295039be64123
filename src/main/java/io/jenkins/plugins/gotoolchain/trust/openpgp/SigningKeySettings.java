package io.jenkins.plugins.gotoolchain.trust.openpgp;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * By which key archives must be signed, and where that key is. The fingerprint alone decides what is believed; a key from
 * a wrong place is refused, not used.
 *
 * @param fingerprint of the primary key
 * @param address where the key is fetched from; null where it is given
 * @param key the key itself, armored, with what else is in its file; null where it is fetched
 */
public record SigningKeySettings(Fingerprint fingerprint, String address, String key) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Go's key, from where its publisher has it. */
    public static final SigningKeySettings GO =
            new SigningKeySettings(Fingerprint.GO, "https://dl.google.com/linux/linux_signing_key.pub", null);

    public SigningKeySettings {
        if ((address == null) == (key == null)) {
            throw new IllegalArgumentException("either an address or the key itself");
        }
    }

    /** The key itself. @param armored as gpg --armor --export gives it */
    public static SigningKeySettings given(Fingerprint fingerprint, String armored) {
        return new SigningKeySettings(fingerprint, null, armored);
    }

    /**
     * A key to be fetched, and remembered in the store.
     *
     * @throws ConfigurationException where the address is none of http or https
     */
    public static SigningKeySettings fetched(Fingerprint fingerprint, String address) throws ConfigurationException {
        try {
            URI uri = new URI(address);
            if (uri.getHost() != null && uri.getRawUserInfo() == null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return new SigningKeySettings(fingerprint, address, null);
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new ConfigurationException(
                "the signing key's address is none: \"" + Shown.briefly(address) + "\"",
                "name a file with the armored key, or an https address without a user");
    }
}
