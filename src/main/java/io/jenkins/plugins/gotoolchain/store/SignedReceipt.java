package io.jenkins.plugins.gotoolchain.store;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A receipt's file as it is, and the signatures that lie beside it, neither of them checked. */
public final class SignedReceipt implements Serializable {

    private static final long serialVersionUID = 1L;

    private final byte[] receipt;
    private final String signatures;

    SignedReceipt(byte[] receipt, String signatures) {
        this.receipt = receipt;
        this.signatures = signatures;
    }

    static SignedReceipt in(Path home) throws IOException {
        return new SignedReceipt(
                MetaFiles.read(home.resolve(MetaFiles.RECEIPT), ReceiptJson.LIMIT), ReceiptSignatures.read(home));
    }

    /** Whether the file says this and nothing else. */
    public boolean says(Receipt what) {
        try {
            return receipt.length <= ReceiptJson.LIMIT && ReceiptJson.read(receipt).equals(what);
        } catch (IOException e) {
            return false;
        }
    }

    /** The one of these keys that signed it; empty where none did. */
    public Optional<ReceiptKey> signedBy(List<ReceiptKey> keys) {
        return ReceiptSignatures.signedBy(receipt, signatures, keys);
    }

    /** Why it does not count as signed, for people; empty where it does. */
    public Optional<String> objection(List<ReceiptKey> keys) {
        return ReceiptSignatures.objection(receipt, signatures, keys);
    }

    /** What a signer would write beside it. */
    public String sign(ReceiptSigner signer) {
        return signer.sign(receipt);
    }
}
