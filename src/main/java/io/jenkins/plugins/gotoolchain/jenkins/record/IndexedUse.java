package io.jenkins.plugins.gotoolchain.jenkins.record;

import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.jenkins.node.AgentText;
import java.util.StringJoiner;

/**
 * One line of the index of all builds' records: enough to find the build by. What it says is looked up in the build's
 * own record before anybody is told.
 *
 * @param job its full name when the line was written
 * @param build its number
 * @param time when the build first used the toolchain, in milliseconds since 1970
 * @param node empty for the built-in one
 * @param digests and what else an administrator may search for, with blanks between
 */
record IndexedUse(
        String job, int build, long time, String node, String version, String platform, String source, String digests) {

    private static final String SCHEMA = "1";

    static IndexedUse of(Run<?, ?> run, ToolchainUse use) {
        StringJoiner digests = new StringJoiner(" ");
        for (ToolchainEvidence evidence : use.getEvidence()) {
            digests.add(evidence.getKind());
        }
        if (!use.getUnproven().isEmpty()) {
            digests.add("unproven");
        }
        digests.add(use.getArchiveSha256()).add(use.getTreeDigest());
        return new IndexedUse(
                run.getParent().getFullName(), run.getNumber(), use.getTime().getTime(), use.getNode(),
                use.getVersion(), use.getPlatform(), use.getSource(), digests.toString());
    }

    /** @return null where it is no line of this form, or was not written whole */
    static IndexedUse parse(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 9 || !parts[0].equals(SCHEMA)) {
            return null;
        }
        try {
            return new IndexedUse(
                    parts[1], Integer.parseInt(parts[2]), Long.parseLong(parts[3]), parts[4], parts[5], parts[6],
                    parts[7], parts[8]);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Without a line's end. No part can have a tab: Jenkins allows none in names, and {@link AgentText} none elsewhere. */
    String line() {
        return String.join(
                "\t", SCHEMA, job, Integer.toString(build), Long.toString(time), node, version, platform, source, digests);
    }
}
