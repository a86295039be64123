package io.jenkins.plugins.gotoolchain.trust;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** A kind of evidence that a policy can demand. */
public enum Requirement {
    /** A SHA-256 of the archive from an origin that is trusted: another host than the archive's, or a pin; of a module, a pin. */
    SHA256("sha256"),
    /** The publisher's OpenPGP signature. */
    SIGNATURE("signature"),
    /** An entry in the checksum database, with the proof that it is in the signed tree. */
    SUMDB("sumdb");

    private final String word;

    Requirement(String word) {
        this.word = word;
    }

    /** @param word {@code sha256}, {@code signature} or {@code sumdb} */
    public static Requirement parse(String word) throws ConfigurationException {
        for (Requirement requirement : values()) {
            if (requirement.word.equals(word)) {
                return requirement;
            }
        }
        throw new ConfigurationException(
                "\"" + word + "\" is no kind of evidence", "require sha256, signature or sumdb");
    }

    /** @param words each as {@link #parse} reads it */
    public static Set<Requirement> parseAll(Collection<String> words) throws ConfigurationException {
        Set<Requirement> all = EnumSet.noneOf(Requirement.class);
        for (String word : words) {
            all.add(parse(word));
        }
        return all;
    }

    /** The word as it is written in settings and on the command line. */
    @Override
    public String toString() {
        return word;
    }
}
