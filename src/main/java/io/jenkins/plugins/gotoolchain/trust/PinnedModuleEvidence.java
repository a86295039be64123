package io.jenkins.plugins.gotoolchain.trust;

/**
 * The module's files have the hash that is pinned.
 *
 * @param moduleHash {@code h1:…}
 * @param from where it is pinned, printable
 */
public record PinnedModuleEvidence(String moduleHash, String from) implements Evidence {

    private static final long serialVersionUID = 1L;

    /** A pin is a digest from an origin that is trusted, whether it is of an archive or of a module's files. */
    @Override
    public Requirement meets() {
        return Requirement.SHA256;
    }

    @Override
    public String describe() {
        return moduleHash + " as pinned in " + from;
    }
}
