package io.jenkins.plugins.gotoolchain.environment;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.util.HashSet;
import java.util.Set;

/** GOVCS as parseGOVCS of cmd/go/internal/vcs reads it: {@code pattern:list} with commas between, lists with bars. */
final class VcsRules {

    /** What vcsList of the same package knows, and the two words of {@code go help vcs}. */
    private static final Set<String> KNOWN = Set.of("git", "hg", "svn", "bzr", "fossil", "all", "off");

    private static final String ADVICE = "write it as public:git|hg,private:all, or with a module path before the colon";

    private VcsRules() {}

    static void check(String value) throws ConfigurationException {
        Set<String> seen = new HashSet<>();
        for (String item : value.split(",", -1)) {
            int colon = item.indexOf(':');
            if (colon < 0) {
                throw wrong(item.isBlank() ? "has an empty entry" : "has the entry \"" + item.strip() + "\" without a colon");
            }
            String pattern = item.substring(0, colon).strip();
            if (pattern.isEmpty()) {
                throw wrong("has an entry with nothing before its colon");
            }
            if (pattern.startsWith("./") || pattern.startsWith("../") || pattern.equals(".") || pattern.equals("..")) {
                throw wrong("has the relative pattern \"" + pattern + "\"");
            }
            if (!seen.add(pattern)) {
                throw wrong("has \"" + pattern + "\" twice, and the second one would never count");
            }
            for (String name : item.substring(colon + 1).split("\\|", -1)) {
                if (!KNOWN.contains(name.strip())) {
                    throw wrong("allows \"" + name.strip() + "\" for \"" + pattern
                            + "\"; Go knows git, hg, svn, bzr, fossil, all and off");
                }
            }
        }
    }

    private static ConfigurationException wrong(String what) {
        return SettingRules.wrong(Setting.GOVCS, what, ADVICE);
    }
}
