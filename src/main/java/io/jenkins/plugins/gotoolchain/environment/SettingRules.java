package io.jenkins.plugins.gotoolchain.environment;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.source.GoProxyList;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what the go command would refuse, or silently misread, before a build runs into it. Values never appear in the
 * messages whole: a malformed one may hold a secret.
 */
final class SettingRules {

    private SettingRules() {}

    static void check(Setting setting, String value) throws ConfigurationException {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' || c == 0x7f) {
                throw wrong(setting, "has a control character (code " + (int) c + ") at position " + (i + 1),
                        "write it on one line, as it would stand in a shell");
            }
        }
        switch (setting) {
            case GOPROXY -> checkProxies(value);
            case GONOPROXY, GOPRIVATE, GONOSUMDB, GOINSECURE -> checkPatterns(setting, value);
            case GOSUMDB -> checkDatabase(value);
            case GOVCS -> VcsRules.check(value);
            case GOFLAGS -> checkFlags(value);
            case GOCACHE, GOMODCACHE -> checkFolder(setting, value);
            case GOCACHEPROG -> fields(setting, value);
        }
    }

    private static void checkProxies(String value) throws ConfigurationException {
        for (GoProxyList.Entry entry : GoProxyList.parse(value).entries()) {
            if (entry.credentials() != null) {
                throw wrong(Setting.GOPROXY, "carries a user or a password for " + entry.label(),
                        "put them where the go command reads them itself: a netrc file, or GOAUTH from Go 1.24 on");
            }
        }
    }

    /** The go command does not trim patterns: one with a space never matches, and what was private goes public. */
    private static void checkPatterns(Setting setting, String value) throws ConfigurationException {
        for (String pattern : value.split(",")) {
            if (!pattern.strip().equals(pattern) || pattern.indexOf(' ') >= 0) {
                throw wrong(setting, "has a space in the pattern \"" + pattern + "\", which Go takes for a part of it",
                        "separate patterns with commas alone");
            }
            if (pattern.contains("://")) {
                throw wrong(setting, "names a URL, but its patterns are module paths", "leave out the scheme: git.example.com/team");
            }
            String never = ModulePatterns.whyItMatchesNothing(pattern);
            if (never != null) {
                throw wrong(setting, "has the pattern \"" + pattern + "\", which never matches: " + never,
                        "write the beginning of the module paths, such as git.example.com/team; all below it are meant then");
            }
        }
    }

    private static void checkDatabase(String value) throws ConfigurationException {
        int count = 0;
        for (String field : value.split("[ \t]+")) {
            count += field.isEmpty() ? 0 : 1;
        }
        if (count > 2) {
            throw wrong(Setting.GOSUMDB, "has more than a name or key and a URL", "use \"off\", a name, \"name+hash+key\", or one of these and a URL");
        }
    }

    /** As {@code InitGOFLAGS} of cmd/go/internal/base does. */
    private static void checkFlags(String value) throws ConfigurationException {
        for (String flag : fields(Setting.GOFLAGS, value)) {
            if (!flag.startsWith("-") || flag.equals("-") || flag.equals("--") || flag.startsWith("---")
                    || flag.startsWith("-=") || flag.startsWith("--=")) {
                throw wrong(Setting.GOFLAGS, "has \"" + flag + "\", which is no flag",
                        "write each as -name=value; one with a space in it goes into quotes as a whole");
            }
        }
    }

    /** The node may run another system than this process, so both kinds of absolute path are good here. */
    private static void checkFolder(Setting setting, String value) throws ConfigurationException {
        boolean windows = value.length() > 2 && Character.isLetter(value.charAt(0)) && value.charAt(1) == ':'
                && (value.charAt(2) == '\\' || value.charAt(2) == '/');
        if (!value.startsWith("/") && !windows && !value.startsWith("\\\\")) {
            throw wrong(setting, "is no absolute path", "give the folder's whole path on the node");
        }
    }

    /** Fields separated by spaces, whole ones quoted, as cmd/internal/quoted splits them. */
    static List<String> fields(Setting setting, String value) throws ConfigurationException {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (at < value.length()) {
            char c = value.charAt(at);
            if (c == ' ' || c == '\t') {
                at++;
                continue;
            }
            int from = at;
            if (c == '"' || c == '\'') {
                int end = value.indexOf(c, at + 1);
                if (end < 0) {
                    throw wrong(setting, "has a quote that is never closed", "close it; Go knows no escapes inside quotes");
                }
                fields.add(value.substring(from + 1, end));
                at = end + 1;
            } else {
                while (at < value.length() && value.charAt(at) != ' ' && value.charAt(at) != '\t') {
                    at++;
                }
                fields.add(value.substring(from, at));
            }
        }
        return fields;
    }

    static ConfigurationException wrong(Setting setting, String what, String advice) {
        return new ConfigurationException(setting + " " + what, advice);
    }
}
