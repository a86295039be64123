package io.jenkins.plugins.gotoolchain.trust.openpgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.BCPGOutputStream;
import org.bouncycastle.bcpg.PublicSubkeyPacket;
import org.bouncycastle.bcpg.UserIDPacket;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.jcajce.JcaKeyFingerprintCalculator;

/** The packets of a public key, one after the other, whether they belong together or not. */
final class KeyRing {

    private interface Packet {
        void write(BCPGOutputStream out) throws IOException;
    }

    private final List<Packet> packets = new ArrayList<>();

    static KeyRing of(PGPKeyPair primary, PGPSignature... ofItself) {
        KeyRing ring = new KeyRing();
        ring.packets.add(out -> out.writePacket(primary.getPublicKey().getPublicKeyPacket()));
        return ring.and(ofItself);
    }

    KeyRing userId(String userId, PGPSignature... certifications) {
        packets.add(out -> out.writePacket(new UserIDPacket(userId)));
        return and(certifications);
    }

    KeyRing subkey(PGPKeyPair subkey, PGPSignature... ofIt) {
        packets.add(out -> out.writePacket(asSubkey(subkey).getPublicKeyPacket()));
        return and(ofIt);
    }

    KeyRing and(PGPSignature... signatures) {
        for (PGPSignature signature : signatures) {
            packets.add(signature::encode);
        }
        return this;
    }

    byte[] packets() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            BCPGOutputStream out = new BCPGOutputStream(bytes);
            for (Packet packet : packets) {
                packet.write(out);
            }
            out.close();
        } catch (IOException e) {
            throw new IllegalStateException("in memory", e);
        }
        return bytes.toByteArray();
    }

    String armored() {
        return armored(packets());
    }

    /** The title is told from the first packet. */
    static String armored(byte[] packets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArmoredOutputStream armor = new ArmoredOutputStream(bytes)) {
            armor.write(packets);
        } catch (IOException e) {
            throw new IllegalStateException("in memory", e);
        }
        return bytes.toString(java.nio.charset.StandardCharsets.US_ASCII);
    }

    static String armored(PGPSignature... signatures) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            for (PGPSignature signature : signatures) {
                signature.encode(bytes);
            }
        } catch (IOException e) {
            throw new IllegalStateException("in memory", e);
        }
        return armored(bytes.toByteArray());
    }

    /** The same key with the packet tag of a subkey. */
    static PGPPublicKey asSubkey(PGPKeyPair pair) {
        PGPPublicKey key = pair.getPublicKey();
        try {
            return new PGPPublicKey(
                    new PublicSubkeyPacket(
                            key.getVersion(), key.getAlgorithm(), key.getCreationTime(), key.getPublicKeyPacket().getKey()),
                    new JcaKeyFingerprintCalculator());
        } catch (org.bouncycastle.openpgp.PGPException e) {
            throw new IllegalStateException(e);
        }
    }
}
