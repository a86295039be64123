package io.jenkins.plugins.gotoolchain.trust.sumdb;

import java.nio.charset.StandardCharsets;

/**
 * An answer to a look-up: the record's number, its lines, a blank line, and the signed note of a tree that has it.
 *
 * @param number the record's place in the tree, from 0
 * @param text the record as it is hashed: whole lines, none of them blank
 * @param note the signed note, not yet looked at
 */
record ChecksumRecord(long number, String text, String note) {

    static ChecksumRecord parse(byte[] answer) throws MalformedException {
        String all = PlainText.decode(answer);
        int numberEnd = all.indexOf('\n');
        if (numberEnd < 0) {
            throw new MalformedException("no record number");
        }
        long number = Decimal.parse(all.substring(0, numberEnd));
        int textEnd = all.indexOf("\n\n", numberEnd + 1);
        if (textEnd < 0 || all.charAt(numberEnd + 1) == '\n') {
            throw new MalformedException("no record text followed by a signed tree");
        }
        return new ChecksumRecord(number, all.substring(numberEnd + 1, textEnd + 1), all.substring(textEnd + 2));
    }

    Hash leaf() {
        return Hash.ofLeaf(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The {@code h1:} hash in the record's own text for exactly this module and version. Nothing but that text is
     * looked at: what follows it is not part of what the tree proves.
     *
     * @return null where the record has no line for it
     * @throws MalformedException where there are two that differ, or it is no hash
     */
    String hashOf(String module, String version) throws MalformedException {
        String wanted = module + " " + version + " h1:";
        String found = null;
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            if (text.startsWith(wanted, from)) {
                String hash = text.substring(from + wanted.length() - 3, end);
                Hash.parse(hash.substring(3));
                if (found != null && !found.equals(hash)) {
                    throw new MalformedException("two different hashes for " + module + "@" + version);
                }
                found = hash;
            }
            from = end + 1;
        }
        return found;
    }
}
