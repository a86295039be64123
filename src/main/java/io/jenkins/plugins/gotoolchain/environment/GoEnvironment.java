package io.jenkins.plugins.gotoolchain.environment;

import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a build gets, whatever it inherits. The order never changes for the same settings.
 *
 * @param variables to set
 * @param path folders to put in front of {@code PATH}, first one first
 * @param unset variables to take away, because they would lead to another Go than this one
 * @param windows whether the node separates paths by {@code ;} and takes {@code Path} for {@code PATH}
 * @param notes what whoever asked should know, one sentence each
 */
public record GoEnvironment(Map<String, String> variables, List<String> path, List<String> unset, boolean windows,
        List<String> notes) implements Serializable {

    /**
     * {@code GOTOOLDIR}: the tools of another Go; {@code GOROOT_FINAL}: a root that this one does not have; the other
     * two: left by a go command that switched to another toolchain and started the build, they make this one believe
     * that it must be that toolchain.
     */
    private static final List<String> MISLEADING = List.of("GOTOOLDIR", "GOROOT_FINAL",
            "GOTOOLCHAIN_INTERNAL_SWITCH_COUNT", "GOTOOLCHAIN_INTERNAL_SWITCH_VERSION");

    private static final GoVersion FIRST_WITH_CACHE_PROGRAM = new GoVersion("1.24");

    public GoEnvironment {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        path = List.copyOf(path);
        unset = List.copyOf(unset);
        notes = List.copyOf(notes);
    }

    /**
     * @param home the toolchain's folder on the node, absolute, in the node's own notation
     * @param windows whether the node runs Windows
     */
    public static GoEnvironment of(GoVersion version, String home, boolean windows, GoSettings settings) {
        Map<String, String> variables = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        variables.put("GOROOT", home);
        variables.put("GOTOOLCHAIN", "local");
        for (Map.Entry<Setting, String> entry : settings.values().entrySet()) {
            if (entry.getKey() == Setting.GOCACHEPROG && !knowsCacheProgram(version)) {
                notes.add("GOCACHEPROG is left out: Go " + version + " does not know it, 1.24 is the first that does");
                continue;
            }
            variables.put(entry.getKey().name(), entry.getValue());
        }
        String bin = home.endsWith("/") || windows && home.endsWith("\\") ? home + "bin" : home + (windows ? "\\" : "/") + "bin";
        return new GoEnvironment(variables, List.of(bin), MISLEADING, windows, notes);
    }

    /** Whether this go command takes {@code GOCACHEPROG}. */
    public static boolean knowsCacheProgram(GoVersion version) {
        return version.compareTo(FIRST_WITH_CACHE_PROGRAM) >= 0;
    }

    /** The same with something more to know. */
    public GoEnvironment noting(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new GoEnvironment(variables, path, unset, windows, all);
    }

    /** Between two folders of {@code PATH}. */
    public String pathSeparator() {
        return windows ? ";" : ":";
    }

    /** Changes the environment of a process to be started, in place. */
    public void applyTo(Map<String, String> inherited) {
        for (String name : unset) {
            inherited.remove(nameIn(inherited, name));
        }
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            inherited.put(nameIn(inherited, variable.getKey()), variable.getValue());
        }
        String pathName = nameIn(inherited, "PATH");
        String before = inherited.get(pathName);
        String front = String.join(pathSeparator(), path);
        // An empty element of PATH means the current folder: a trailing separator would let a build's own file be run.
        inherited.put(pathName, before == null || before.isEmpty() ? front : front + pathSeparator() + before);
    }

    /** Windows compares names without case, a plain map does not. */
    private String nameIn(Map<String, String> inherited, String name) {
        if (windows) {
            for (String present : inherited.keySet()) {
                if (present.equalsIgnoreCase(name)) {
                    return present;
                }
            }
        }
        return name;
    }
}
