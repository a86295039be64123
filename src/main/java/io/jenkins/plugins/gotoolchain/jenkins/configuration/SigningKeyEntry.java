package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.trust.openpgp.Fingerprint;
import io.jenkins.plugins.gotoolchain.trust.openpgp.SigningKeySettings;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** By which OpenPGP key archives are signed, where that is not Go's own from where its publisher has it. */
public final class SigningKeyEntry extends AbstractDescribableImpl<SigningKeyEntry> {

    private String fingerprint;
    private String address;
    private String key;

    @DataBoundConstructor
    public SigningKeyEntry() {}

    /** Of the primary key, in full; null for that of Go's. */
    public String getFingerprint() {
        return fingerprint;
    }

    @DataBoundSetter
    public void setFingerprint(String fingerprint) {
        this.fingerprint = Util.fixEmptyAndTrim(fingerprint);
    }

    /** Where agents fetch it from; null for where Go's publisher has it. */
    public String getAddress() {
        return address;
    }

    @DataBoundSetter
    public void setAddress(String address) {
        this.address = Util.fixEmptyAndTrim(address);
    }

    /** The key itself, armored: then nobody fetches it. Null where it is fetched. */
    public String getKey() {
        return key;
    }

    @DataBoundSetter
    public void setKey(String key) {
        this.key = Util.fixEmptyAndTrim(key);
    }

    boolean saysNothing() {
        return fingerprint == null && address == null && key == null;
    }

    /** @throws ConfigurationException where it cannot be used */
    SigningKeySettings read() throws ConfigurationException {
        Fingerprint pinned = fingerprint == null ? Fingerprint.GO : Fingerprint.parse(fingerprint);
        if (key != null) {
            return SigningKeySettings.given(pinned, key);
        }
        return SigningKeySettings.fetched(pinned, address == null ? SigningKeySettings.GO.address() : address);
    }

    @Extension
    public static final class DescriptorImpl extends Descriptor<SigningKeyEntry> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.SigningKeyEntry_displayName();
        }

        @POST
        public FormValidation doCheckFingerprint(@QueryParameter String value) {
            return Checks.optional(value, Fingerprint::parse);
        }

        @POST
        public FormValidation doCheckAddress(@QueryParameter String value) {
            return Checks.optional(value, text -> SigningKeySettings.fetched(Fingerprint.GO, text));
        }
    }
}
