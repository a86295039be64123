package io.jenkins.plugins.gotoolchain.trust.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.jcajce.JcaPGPObjectFactory;

/** What lies beside an archive with {@code .asc} after its name: one signature, or several by several keys. */
final class DetachedSignature {

    static final int MOST_BYTES = 64 << 10;
    private static final int MOST_SIGNATURES = 16;

    private DetachedSignature() {}

    /** @throws MalformedException where it is something else, or damaged */
    static List<DataSignature> read(byte[] file) throws MalformedException {
        List<DataSignature> signatures = new ArrayList<>();
        for (byte[] block : Armor.blocks(file, Armor.SIGNATURE)) {
            read(block, signatures);
        }
        if (signatures.isEmpty()) {
            throw new MalformedException("holds no signature that can be read");
        }
        return signatures;
    }

    private static void read(byte[] block, List<DataSignature> into) throws MalformedException {
        try {
            JcaPGPObjectFactory objects = new JcaPGPObjectFactory(new ByteArrayInputStream(block));
            for (Object each = objects.nextObject(); each != null; each = objects.nextObject()) {
                if (!(each instanceof PGPSignatureList list)) {
                    throw new MalformedException("holds something else than signatures");
                }
                for (PGPSignature signature : list) {
                    into.add(new DataSignature(signature));
                }
                if (into.size() > MOST_SIGNATURES) {
                    throw new MalformedException("holds more than " + MOST_SIGNATURES + " signatures");
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new MalformedException("is damaged: what is in its armor is no signature");
        }
    }
}
