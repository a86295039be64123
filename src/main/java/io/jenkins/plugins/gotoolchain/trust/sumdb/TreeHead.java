package io.jenkins.plugins.gotoolchain.trust.sumdb;

/**
 * The size and root hash of the tree at one moment, and the signed note that says so.
 *
 * @param size how many records
 * @param root of the tree
 * @param note the signed note as it came, for keeping and for showing; empty for the empty tree that nobody signed
 */
record TreeHead(long size, Hash root, String note) {

    /** Where every history begins. */
    static final TreeHead EMPTY = new TreeHead(0, Hash.OF_EMPTY_TREE, "");

    private static final String FIRST_LINE = "go.sum database tree\n";

    /**
     * Reads a note's text: {@code go.sum database tree}, the size in decimal, the root in base64, one a line. Lines
     * after these are ignored, so that the format can grow.
     */
    static TreeHead parse(String text, String note) throws MalformedException {
        if (!text.startsWith(FIRST_LINE)) {
            throw new MalformedException("the signed text is no tree head");
        }
        int sizeEnd = text.indexOf('\n', FIRST_LINE.length());
        int rootEnd = sizeEnd < 0 ? -1 : text.indexOf('\n', sizeEnd + 1);
        if (rootEnd < 0) {
            throw new MalformedException("the tree head is cut off");
        }
        long size = Decimal.parse(text.substring(FIRST_LINE.length(), sizeEnd));
        return new TreeHead(size, Hash.parse(text.substring(sizeEnd + 1, rootEnd)), note);
    }
}
