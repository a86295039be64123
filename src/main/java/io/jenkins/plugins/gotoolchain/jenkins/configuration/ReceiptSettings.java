package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.store.ReceiptKey;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Whether receipts have to be signed, and by whom beside the controller itself. */
public final class ReceiptSettings extends AbstractDescribableImpl<ReceiptSettings> {

    private boolean signed;
    private String keys;

    @DataBoundConstructor
    public ReceiptSettings() {}

    /** Whether a toolchain whose receipt nobody signed is refused. */
    public boolean isSigned() {
        return signed;
    }

    @DataBoundSetter
    public void setSigned(boolean signed) {
        this.signed = signed;
    }

    /** Public Ed25519 keys in PEM, one after the other: of those who make images. Null for none. */
    public String getKeys() {
        return keys;
    }

    @DataBoundSetter
    public void setKeys(String keys) {
        this.keys = Util.fixEmptyAndTrim(keys);
    }

    /** @throws ConfigurationException where they cannot be read */
    public List<ReceiptKey> read() throws ConfigurationException {
        return keys == null ? List.of() : read(keys);
    }

    private static List<ReceiptKey> read(String text) throws ConfigurationException {
        return ReceiptKey.parseAll(text, "the keys of receipts");
    }

    boolean saysNothing() {
        return !signed && keys == null;
    }

    @Extension
    public static final class DescriptorImpl extends Descriptor<ReceiptSettings> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.ReceiptSettings_displayName();
        }

        @POST
        public FormValidation doCheckKeys(@QueryParameter String value) {
            return Checks.optional(value, ReceiptSettings::read);
        }
    }
}
