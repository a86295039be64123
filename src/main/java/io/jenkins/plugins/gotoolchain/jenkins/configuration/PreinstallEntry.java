package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Label;
import hudson.model.Node;
import hudson.model.labels.LabelExpression;
import hudson.util.FormValidation;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Versions that nodes of a label have before a build asks for them. */
public final class PreinstallEntry extends AbstractDescribableImpl<PreinstallEntry> {

    private final String label;
    private final String versions;

    /**
     * @param label an expression of labels; null for all nodes
     * @param versions selectors, separated by white space
     */
    @DataBoundConstructor
    public PreinstallEntry(String label, String versions) {
        this.label = Util.fixEmptyAndTrim(label);
        this.versions = Util.fixEmptyAndTrim(versions);
    }

    /** Null for all nodes. */
    public String getLabel() {
        return label;
    }

    /** As they were written. */
    public String getVersions() {
        return versions;
    }

    /** One by one. */
    public List<String> selectors() {
        return versions == null ? List.of() : List.of(versions.split("[\\s,]+"));
    }

    /** Whether it is for this node. */
    public boolean isFor(Node node) throws ConfigurationException {
        if (label == null) {
            return true;
        }
        try {
            return Label.parseExpression(label).matches(node);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "\"" + label + "\", of what is installed in advance, is no expression of labels",
                    "correct it in the configuration of Go toolchains");
        }
    }

    private static void checkVersions(String versions) throws io.jenkins.plugins.gotoolchain.failure.ToolchainException {
        for (String selector : versions.split("[\\s,]+")) {
            VersionChoice.check(selector);
        }
    }

    @Extension
    public static final class DescriptorImpl extends Descriptor<PreinstallEntry> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.PreinstallEntry_displayName();
        }

        @POST
        public FormValidation doCheckLabel(@QueryParameter String value) {
            return LabelExpression.validate(value);
        }

        @POST
        public FormValidation doCheckVersions(@QueryParameter String value) {
            return Checks.of(value, PreinstallEntry::checkVersions);
        }
    }
}
