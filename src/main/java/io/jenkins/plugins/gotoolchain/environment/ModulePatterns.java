package io.jenkins.plugins.gotoolchain.environment;

import java.util.ArrayList;
import java.util.List;

/**
 * The patterns of GOPRIVATE, GONOPROXY, GONOSUMDB and GOINSECURE: each is a glob of path.Match over as many elements of
 * a module path's beginning as it has itself (MatchPrefixPatterns of golang.org/x/mod/module).
 */
final class ModulePatterns {

    private ModulePatterns() {}

    /** Those that are not empty, without the slash at their end, which Go drops too. */
    static List<String> of(String value) {
        List<String> patterns = new ArrayList<>();
        for (String pattern : value == null ? new String[0] : value.split(",")) {
            String trimmed = pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
            if (!trimmed.isBlank()) {
                patterns.add(trimmed);
            }
        }
        return patterns;
    }

    /** The first element. */
    static String host(String pattern) {
        int slash = pattern.indexOf('/');
        return slash < 0 ? pattern : pattern.substring(0, slash);
    }

    /** @return null where it can match; else why it cannot, for people */
    static String whyItMatchesNothing(String pattern) {
        if (pattern.startsWith("/")) {
            return "no module path begins with a slash";
        }
        for (String element : pattern.split("/")) {
            if (element.equals("...")) {
                return "the three dots of package lists mean nothing here";
            }
        }
        String host = host(pattern);
        if (host.indexOf('[') < 0 && host.chars().anyMatch(c -> c >= 'A' && c <= 'Z')) {
            return "the first element of a module path has no capitals";
        }
        return isWellFormed(pattern) ? null : "it is no glob that Go can read";
    }

    /** Every class is closed and not empty, and no backslash is the last. */
    private static boolean isWellFormed(String pattern) {
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at++);
            if (c == '\\' && at++ >= pattern.length()) {
                return false;
            }
            if (c == '[') {
                int from = at < pattern.length() && pattern.charAt(at) == '^' ? at + 1 : at;
                int end = pattern.indexOf(']', from);
                if (end <= from) {
                    return false;
                }
                at = end + 1;
            }
        }
        return true;
    }

    /** Whether one of these means everything that the pattern means, as far as that can be told without a path. */
    static boolean cover(List<String> wider, String pattern) {
        String[] elements = pattern.split("/");
        for (String one : wider) {
            String[] front = one.split("/");
            boolean all = front.length <= elements.length;
            for (int i = 0; all && i < front.length; i++) {
                all = covers(front[i], elements[i]);
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    /** One element over another; stars and question marks of the covered one are taken for characters. */
    private static boolean covers(String wide, String narrow) {
        if (wide.equals(narrow)) {
            return true;
        }
        if (wide.indexOf('[') >= 0 || wide.indexOf('\\') >= 0 || wide.indexOf('?') >= 0) {
            return false;
        }
        StringBuilder expression = new StringBuilder();
        for (String part : wide.split("\\*", -1)) {
            expression.append(expression.length() == 0 ? "" : ".*").append(part.isEmpty() ? "(?:)" : java.util.regex.Pattern.quote(part));
        }
        return narrow.matches(expression.toString());
    }
}
