package io.jenkins.plugins.gotoolchain.buildcache;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HexFormat;

/** What goes back to the go command, one JSON object a line, from any thread. */
final class Answers {

    private final JsonFactory json = new JsonFactory();
    private final OutputStream out;

    Answers(OutputStream out) {
        this.out = out;
    }

    void greet() throws IOException {
        send(0, fields -> {
            fields.writeArrayFieldStart("KnownCommands");
            for (String command : new String[] {"get", "put", "close"}) {
                fields.writeString(command);
            }
            fields.writeEndArray();
        });
    }

    void done(long id) throws IOException {
        send(id, fields -> {});
    }

    void miss(long id) throws IOException {
        send(id, fields -> fields.writeBooleanField("Miss", true));
    }

    void error(long id, String problem) throws IOException {
        send(id, fields -> fields.writeStringField("Err", problem));
    }

    void hit(long id, CacheRecord record, Path body) throws IOException {
        send(id, fields -> {
            fields.writeBinaryField("OutputID", HexFormat.of().parseHex(record.output()));
            fields.writeNumberField("Size", record.size());
            fields.writeStringField("Time", record.time().toString());
            fields.writeStringField("DiskPath", body.toString());
        });
    }

    private void send(long id, Fields rest) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator fields = json.createGenerator(line)) {
            fields.writeStartObject();
            fields.writeNumberField("ID", id);
            rest.write(fields);
            fields.writeEndObject();
        }
        line.write('\n');
        synchronized (this) {
            out.write(line.toByteArray());
            out.flush();
        }
    }

    private interface Fields {
        void write(JsonGenerator fields) throws IOException;
    }
}
