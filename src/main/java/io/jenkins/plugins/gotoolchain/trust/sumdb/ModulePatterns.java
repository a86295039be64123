package io.jenkins.plugins.gotoolchain.trust.sumdb;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.regex.PatternSyntaxException;

/** A list of globs as in GOPRIVATE (go.dev/ref/mod#private-module-privacy). */
final class ModulePatterns {

    private ModulePatterns() {}

    /** Whether a comma-separated list has a glob that matches the path or a leading part of it, element by element. */
    static boolean match(String patterns, String modulePath) {
        for (String pattern : patterns.split(",")) {
            String glob = pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
            if (!glob.isEmpty() && matches(glob, firstElements(modulePath, glob.split("/", -1).length))) {
                return true;
            }
        }
        return false;
    }

    private static String firstElements(String path, int count) {
        int end = -1;
        for (int i = 0; i < count; i++) {
            if (end == path.length()) {
                return null;
            }
            int slash = path.indexOf('/', end + 1);
            end = slash < 0 ? path.length() : slash;
        }
        return path.substring(0, end);
    }

    private static boolean matches(String glob, String path) {
        if (path == null) {
            return false;
        }
        try {
            String plain = glob.replace("{", "\\{").replace("}", "\\}");
            return FileSystems.getDefault().getPathMatcher("glob:" + plain).matches(Path.of(path));
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
