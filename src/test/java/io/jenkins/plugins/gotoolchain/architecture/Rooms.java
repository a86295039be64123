package io.jenkins.plugins.gotoolchain.architecture;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of rooms in {@code docs/architecture.md}: for each room, in order, the rooms that it may use.
 *
 * @param mayUse by the room's name: its package without {@link #BASE}, of the Jenkins side {@code jenkins.tool}
 */
record Rooms(Map<String, Set<String>> mayUse) {

    static final String BASE = "io.jenkins.plugins.gotoolchain";
    static final String JENKINS_SIDE = "jenkins";

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z.]+)` \\|[^|]*\\|([^|]*)\\|$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");

    static Rooms documented() {
        Map<String, Set<String>> rooms = new LinkedHashMap<>();
        Matcher row = ROW.matcher(SourceTree.text("docs/architecture.md").replace("\r", ""));
        while (row.find()) {
            Set<String> used = new LinkedHashSet<>();
            Matcher name = NAME.matcher(row.group(2));
            while (name.find()) {
                used.add(name.group(1));
            }
            rooms.putIfAbsent(row.group(1), used);
        }
        return new Rooms(rooms);
    }

    /** The room of a package of this project; empty for any other package. */
    static Optional<String> of(String packageName) {
        if (packageName.equals(BASE)) {
            return Optional.of("");
        }
        if (!packageName.startsWith(BASE + ".")) {
            return Optional.empty();
        }
        String[] names = packageName.substring(BASE.length() + 1).split("\\.");
        return Optional.of(names[0].equals(JENKINS_SIDE) && names.length > 1 ? names[0] + "." + names[1] : names[0]);
    }

    static boolean isJenkinsSide(String room) {
        return room.startsWith(JENKINS_SIDE + ".");
    }

    boolean allows(String from, String to) {
        return from.equals(to) || mayUse.getOrDefault(from, Set.of()).contains(to);
    }
}
