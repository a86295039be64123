package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.VerificationException;

/** Turns an entry's name into a path in the tree. */
final class PrefixedName {

    private PrefixedName() {}

    /**
     * @param prefix the folder that all entries must be under, with the slash at its end
     * @return the path without the prefix and without a slash at its end; empty for the prefix itself
     */
    static String path(String name, String prefix, UnpackLimits limits, Refusal refusal) throws VerificationException {
        String plain = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        String flaw = EntryName.flaw(plain, limits.maxNameLength());
        if (flaw != null) {
            throw refusal.entry(name, flaw);
        }
        if (!name.startsWith(prefix)) {
            throw refusal.entry(name, "is not under " + prefix);
        }
        return plain.length() < prefix.length() ? "" : plain.substring(prefix.length());
    }
}
