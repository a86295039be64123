package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;

/** Form validation by what would read the value later. Asks nobody and reveals nothing. */
public final class Checks {

    private Checks() {}

    /** Throws where the value cannot be used. */
    @FunctionalInterface
    public interface Reader {
        void read(String value) throws ToolchainException;
    }

    /** A value is needed. */
    public static FormValidation of(String value, Reader reader) {
        return Util.fixEmptyAndTrim(value) == null
                ? FormValidation.error(Messages.Checks_missing())
                : optional(value, reader);
    }

    /** None is fine too. */
    static FormValidation optional(String value, Reader reader) {
        String text = Util.fixEmptyAndTrim(value);
        if (text == null) {
            return FormValidation.ok();
        }
        try {
            reader.read(text);
            return FormValidation.ok();
        } catch (ToolchainException e) {
            return FormValidation.error(e.getMessage());
        }
    }
}
