package io.jenkins.plugins.gotoolchain.jenkins.node;

import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import java.io.Serializable;

/**
 * Which version a folder that was given for a node must hold.
 *
 * @param asked as it was asked for: the selector, or the installation's name where that says no version
 * @param version exactly this one; null where any, or any of the language, will do
 * @param language the newest patch of this one was asked for, and none was chosen yet; null otherwise
 * @param how it came to the version; null where it did not
 */
public record Wanted(String asked, GoVersion version, GoVersion language, String how) implements Serializable {

    public static Wanted any(String name) {
        return new Wanted(name, null, null, null);
    }

    public static Wanted newestOf(GoVersion language, String asked) {
        return new Wanted(asked, null, language, null);
    }

    public static Wanted exactly(Resolution resolution) {
        return new Wanted(resolution.asked(), resolution.version(), null, resolution.how());
    }

    public boolean allows(GoVersion found) {
        return (version == null || version.equals(found)) && (language == null || language.equals(found.language()));
    }

    /** @throws VerificationException where the folder holds another version */
    void check(GoVersion found, String home) throws VerificationException {
        if (!allows(found)) {
            throw new VerificationException(
                    home + " holds Go " + found + ", and Go " + (version == null ? language : version) + " was asked for",
                    "put that version there, or take the location away from this node so that the toolchain is installed");
        }
    }

    public Resolution resolution(GoVersion found, String home) {
        return new Resolution(asked, found, how == null ? "what " + home + " holds" : how);
    }
}
