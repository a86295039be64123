package io.jenkins.plugins.gotoolchain.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** One JSON object on standard output, indented, with a newline at its end. */
final class JsonPrinter implements Closeable {

    private final JsonGenerator json;

    JsonPrinter() throws IOException {
        json = new JsonFactory().createGenerator(System.out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.useDefaultPrettyPrinter();
        json.writeStartObject();
    }

    /** Begins an object under a name, or in an array where the name is null. */
    void object(String name) throws IOException {
        if (name != null) {
            json.writeFieldName(name);
        }
        json.writeStartObject();
    }

    void end() throws IOException {
        json.writeEndObject();
    }

    void array(String name) throws IOException {
        json.writeArrayFieldStart(name);
    }

    void endArray() throws IOException {
        json.writeEndArray();
    }

    void field(String name, String value) throws IOException {
        json.writeStringField(name, value);
    }

    void field(String name, long value) throws IOException {
        json.writeNumberField(name, value);
    }

    void field(String name, boolean value) throws IOException {
        json.writeBooleanField(name, value);
    }

    void strings(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    /** A value that is JSON already. */
    void raw(String name, String value) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue(value);
    }

    @Override
    public void close() throws IOException {
        json.writeEndObject();
        json.flush();
        json.close();
        System.out.println();
    }
}
