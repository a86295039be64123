package io.jenkins.plugins.gotoolchain.store;

import java.util.List;

/**
 * What a receipt says beside what the proof does.
 *
 * @param source printable, no secrets
 * @param archiveName the archive's file name
 * @param resolvedFrom what was asked for and how it came to this version
 * @param pluginVersion of the program that installs
 * @param pins the digests that the configuration pins for this archive, lower-case hex; empty where none
 */
public record ReceiptDraft(
        String source, String archiveName, String resolvedFrom, String pluginVersion, List<String> pins) {

    public ReceiptDraft {
        pins = List.copyOf(pins);
    }
}
