package io.jenkins.plugins.gotoolchain.jenkins.trust;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.FilePath;
import hudson.XmlFile;
import hudson.util.Secret;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.DisagreementException;
import io.jenkins.plugins.gotoolchain.failure.DisagreementException.Statement;
import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.ControllerFolder;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoToolchainConfiguration;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.ReceiptSettings;
import io.jenkins.plugins.gotoolchain.jenkins.node.KeepSignature;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import io.jenkins.plugins.gotoolchain.store.ReceiptKey;
import io.jenkins.plugins.gotoolchain.store.ReceiptSigner;
import io.jenkins.plugins.gotoolchain.store.SignedReceipt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Signs, where the configuration asks for it, the receipts of what was installed for this controller, and demands that
 * those of what is there were signed. The key is made when it is first needed and kept in
 * {@code go-toolchain/receipt-key.xml} of Jenkins' home, encrypted as Jenkins keeps secrets.
 */
@Extension
public class ReceiptSigning {

    private static final Logger LOGGER = Logger.getLogger(ReceiptSigning.class.getName());

    private final XmlFile file;
    private ReceiptSigner signer;

    public ReceiptSigning() {
        this(ControllerFolder.path());
    }

    ReceiptSigning(Path folder) {
        file = new XmlFile(folder.resolve("receipt-key.xml").toFile());
    }

    public static ReceiptSigning get() {
        return ExtensionList.lookupSingleton(ReceiptSigning.class);
    }

    /**
     * One of these must have signed the receipt of what a node has already.
     *
     * @return empty where nobody needs to
     */
    public List<ReceiptKey> keys() throws ConfigurationException {
        ReceiptSettings settings = GoToolchainConfiguration.get().getReceipts();
        if (settings == null || !settings.isSigned()) {
            return List.of();
        }
        List<ReceiptKey> keys = new ArrayList<>(settings.read());
        keys.add(signer().key());
        return keys;
    }

    /**
     * Has what was installed just now signed, and refuses what was there without a signature.
     *
     * @param root of the node's store
     * @param answer held against what was asked, and against what other nodes have
     */
    public void settle(FilePath root, ProvisionOutcome answer) throws IOException, InterruptedException {
        List<ReceiptKey> keys = keys();
        if (keys.isEmpty()) {
            return;
        }
        SignedReceipt signed = answer.signed();
        if (signed == null || !signed.says(answer.receipt())) {
            throw new DisagreementException(
                    "The agent has shown another receipt than the one it speaks of",
                    "the receipt of " + answer.home(),
                    List.of(
                            new Statement(answer.receipt().archiveSha256(), "what it says it has installed"),
                            new Statement("another one", "the receipt that it has shown")),
                    "do not trust this agent before you know why");
        }
        if (answer.installedNow()) {
            keep(root, answer, signed.sign(signer()));
            return;
        }
        Optional<String> objection = signed.objection(keys);
        if (objection.isPresent()) {
            throw new VerificationException(
                    "The toolchain in " + answer.home() + " is not used: " + objection.get(),
                    "have it signed where its image is made, or add the key of whoever signed it to the configuration of"
                            + " Go toolchains");
        }
    }

    /** Without it the toolchain is good for this build, and is installed anew for the next one. */
    private static void keep(FilePath root, ProvisionOutcome answer, String signature)
            throws IOException, InterruptedException {
        try {
            root.act(new KeepSignature(answer.receipt().version(), answer.platform(), signature));
        } catch (StoreException e) {
            LOGGER.log(Level.WARNING, e, () -> "The receipt in " + answer.home() + " could not be signed");
        }
    }

    private synchronized ReceiptSigner signer() {
        if (signer == null) {
            signer = read();
        }
        if (signer == null) {
            signer = ReceiptSigner.generate();
            try {
                file.write(new KeptSigner(Secret.fromString(signer.encoded())));
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, e, () -> "The key that signs receipts cannot be kept: after a restart there is"
                        + " another one, and what nodes have is installed anew");
            }
        }
        return signer;
    }

    private ReceiptSigner read() {
        try {
            return file.exists() && file.read() instanceof KeptSigner kept ? ReceiptSigner.decode(kept.secret()) : null;
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The key that signs receipts cannot be read, so another one takes its place");
            return null;
        }
    }

    /** Its form on disk. */
    private static final class KeptSigner {

        private final Secret key;

        KeptSigner(Secret key) {
            this.key = key;
        }

        String secret() {
            return key == null ? "" : key.getPlainText();
        }
    }
}
