package io.jenkins.plugins.gotoolchain.trust.openpgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import org.junit.Test;

public class SettingsTest {

    @Test
    public void aFingerprintIsReadAsPeopleWriteIt() throws Exception {
        for (String text : new String[] {
            "EB4C1BFD4F042F6DDDCCEC917721F63BD38B4796",
            " EB4C 1BFD 4F04 2F6D DDCC  EC91 7721 F63B D38B 4796\n",
            "0xeb4c1bfd4f042f6dddccec917721f63bd38b4796",
            "EB:4C:1B:FD:4F:04:2F:6D:DD:CC:EC:91:77:21:F6:3B:D3:8B:47:96"
        }) {
            assertThat(Fingerprint.parse(text)).isEqualTo(Fingerprint.GO);
        }
        assertThat(Fingerprint.parse("ab".repeat(32)).hex()).hasSize(64);
    }

    @Test
    public void aKeyIdIsTooShortToPinAKey() {
        for (String text : new String[] {"", "D38B4796", "7721F63BD38B4796", "EB4C1BFD4F042F6DDDCCEC917721F63BD38B479",
            "G".repeat(40), "é".repeat(40)}) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> Fingerprint.parse(text))
                    .withMessageContaining("fingerprint is none")
                    .withMessageContaining("in full");
        }
    }

    @Test
    public void aKeysAddressIsOneOfTheWeb() throws Exception {
        assertThat(SigningKeySettings.fetched(Fingerprint.GO, SigningKeySettings.GO.address()))
                .isEqualTo(SigningKeySettings.GO);
        for (String text : new String[] {"", "key.asc", "ftp://example.com/key", "https://user:secret@example.com/", "http://", "a b"}) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> SigningKeySettings.fetched(Fingerprint.GO, text))
                    .withMessageContaining("address is none");
        }
    }
}
