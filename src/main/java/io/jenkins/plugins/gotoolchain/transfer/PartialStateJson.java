package io.jenkins.plugins.gotoolchain.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** A partial's state as JSON: an object with a schema number and one member for each component of the record. */
final class PartialStateJson {

    private static final int SCHEMA = 1;
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final List<String> TEXTS =
            List.of("url", "etag", "lastModified", "date", "sha256", "contentKey");

    private PartialStateJson() {}

    static void write(PartialState state, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("schema", SCHEMA);
            json.writeStringField("url", state.url());
            json.writeStringField("etag", state.etag());
            json.writeStringField("lastModified", state.lastModified());
            json.writeStringField("date", state.date());
            json.writeNumberField("size", state.size());
            json.writeStringField("sha256", state.sha256());
            json.writeStringField("contentKey", state.contentKey());
            json.writeBooleanField("mixed", state.mixed());
            json.writeEndObject();
        }
    }

    /** @return null if it is none that this version wrote: its bytes are worth nothing then */
    static PartialState read(InputStream in) {
        try (JsonParser json = FACTORY.createParser(in)) {
            return read(json);
        } catch (IOException e) {
            return null;
        }
    }

    private static PartialState read(JsonParser json) throws IOException {
        String[] texts = new String[TEXTS.size()];
        long schema = -1;
        long size = -2;
        boolean mixed = true;
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            int text = TEXTS.indexOf(name);
            if (text >= 0) {
                texts[text] = value == JsonToken.VALUE_NULL ? null : json.getText();
            } else if (name.equals("schema")) {
                schema = json.getLongValue();
            } else if (name.equals("size")) {
                size = json.getLongValue();
            } else if (name.equals("mixed")) {
                mixed = json.getBooleanValue();
            } else {
                json.skipChildren();
            }
        }
        if (json.currentToken() != JsonToken.END_OBJECT || schema != SCHEMA || texts[0] == null || size < -1) {
            return null;
        }
        return new PartialState(texts[0], texts[1], texts[2], texts[3], size, texts[4], texts[5], mixed);
    }
}
