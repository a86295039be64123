package io.jenkins.plugins.gotoolchain.jenkins.record;

import hudson.Util;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.util.Locale;

/**
 * What is looked for; an empty part excludes nothing.
 *
 * @param version {@code 1.24.1}, or {@code 1.24} or {@code 1.24.x} for all its patches
 * @param source a part of it: the host, for instance
 * @param node a part of its name; {@code built-in} for the built-in one
 * @param text a part of anything: the job's name, the platform, a digest, the kind of evidence, {@code unproven}
 */
record UseQuery(String version, String source, String node, String text) {

    static UseQuery of(String version, String source, String node, String text) {
        return new UseQuery(part(version), part(source), part(node), part(text));
    }

    private static String part(String text) {
        return Util.fixNull(text).trim().toLowerCase(Locale.ROOT);
    }

    boolean matches(IndexedUse use) {
        return matchesVersion(use.version())
                && has(use.source(), source)
                && (has(use.node(), node) || use.node().isEmpty() && "built-in".contains(node))
                && (text.isEmpty()
                        || has(use.job(), text)
                        || has(use.node(), text)
                        || has(use.version(), text)
                        || has(use.platform(), text)
                        || has(use.source(), text)
                        || has(use.digests(), text));
    }

    private boolean matchesVersion(String used) {
        if (version.isEmpty() || used.equals(version) || ("go" + used).equals(version)) {
            return true;
        }
        String language = version.endsWith(".x") ? version.substring(0, version.length() - 2) : version;
        return GoVersion.isValid(used) && new GoVersion(used).language().text().equals(language);
    }

    private static boolean has(String whole, String part) {
        return part.isEmpty() || whole.toLowerCase(Locale.ROOT).contains(part);
    }
}
