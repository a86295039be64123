package io.jenkins.plugins.gotoolchain.diagnose.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The rules of {@code rules.json}, a list of objects: {@code id}, {@code rank}, {@code go} where only Go says so, {@code anchors}, {@code pattern}, {@code en} and
 * {@code zh} with {@code problem} and {@code todo}, {@code examples}, and {@code note} where the lines were not recorded.
 */
final class CauseRules {

    private static final List<CauseRule> ALL = read();

    private CauseRules() {}

    static List<CauseRule> all() {
        return ALL;
    }

    private static List<CauseRule> read() {
        List<CauseRule> rules = new ArrayList<>();
        try (InputStream in = CauseRules.class.getResourceAsStream("rules.json");
                JsonParser json = new JsonFactory().createParser(in)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                rules.add(rule(json));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the rules cannot be read", e);
        }
        return List.copyOf(rules);
    }

    private static CauseRule rule(JsonParser json) throws IOException {
        Map<String, String> texts = new HashMap<>();
        Map<String, List<String>> lists = new HashMap<>();
        Map<String, String> problem = new HashMap<>();
        Map<String, String> todo = new HashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_ARRAY) {
                List<String> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(json.getText());
                }
                lists.put(name, List.copyOf(list));
            } else if (value == JsonToken.START_OBJECT) {
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    String key = json.currentName();
                    json.nextToken();
                    (key.equals("problem") ? problem : todo).put(name, json.getText());
                }
            } else {
                texts.put(name, json.getText());
            }
        }
        return new CauseRule(
                texts.get("id"),
                Integer.parseInt(texts.get("rank")),
                Boolean.parseBoolean(texts.get("go")),
                lists.get("anchors"),
                Pattern.compile(texts.get("pattern")),
                problem,
                todo,
                lists.get("examples"),
                texts.getOrDefault("note", ""));
    }
}
