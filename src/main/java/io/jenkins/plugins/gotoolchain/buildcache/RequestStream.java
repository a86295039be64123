package io.jenkins.plugins.gotoolchain.buildcache;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Optional;

/** The go command's requests, one JSON object a line, each body after it as one JSON string in base64. */
final class RequestStream {

    private static final int MOST_OF_LINE = 64 << 10;

    private final JsonFactory json = new JsonFactory();
    private final BufferedInputStream in;
    private InputStream unread = InputStream.nullInputStream();

    RequestStream(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** @param bodySize in bytes; where it is more than 0, the body comes next */
    record Request(long id, String command, byte[] action, byte[] output, long bodySize) {}

    /** @return empty at the end of the stream */
    Optional<Request> next() throws IOException {
        // The decoder ends at the padding: the quote behind it is still there.
        unread.transferTo(java.io.OutputStream.nullOutputStream());
        byte[] line = line();
        if (line.length == 0) {
            return Optional.empty();
        }
        long id = -1;
        String command = "";
        byte[] action = {};
        byte[] output = {};
        long bodySize = 0;
        try (JsonParser parser = json.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("a request is no JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_NULL) {
                    continue;
                }
                switch (name) {
                    case "ID" -> id = parser.getLongValue();
                    case "Command" -> command = parser.getText();
                    case "ActionID" -> action = parser.getBinaryValue();
                    case "OutputID" -> output = parser.getBinaryValue();
                    case "BodySize" -> bodySize = parser.getLongValue();
                    default -> parser.skipChildren();
                }
            }
        }
        return Optional.of(new Request(id, command, action, output, bodySize));
    }

    /** The body of the request that was read last, decoded as it comes. */
    InputStream body() throws IOException {
        int first = in.read();
        while (first == '\n' || first == '\r' || first == ' ') {
            first = in.read();
        }
        if (first != '"') {
            throw new IOException("a body is no JSON string");
        }
        unread = new UntilQuote();
        return Base64.getDecoder().wrap(unread);
    }

    private byte[] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next != '\n') {
                line.write(next);
            } else if (line.size() > 0) {
                break;
            }
            if (line.size() > MOST_OF_LINE) {
                throw new IOException("a request is longer than " + MOST_OF_LINE + " bytes");
            }
        }
        return line.toByteArray();
    }

    private final class UntilQuote extends InputStream {
        private boolean ended;

        @Override
        public int read() throws IOException {
            if (ended) {
                return -1;
            }
            int next = in.read();
            if (next < 0) {
                throw new IOException("the stream ends in the middle of a body");
            }
            ended = next == '"';
            return ended ? -1 : next;
        }
    }
}
