package io.jenkins.plugins.gotoolchain.diagnose.log;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one cause shows in a log.
 *
 * @param onlyGo whether nothing but a build with Go says so
 * @param anchors bytes of which one is in each such line
 * @param pattern with named groups for what it names; {@code host2} is another place for {@code host}
 * @param problem what it means, by language, with the groups in braces
 * @param todo what to do about it, likewise
 * @param examples lines that it is for
 * @param note where the lines come from, where they are not recorded; may be empty
 */
record CauseRule(
        String id,
        int rank,
        boolean onlyGo,
        List<String> anchors,
        Pattern pattern,
        Map<String, String> problem,
        Map<String, String> todo,
        List<String> examples,
        String note) {

    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-z]+)(\\d*)>");
    private static final int LONGEST = 200;

    /** @return null where the line is none of these */
    Map<String, String> match(String line) {
        Matcher match = pattern.matcher(line);
        if (!match.find()) {
            return null;
        }
        Map<String, String> values = new TreeMap<>();
        Set<String> groups = new LinkedHashSet<>();
        Matcher names = GROUP.matcher(pattern.pattern());
        while (names.find()) {
            groups.add(names.group(1) + names.group(2));
        }
        for (String group : groups) {
            String value = match.group(group);
            if (value != null) {
                values.put(group.replaceAll("\\d", ""), value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value);
            }
        }
        return values;
    }
}
