package io.jenkins.plugins.gotoolchain.store;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A receipt's form on disk:
 *
 * <pre>
 * {"schema":1, "version":"1.24.1", "platform":"linux/amd64", "source":"…",
 *  "archive":{"name":"…","size":1,"sha256":"…"}, "pins":["…"], "evidence":[{"kind":"sumdb","how":"…"}],
 *  "tree":{"digest":"…","files":1,"bytes":1}, "time":"2026-01-31T23:59:59Z", "plugin":"…", "resolvedFrom":"…"}
 * </pre>
 *
 * <p>Evidence of the kind {@code signature} has a {@code "key"} too, the fingerprint of the primary key; the
 * archive of a module an {@code "h1"}.
 *
 * <p>Fields it does not know are passed over, so that an older version may share a store with a newer one; a higher
 * schema number says that a known field means something else, and is refused.
 */
final class ReceiptJson {

    /** More than any receipt has, in bytes. */
    static final int LIMIT = 64 * 1024;

    private static final JsonFactory FACTORY = new JsonFactory();

    private ReceiptJson() {}

    static byte[] write(Receipt receipt) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("schema", receipt.schema());
            json.writeStringField("version", receipt.version().text());
            json.writeStringField("platform", receipt.platform().toString());
            json.writeStringField("source", receipt.source());
            json.writeObjectFieldStart("archive");
            json.writeStringField("name", receipt.archiveName());
            json.writeNumberField("size", receipt.archiveSize());
            json.writeStringField("sha256", receipt.archiveSha256());
            if (!receipt.moduleHash().isEmpty()) {
                json.writeStringField("h1", receipt.moduleHash());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("pins");
            for (String pin : receipt.pins()) {
                json.writeString(pin);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("evidence");
            for (ReceiptEvidence one : receipt.evidence()) {
                json.writeStartObject();
                json.writeStringField("kind", one.kind());
                json.writeStringField("how", one.how());
                if (!one.key().isEmpty()) {
                    json.writeStringField("key", one.key());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeObjectFieldStart("tree");
            json.writeStringField("digest", receipt.treeDigest());
            json.writeNumberField("files", receipt.treeFiles());
            json.writeNumberField("bytes", receipt.treeBytes());
            json.writeEndObject();
            json.writeStringField("time", receipt.installedAt());
            json.writeStringField("plugin", receipt.pluginVersion());
            json.writeStringField("resolvedFrom", receipt.resolvedFrom());
            json.writeEndObject();
        }
        bytes.write('\n');
        if (bytes.size() > LIMIT) {
            throw new IOException("the receipt would be longer than " + LIMIT + " bytes");
        }
        return bytes.toByteArray();
    }

    /** @throws IOException where these bytes are no receipt, saying why */
    static Receipt read(byte[] bytes) throws IOException {
        if (bytes.length > LIMIT) {
            throw new IOException("longer than " + LIMIT + " bytes");
        }
        Map<String, String> fields = new HashMap<>();
        List<String> pins = new ArrayList<>();
        List<ReceiptEvidence> evidence = new ArrayList<>();
        try (JsonParser json = FACTORY.createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("pins") && value == JsonToken.START_ARRAY) {
                    readPins(json, pins);
                } else if (name.equals("evidence") && value == JsonToken.START_ARRAY) {
                    readEvidence(json, evidence);
                } else if ((name.equals("archive") || name.equals("tree")) && value == JsonToken.START_OBJECT) {
                    readScalars(json, name + ".", fields);
                } else {
                    keep(json, name, fields);
                }
            }
            if (json.nextToken() != null) {
                throw new IOException("something follows the receipt");
            }
        } catch (JacksonException e) {
            throw new IOException("not JSON: " + e.getOriginalMessage(), e);
        }
        return new ReceiptFields(fields).receipt(pins, evidence);
    }

    private static void readPins(JsonParser json, List<String> pins) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                throw new IOException("a pin is no text");
            }
            pins.add(ReceiptFields.sha256("pins", json.getText()));
        }
    }

    private static void readEvidence(JsonParser json, List<ReceiptEvidence> evidence) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw new IOException("a piece of evidence is no object");
            }
            Map<String, String> fields = new HashMap<>();
            readScalars(json, "", fields);
            ReceiptFields one = new ReceiptFields(fields);
            evidence.add(new ReceiptEvidence(one.text("kind"), one.text("how"), fields.getOrDefault("key", "")));
        }
    }

    private static void readScalars(JsonParser json, String prefix, Map<String, String> fields) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            keep(json, prefix + name, fields);
        }
    }

    private static void keep(JsonParser json, String name, Map<String, String> fields) throws IOException {
        JsonToken value = json.currentToken();
        if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        String text = value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT ? json.getText() : "";
        if (fields.put(name, text) != null) {
            throw new IOException("\"" + name + "\" comes twice");
        }
    }
}
