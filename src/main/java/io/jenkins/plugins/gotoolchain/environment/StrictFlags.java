package io.jenkins.plugins.gotoolchain.environment;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code GOFLAGS} with which a build changes neither go.mod nor go.sum, and the same sources come to the same bytes wherever
 * they lie. What the flags say already stays.
 */
public final class StrictFlags {

    private static final GoVersion FIRST_WITH_TRIMPATH = new GoVersion("1.13");

    /** Those whose values say nothing that is not for a log. */
    private static final Set<String> PRINTABLE = Set.of("mod", "trimpath", "modcacherw", "race", "tags", "buildvcs", "p", "v", "a");

    private StrictFlags() {}

    /**
     * @param flags so far
     * @param vendored whether the module's dependencies lie beside it: then Go reads those by itself
     * @throws ConfigurationException where Go would not read the flags
     */
    public static String of(String flags, GoVersion version, boolean vendored) throws ConfigurationException {
        Set<String> names = Set.copyOf(SettingRules.fields(Setting.GOFLAGS, flags).stream().map(StrictFlags::name).toList());
        StringBuilder all = new StringBuilder(flags.strip());
        if (!vendored && !names.contains("mod")) {
            all.append(" -mod=readonly");
        }
        if (!names.contains("trimpath") && version.compareTo(FIRST_WITH_TRIMPATH) >= 0) {
            all.append(" -trimpath");
        }
        return all.toString().strip();
    }

    /** For a log: the names of all flags, and the values of those that cannot be secret. */
    public static String printable(String flags) throws ConfigurationException {
        List<String> shown = new ArrayList<>();
        for (String flag : SettingRules.fields(Setting.GOFLAGS, flags)) {
            int equals = flag.indexOf('=');
            shown.add(equals < 0 || PRINTABLE.contains(name(flag)) ? flag : flag.substring(0, equals) + "=…");
        }
        return String.join(" ", shown);
    }

    private static String name(String flag) {
        int equals = flag.indexOf('=');
        return (equals < 0 ? flag : flag.substring(0, equals)).replaceFirst("^--?", "");
    }
}
