package io.jenkins.plugins.gotoolchain.trust;

import java.util.List;

/**
 * The module's files have the hash that is pinned.
 *
 * @param moduleHash {@code h1:…}
 * @param from where it is pinned, printable
 * @param unasked who should have been asked too and was not, with the reason, printable
 */
public record PinnedModuleEvidence(String moduleHash, String from, List<String> unasked) implements Evidence {

    private static final long serialVersionUID = 1L;

    public PinnedModuleEvidence {
        unasked = List.copyOf(unasked);
    }

    /** A pin is a digest from an origin that is trusted, whether it is of an archive or of a module's files. */
    @Override
    public Requirement meets() {
        return Requirement.SHA256;
    }

    @Override
    public String describe() {
        return moduleHash + " as pinned in " + from + Sha256Evidence.notHeldAgainst(unasked);
    }
}
