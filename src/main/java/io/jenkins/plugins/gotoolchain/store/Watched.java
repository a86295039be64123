package io.jenkins.plugins.gotoolchain.store;

/** Which files of a toolchain a build runs or compiles. Paths are relative, with slashes. */
final class Watched {

    private Watched() {}

    /** What a build executes: nothing may be added beside it. */
    static boolean executed(String path) {
        return path.startsWith("bin/") || path.startsWith("pkg/tool/");
    }

    /** What is looked at before every use. */
    static boolean onEveryUse(String path) {
        return executed(path) || path.equals("VERSION");
    }

    /**
     * Whether a file that the manifest does not have would become part of builds. Elsewhere, a desktop's or a file
     * server's droppings, and what {@code go install std} of old releases leaves in {@code pkg}, are no damage.
     */
    static boolean harmfulIfAdded(String path) {
        if (executed(path)) {
            return true;
        }
        return (path.startsWith("src/") || path.startsWith("pkg/include/"))
                && path.charAt(path.lastIndexOf('/') + 1) != '.';
    }
}
