package io.jenkins.plugins.gotoolchain.environment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The parts of an environment as one JSON object. */
final class JsonText {

    private JsonText() {}

    static String of(GoEnvironment environment, SettingOrigins origins) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeObjectFieldStart("variables");
            for (Map.Entry<String, String> variable : environment.variables().entrySet()) {
                json.writeStringField(variable.getKey(), variable.getValue());
            }
            json.writeEndObject();
            list(json, "path", environment.path());
            json.writeStringField("pathSeparator", environment.pathSeparator());
            list(json, "unset", environment.unset());
            list(json, "notes", environment.notes());
            json.writeObjectFieldStart("origins");
            for (Map.Entry<Setting, String> origin : origins.origins().entrySet()) {
                json.writeStringField(origin.getKey().name(), origin.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return text.append('\n').toString();
    }

    private static void list(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
