package io.jenkins.plugins.gotoolchain.trust.openpgp;

import static org.assertj.core.api.Assertions.assertThat;

import com.pholser.junit.quickcheck.Property;
import com.pholser.junit.quickcheck.runner.JUnitQuickcheck;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bouncycastle.bcpg.sig.RevocationReasonTags;
import org.bouncycastle.openpgp.PGPSignature;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;

/** What a server sends may be anything: it is refused in the family's own way, and never believed for another file. */
@RunWith(JUnitQuickcheck.class)
public class OpenPgpPropertyTest {

    private static final TestPublisher PUBLISHER = new TestPublisher();
    private static final Instant MADE = Instant.parse("2024-05-05T05:05:05Z");
    private static final byte[] ARCHIVE = {1, 2, 3, 4};
    private static final byte[] ANOTHER = {4, 3, 2, 1};
    private static final byte[] SIGNATURE = signature();
    private static final byte[] KEY = key();
    private static final SigningKey WHOLE_KEY = readKey(armor(KEY, Armor.PUBLIC_KEY));

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static byte[] signature() {
        try {
            return PUBLISHER.signature(MADE).over(ARCHIVE).getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** With one of everything that a key can have. */
    private static byte[] key() {
        try {
            return PUBLISHER.ring()
                    .and(Signing.by(PUBLISHER.primary, PGPSignature.SUBKEY_REVOCATION)
                            .at(MADE.plusSeconds(9))
                            .reason(RevocationReasonTags.KEY_RETIRED)
                            .over(PUBLISHER.primary.getPublicKey(), KeyRing.asSubkey(PUBLISHER.subkey)))
                    .packets();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Property(trials = 1000)
    public void anyBytesInPlaceOfASignatureOrKeyAreRefused(byte[] bytes) {
        assertThat(readSignature(bytes)).isEmpty();
        assertThat(readKey(bytes)).isNull();
    }

    @Property(trials = 1000)
    public void anyPacketsInGoodArmorAreRefused(byte[] bytes, int tag) {
        byte[] packets = Arrays.copyOf(bytes, bytes.length + 2);
        packets[0] = (byte) (0xc0 | tag & 63);
        packets[1] = (byte) bytes.length;
        readSignature(armor(packets, Armor.SIGNATURE));
        assertThat(readKey(armor(packets, Armor.PUBLIC_KEY))).isNull();
    }

    @Property(trials = 500)
    public void aChangedSignatureIsRefusedOrIsStillOneOfTheSameBytes(long seed) throws Exception {
        byte[] changed = changed(SIGNATURE, new Random(seed));
        for (byte[] archive : new byte[][] {ARCHIVE, ANOTHER}) {
            boolean proven = proves(readSignature(armor(changed, Armor.SIGNATURE)), WHOLE_KEY, archive);
            assertThat(proven && archive == ANOTHER).isFalse();
        }
    }

    @Property(trials = 500)
    public void aChangedKeyIsRefusedOrBelievesNoOtherSignature(long seed) throws Exception {
        byte[] changed = changed(KEY, new Random(seed));
        SigningKey key = readKey(armor(changed, Armor.PUBLIC_KEY));
        if (key != null) {
            assertThat(proves(readSignature(armor(SIGNATURE, Armor.SIGNATURE)), key, ANOTHER)).isFalse();
            assertThat(SigningKey.decode(key.encoded(), PUBLISHER.fingerprint()).parts()).hasSameSizeAs(key.parts());
        }
    }

    @Property(trials = 500)
    public void armorIsReadWhateverStandsAroundIt(byte[] bytes, byte[] before) throws Exception {
        String around = new String(before, StandardCharsets.ISO_8859_1).replace('<', '(').replace('-', '_');
        String text = "x" + around + "\n" + new String(armor(bytes, Armor.SIGNATURE), StandardCharsets.ISO_8859_1) + around;
        assertThat(Armor.blocks(text.getBytes(StandardCharsets.ISO_8859_1), Armor.SIGNATURE)).containsExactly(bytes);
        assertThat(Armor.blocks(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1), Armor.SIGNATURE))
                .containsExactly(bytes);
    }

    /** A packet may claim to be four gigabytes long. */
    @Test
    public void lengthsThatAreLiesCostNothing() {
        for (int tag : new int[] {2, 6, 8, 11, 13, 14, 17, 60}) {
            for (int length : new int[] {0xff, 0xfe, 0xe0, 0xdf}) {
                byte[] packet = {(byte) (0xc0 | tag), (byte) length, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xf0, 4, 0, 1, 8, 0, 0};
                readSignature(armor(packet, Armor.SIGNATURE));
                readKey(armor(packet, Armor.PUBLIC_KEY));
            }
        }
        for (int at = 0; at < SIGNATURE.length; at++) {
            byte[] lying = SIGNATURE.clone();
            for (int i = at; i < at + 5 && i < lying.length; i++) {
                lying[i] = (byte) 0xff;
            }
            readSignature(armor(lying, Armor.SIGNATURE));
        }
    }

    private boolean proves(List<DataSignature> signatures, SigningKey key, byte[] archive) throws Exception {
        List<ClaimedSignature.Claim> claims = new ArrayList<>();
        for (DataSignature signature : signatures) {
            KeyPart issuer = key.issuer(signature);
            if (issuer != null && signature.objection(MADE) == null && key.objection(issuer, signature.made()) == null) {
                claims.add(new ClaimedSignature.Claim(signature, issuer));
            }
        }
        if (claims.isEmpty()) {
            return false;
        }
        Path file = Files.write(folder.getRoot().toPath().resolve("archive"), archive);
        try {
            new ClaimedSignature("it", "there", PUBLISHER.fingerprint(), claims).verify(file, Desk.sha256(archive));
            return true;
        } catch (VerificationException e) {
            return false;
        }
    }

    private static List<DataSignature> readSignature(byte[] file) {
        try {
            return DetachedSignature.read(file);
        } catch (MalformedException e) {
            assertThat(e).hasMessageMatching("(?s)(is|has|holds|breaks) .*");
            return List.of();
        }
    }

    private static SigningKey readKey(byte[] file) {
        try {
            return SigningKey.read(file, PUBLISHER.fingerprint());
        } catch (MalformedException e) {
            assertThat(e).hasMessageMatching("(?s)(is|has|holds|breaks|does) .*");
            return null;
        }
    }

    private static byte[] armor(byte[] packets, String title) {
        String base64 = java.util.Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(packets);
        return ("-----BEGIN " + title + "-----\n\n" + base64 + "\n-----END " + title + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A bit, a byte, a stretch more or less, or another order. */
    private static byte[] changed(byte[] bytes, Random random) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(12));
        out.write(bytes, 0, at);
        switch (random.nextInt(5)) {
            case 0 -> out.write(bytes[at] ^ 1 << random.nextInt(8));
            case 1 -> out.write(random.nextInt());
            case 2 -> {
                byte[] more = new byte[to - at];
                random.nextBytes(more);
                out.write(more);
                to = at;
            }
            case 3 -> {
                out.write(bytes, at, to - at);
                to = at;
            }
            default -> { }
        }
        int rest = Math.max(to, at + (random.nextInt(5) < 2 ? 1 : 0));
        out.write(bytes, Math.min(rest, bytes.length), bytes.length - Math.min(rest, bytes.length));
        return out.toByteArray();
    }
}
