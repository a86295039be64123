package io.jenkins.plugins.gotoolchain.jenkins.tool;

import hudson.Util;
import hudson.model.Item;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.VersionChoice;
import io.jenkins.plugins.gotoolchain.version.VersionSelector;
import jenkins.model.Jenkins;

/** The field of a form that says which Go. */
public final class VersionField {

    private VersionField() {}

    /** @param item null outside of any; what is configured is shown only to those who may see it */
    public static ComboBoxModel items(Item item) {
        ComboBoxModel names = new ComboBoxModel();
        if (mayConfigure(item)) {
            names.add("go.mod");
            for (GoInstallation one : ConfiguredInstallation.all()) {
                names.add(one.getName());
            }
            names.addAll(VersionChoice.items());
        }
        return names;
    }

    public static FormValidation check(Item item, String value) {
        String version = Util.fixEmptyAndTrim(value);
        if (version == null || !mayConfigure(item) || ConfiguredInstallation.named(version) != null) {
            return FormValidation.ok();
        }
        try {
            VersionSelector.parse(version);
            return FormValidation.ok();
        } catch (VersionException e) {
            return FormValidation.error(e.problem() + ": " + e.advice());
        }
    }

    private static boolean mayConfigure(Item item) {
        return item == null
                ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                : item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(Item.CONFIGURE);
    }
}
