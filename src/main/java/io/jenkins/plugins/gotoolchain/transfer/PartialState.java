package io.jenkins.plugins.gotoolchain.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What the bytes of a partial are of, kept beside them as JSON.
 *
 * @param url where they came from, printable; a query is kept as its digest
 * @param etag as sent; null for none
 * @param lastModified as sent; null for none
 * @param date when the server said so; null if it did not
 * @param size of the whole file; -1 if unknown
 * @param sha256 that was expected of the whole; null if unknown
 * @param contentKey of the request; null if it had none
 * @param mixed whether the bytes may be of two files
 */
record PartialState(
        String url,
        String etag,
        String lastModified,
        String date,
        long size,
        String sha256,
        String contentKey,
        boolean mixed) {

    private static final int SCHEMA = 1;

    /** An address in a form that can be stored and compared. */
    static String identify(URI uri) {
        String query = uri.getRawQuery();
        return PrintableUri.of(uri) + (query == null ? "" : "?sha256=" + Sha256.of(query));
    }

    static PartialState of(DownloadRequest request, Reply reply, long size, boolean mixed) {
        Headers headers = reply.headers();
        return new PartialState(
                identify(request.uri()), headers.first("ETag"), headers.first("Last-Modified"), headers.first("Date"),
                size, request.expectedSha256(), request.contentKey(), mixed);
    }

    /**
     * What to send as {@code If-Range}: a strong ETag, or, where there is no ETag at all, a date that is at least a
     * second older than the answer (RFC 9110 §13.1.5). Null if neither is there.
     */
    String validator() {
        if (etag != null) {
            return etag.startsWith("\"") && isOneLine(etag) ? etag : null;
        }
        if (lastModified == null || date == null || !isOneLine(lastModified)) {
            return null;
        }
        Instant modified = Statuses.date(lastModified);
        Instant said = Statuses.date(date);
        return modified != null && said != null && modified.plusSeconds(1).compareTo(said) <= 0 ? lastModified : null;
    }

    /** A state that someone tampered with must not write headers of its own. */
    private static boolean isOneLine(String text) {
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    }

    /** Whether an answer from the same address is of another file than these bytes. */
    boolean differs(Headers headers) {
        return differs(etag, headers.first("ETag")) || differs(lastModified, headers.first("Last-Modified"));
    }

    private static boolean differs(String here, String there) {
        return here != null && there != null && !here.equals(there);
    }

    /** Whether these bytes can be the beginning of what is asked for. */
    boolean fits(DownloadRequest request) {
        if (request.expectedSize() >= 0 && size >= 0 && size != request.expectedSize()
                || sha256 != null && request.expectedSha256() != null && !sha256.equals(request.expectedSha256())
                || contentKey != null && request.contentKey() != null && !contentKey.equals(request.contentKey())) {
            return false;
        }
        if (isSameContent(request)) {
            return true;
        }
        return isFrom(request) && validator() != null;
    }

    boolean isFrom(DownloadRequest request) {
        return url.equals(identify(request.uri()));
    }

    /** Whether the caller will find out if the bytes are of two files. */
    boolean isSameContent(DownloadRequest request) {
        return contentKey != null && contentKey.equals(request.contentKey())
                || sha256 != null && sha256.equals(request.expectedSha256());
    }

    void write(OutputStream out) throws IOException {
        try (JsonGenerator json = Json.FACTORY.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("schema", SCHEMA);
            json.writeStringField("url", url);
            json.writeStringField("etag", etag);
            json.writeStringField("lastModified", lastModified);
            json.writeStringField("date", date);
            json.writeNumberField("size", size);
            json.writeStringField("sha256", sha256);
            json.writeStringField("contentKey", contentKey);
            json.writeBooleanField("mixed", mixed);
            json.writeEndObject();
        }
    }

    /** @return null if it is none that this version wrote */
    static PartialState read(InputStream in) {
        String[] texts = new String[6];
        long schema = -1;
        long size = -2;
        boolean mixed = true;
        try (JsonParser json = Json.FACTORY.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                int text = NAMES.indexOf(name);
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
            if (json.currentToken() != JsonToken.END_OBJECT) {
                return null;
            }
        } catch (IOException e) {
            return null;
        }
        if (schema != SCHEMA || texts[0] == null || size < -1) {
            return null;
        }
        return new PartialState(texts[0], texts[1], texts[2], texts[3], size, texts[4], texts[5], mixed);
    }

    private static final List<String> NAMES =
            List.of("url", "etag", "lastModified", "date", "sha256", "contentKey");

    /** Loaded when the first state is read or written. */
    private static final class Json {
        static final JsonFactory FACTORY = new JsonFactory();
    }
}
