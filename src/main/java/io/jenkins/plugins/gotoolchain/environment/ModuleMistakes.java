package io.jenkins.plugins.gotoolchain.environment;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.source.GoProxyList;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What Go accepts, and people rarely mean: private names that leave the house, modules that nothing verifies, a proxy
 * that is never asked. Each is one sentence with what to do; none of them stops a build.
 */
public final class ModuleMistakes {

    /** Hosts of everybody's code: as a whole, none of them is private. */
    private static final Set<String> PUBLIC_CODE = Set.of("github.com", "gitlab.com", "bitbucket.org", "golang.org",
            "google.golang.org", "gopkg.in", "go.uber.org", "codeberg.org");

    private final Map<Setting, String> values;
    private final List<String> isPrivate;
    private final List<String> pastProxies;
    private final List<String> pastDatabase;
    private final List<String> mistakes = new ArrayList<>();

    private ModuleMistakes(GoSettings settings) {
        values = settings.values();
        isPrivate = ModulePatterns.of(values.get(Setting.GOPRIVATE));
        pastProxies = ModulePatterns.of(values.getOrDefault(Setting.GONOPROXY, values.get(Setting.GOPRIVATE)));
        pastDatabase = ModulePatterns.of(values.getOrDefault(Setting.GONOSUMDB, values.get(Setting.GOPRIVATE)));
    }

    /**
     * @param settings as the build gets them, of all levels together
     * @return empty where nothing strikes the eye
     */
    public static List<String> in(GoSettings settings) throws ConfigurationException {
        ModuleMistakes found = new ModuleMistakes(settings);
        String goproxy = found.values.get(Setting.GOPROXY);
        List<GoProxyList.Entry> proxies = goproxy == null ? List.of() : GoProxyList.parse(goproxy).entries();
        if (goproxy != null) {
            found.order(goproxy, proxies);
        }
        for (String pattern : found.isPrivate) {
            if (!ModulePatterns.cover(found.pastDatabase, pattern)) {
                found.leaksToDatabase("GOPRIVATE names " + pattern + ", but GONOSUMDB does not");
            }
        }
        found.privateNames(proxies);
        found.verification();
        found.insecure();
        return List.copyOf(found.mistakes);
    }

    /** Behind {@code direct} or {@code off} nothing is asked, so what is written there is no entry. */
    private void order(String goproxy, List<GoProxyList.Entry> entries) {
        long written = Arrays.stream(goproxy.split("[,|]")).filter(word -> !word.isBlank()).count();
        if (written > entries.size()) {
            String last = entries.get(entries.size() - 1).label();
            mistakes.add("GOPROXY has " + (entries.size() == 1 ? last + " first" : last + " before other entries")
                    + ", and what stands behind it is never asked; put " + last + " last");
        }
    }

    /** A private path is asked of every proxy before the one that has it, public ones too. */
    private void privateNames(List<GoProxyList.Entry> entries) {
        boolean anyError = false;
        String open = entries.isEmpty() ? "Go's default proxy" : null;
        for (int i = 0; i < entries.size() && open == null; i++) {
            open = isPublic(entries.get(i)) ? entries.get(i).label() : null;
            anyError |= open == null && entries.get(i).pastAnyError();
        }
        if (open == null) {
            return;
        }
        for (String pattern : isPrivate) {
            if (!ModulePatterns.cover(pastProxies, pattern)) {
                mistakes.add("GOPRIVATE names " + pattern + ", but GONOPROXY does not: these paths are asked of " + open
                        + ", which is public" + (anyError ? ", also whenever the proxy before it fails" : "")
                        + "; add them to GONOPROXY, leave GONOPROXY out, or take the public proxy out of GOPROXY");
            }
        }
        for (String pattern : ModulePatterns.of(values.get(Setting.GONOSUMDB))) {
            if (!isPrivate.contains(pattern) && !ModulePatterns.cover(pastProxies, pattern) && !isWide(pattern)) {
                mistakes.add("GONOSUMDB names " + pattern + ", which looks private, but GOPRIVATE and GONOPROXY do not: these paths"
                        + " are asked of " + open + ", which is public; add them to GOPRIVATE");
            }
        }
    }

    private void leaksToDatabase(String what) {
        if (!isOff()) {
            mistakes.add(what + ": these paths are looked up in the public checksum database, which learns them and refuses them;"
                    + " add them to GONOSUMDB, or leave GONOSUMDB out");
        }
    }

    /** What is not private should be verified. */
    private void verification() {
        if (isOff()) {
            mistakes.add("GOSUMDB is off, so no module that go.sum does not have yet is verified; take it out, and name what is"
                    + " private in GOPRIVATE");
            return;
        }
        for (String pattern : ModulePatterns.of(values.get(Setting.GONOSUMDB))) {
            if (isWide(pattern)) {
                wide(Setting.GONOSUMDB, pattern);
            } else if (!isPrivate.isEmpty() && !ModulePatterns.cover(isPrivate, pattern)) {
                mistakes.add("GONOSUMDB is wider than GOPRIVATE: nothing verifies " + pattern + ", which GOPRIVATE does not name;"
                        + " add it to GOPRIVATE if it is private, else take it out of GONOSUMDB");
            }
        }
        if (!values.containsKey(Setting.GONOSUMDB)) {
            isPrivate.stream().filter(ModuleMistakes::isWide).forEach(pattern -> wide(Setting.GOPRIVATE, pattern));
        }
    }

    private void wide(Setting setting, String pattern) {
        mistakes.add(setting + " has " + pattern + ", which means public modules too: nothing verifies them; name only your own, such"
                + " as git.example.com or github.com/your-team");
    }

    /** GOINSECURE is about https alone; a host without it is in no public database. */
    private void insecure() {
        for (String pattern : ModulePatterns.of(values.get(Setting.GOINSECURE))) {
            if (isWide(pattern)) {
                mistakes.add("GOINSECURE has " + pattern + ", which lets anyone on the way change public modules; name the one host"
                        + " that has no https");
            } else if (!isOff() && !ModulePatterns.cover(pastDatabase, pattern)) {
                leaksToDatabase("GOINSECURE names " + pattern + ", but neither GONOSUMDB nor GOPRIVATE does");
            }
        }
    }

    private boolean isOff() {
        return "off".equals(values.get(Setting.GOSUMDB));
    }

    /** A star for a whole host, or a host that everybody has code on. */
    private static boolean isWide(String pattern) {
        String host = ModulePatterns.host(pattern);
        boolean whole = pattern.substring(host.length()).matches("[*/]*");
        return host.matches("\\*+|\\*+\\.[a-z]+") || whole && PUBLIC_CODE.contains(host);
    }

    private static boolean isPublic(GoProxyList.Entry entry) {
        URI base = entry.kind() == GoProxyList.Kind.PROXY ? entry.base() : null;
        return base != null && base.getHost() != null && GoHosts.isOfGo(base.getHost().toLowerCase(Locale.ROOT));
    }
}
