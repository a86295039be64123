package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.pins.Pin;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The fields of a receipt as they were read, made into what they mean. Each error names its field. */
final class ReceiptFields {

    private final Map<String, String> fields;

    ReceiptFields(Map<String, String> fields) {
        this.fields = fields;
    }

    Receipt receipt(List<String> pins, List<ReceiptEvidence> evidence) throws IOException {
        int schema = (int) number("schema", 1, Integer.MAX_VALUE);
        if (schema != Receipt.SCHEMA) {
            throw new IOException("written by a newer version of this plugin (schema " + schema + ")");
        }
        if (evidence.isEmpty()) {
            throw new IOException("no evidence");
        }
        try {
            return new Receipt(
                    schema,
                    GoVersion.parse(text("version")),
                    Platform.parse(text("platform")),
                    text("source"),
                    text("archive.name"),
                    number("archive.size", 0, Long.MAX_VALUE),
                    sha256("archive.sha256", text("archive.sha256")),
                    pins,
                    evidence,
                    sha256("tree.digest", text("tree.digest")),
                    (int) number("tree.files", 0, Integer.MAX_VALUE),
                    number("tree.bytes", 0, Long.MAX_VALUE),
                    time("time"),
                    text("plugin"),
                    text("resolvedFrom"),
                    moduleHash("archive.h1"));
        } catch (VersionException e) {
            throw new IOException(e.problem(), e);
        }
    }

    String text(String name) throws IOException {
        String text = fields.get(name);
        if (text == null) {
            throw new IOException("no \"" + name + "\"");
        }
        return text;
    }

    private long number(String name, long least, long most) throws IOException {
        try {
            long number = Long.parseLong(text(name));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IOException("\"" + name + "\" is no number that it can be");
    }

    private String time(String name) throws IOException {
        String text = text(name);
        try {
            Instant.parse(text);
            return text;
        } catch (DateTimeException e) {
            throw new IOException("\"" + name + "\" is no time", e);
        }
    }

    private String moduleHash(String name) throws IOException {
        String text = fields.getOrDefault(name, "");
        if (!text.isEmpty() && !Pin.isModuleHash(text)) {
            throw new IOException("\"" + name + "\" is no hash of a module");
        }
        return text;
    }

    static String sha256(String name, String text) throws IOException {
        boolean good = text.length() == 64;
        for (int i = 0; good && i < text.length(); i++) {
            char c = text.charAt(i);
            good = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
        }
        if (!good) {
            throw new IOException("\"" + name + "\" is no SHA-256");
        }
        return text;
    }
}
