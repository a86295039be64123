package io.jenkins.plugins.gotoolchain.version;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.Exact;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.InFile;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.NewestPatch;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.OldStable;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.Stable;
import java.util.Locale;

/** Reads selectors. */
final class SelectorSyntax {

    private static final String FORMS =
            "write a release (1.24.1), a language version (1.24 or 1.24.x: its newest patch), stable, oldstable,"
                    + " or a file that says it: go.mod, go.work, .go-version, .tool-versions";

    private SelectorSyntax() {}

    static VersionSelector parse(String written) throws VersionException {
        String text = written == null ? "" : written.strip();
        if (text.isEmpty()) {
            throw new VersionException("no Go version was named", FORMS);
        }
        switch (text.toLowerCase(Locale.ROOT)) {
            case "stable":
                return new Stable();
            case "oldstable":
                return new OldStable();
            default:
                return namesFile(text) ? new InFile(checkPath(text)) : parseVersion(text);
        }
    }

    private static boolean namesFile(String text) {
        String name = lastName(text);
        return name.equals("go.mod")
                || name.equals("go.work")
                || name.equals(".go-version")
                || name.equals(".tool-versions");
    }

    static String lastName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** The path must stay in the workspace; what a link does is looked at when the file is opened. */
    private static String checkPath(String text) throws VersionException {
        String path = text.replace('\\', '/');
        boolean leaves = path.startsWith("/") || path.indexOf(':') >= 0;
        for (int i = 0; i < path.length(); i++) {
            leaves |= path.charAt(i) < ' ';
        }
        for (String name : path.split("/", -1)) {
            leaves |= name.equals("..");
        }
        if (leaves) {
            throw new VersionException(
                    Quoted.of(text) + " is not a path inside the workspace", "name the file relative to the workspace");
        }
        return path.startsWith("./") ? path.substring(2) : path;
    }

    private static VersionSelector parseVersion(String text) throws VersionException {
        String bare = text.startsWith("go") ? text.substring(2) : text;
        boolean anyPatch = bare.endsWith(".x");
        String version = anyPatch ? bare.substring(0, bare.length() - 2) : bare;
        VersionParts parts = VersionParts.parse(version);
        if (parts == null || anyPatch && dots(version) != 1 || anyPatch && parts.isPrerelease()) {
            throw new VersionException(Quoted.of(text) + " does not name a version of Go", FORMS);
        }
        if (dots(version) == 0) {
            throw new VersionException(
                    Quoted.of(text) + " says too little: Go " + version + " has many language versions",
                    "write stable for the newest release, or a language version such as 1.24");
        }
        GoVersion named = new GoVersion(version);
        boolean language = dots(version) == 1 && !parts.isPrerelease();
        return language ? new NewestPatch(text, named.language()) : new Exact(text, named);
    }

    private static int dots(String text) {
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '.') {
                dots++;
            }
        }
        return dots;
    }
}
