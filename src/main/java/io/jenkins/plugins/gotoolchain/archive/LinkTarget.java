package io.jenkins.plugins.gotoolchain.archive;

/**
 * Which targets a symbolic link may have: first any number of {@code ../} that stay in the tree, then plain names. A
 * {@code ..} after a name is never allowed, as that name may be a link itself; so no chain of links can lead out.
 */
final class LinkTarget {

    private LinkTarget() {}

    /** @return what is wrong with the link, to be read after its name; null where nothing is */
    static String flaw(String path, String target, int maxLength) {
        int depth = 0;
        for (int i = path.indexOf('/'); i >= 0; i = path.indexOf('/', i + 1)) {
            depth++;
        }
        int from = 0;
        while (target.startsWith("../", from)) {
            from += 3;
            depth--;
        }
        String rest = target.substring(from);
        if (depth < 0 || rest.equals("..") || target.startsWith("/") || EntryName.flaw(rest, maxLength) != null) {
            return "is a link that leaves the folder, or may";
        }
        return null;
    }
}
