package io.jenkins.plugins.gotoolchain.diagnose.log;

import io.jenkins.plugins.gotoolchain.diagnose.FindingText;
import io.jenkins.plugins.gotoolchain.diagnose.LogKind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a cause means and what to do about it, in English or Chinese. */
public final class CauseText {

    private static final Pattern VALUE = Pattern.compile("\\{([a-z]+)\\}");

    /** What stands for a value that the lines do not name. */
    private static final Map<String, String> UNNAMED_EN = Map.of(
            "host", "the other side", "url", "an address", "code", "a server's", "path", "a folder", "who", "a module");
    private static final Map<String, String> UNNAMED_ZH =
            Map.of("host", "对方", "url", "某个地址", "code", "服务器的", "path", "某个目录", "who", "某个模块");

    private static final Map<String, CauseRule> RULES = new HashMap<>();

    static {
        CauseRules.all().forEach(rule -> RULES.put(rule.id(), rule));
    }

    private final boolean chinese;
    private final FindingText kinds;

    public CauseText(Locale locale) {
        chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        kinds = new FindingText(locale);
    }

    /** What happened. */
    public String problem(Cause cause) {
        CauseRule rule = RULES.get(cause.rule());
        return rule == null
                ? kinds.problem(kind(cause.rule()), cause.values().get("version"))
                : filled(rule.problem(), cause.values());
    }

    /** What to do. */
    public String todo(Cause cause) {
        CauseRule rule = RULES.get(cause.rule());
        return rule == null
                ? kinds.advice(kind(cause.rule()), cause.values().get("version"))
                : filled(rule.todo(), cause.values());
    }

    /** Whether there is such a rule; a later version may have had others. */
    public static boolean isKnown(String rule) {
        if (RULES.containsKey(rule)) {
            return true;
        }
        for (LogKind kind : LogKind.values()) {
            if (name(kind).equals(rule)) {
                return true;
            }
        }
        return false;
    }

    private String filled(Map<String, String> texts, Map<String, String> values) {
        Map<String, String> unnamed = chinese ? UNNAMED_ZH : UNNAMED_EN;
        return VALUE.matcher(texts.get(chinese ? "zh" : "en")).replaceAll(value -> Matcher.quoteReplacement(
                values.getOrDefault(value.group(1), unnamed.getOrDefault(value.group(1), "?"))));
    }

    static String name(LogKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static LogKind kind(String name) {
        return LogKind.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** That there is no go is what follows from something else; that go fetches one by itself, more often than not too. */
    static int rank(LogKind kind) {
        return switch (kind) {
            case NO_GO -> 31;
            case FETCHES_TOOLCHAIN -> 35;
            case FETCHES_GO -> 36;
        };
    }
}
