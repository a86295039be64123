package io.jenkins.plugins.gotoolchain.transfer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields of an answer, in the order they came (RFC 9112 §5). Names are compared without regard to case. */
final class Headers {

    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_FIELDS = 200;

    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    /** Reads up to and including the empty line. */
    static Headers read(InputStream in) throws IOException {
        Headers headers = new Headers();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            headers.add(line);
        }
        return headers;
    }

    /** Fields that did not come over a wire. */
    static Headers of(Map<String, String> fields) {
        Headers headers = new Headers();
        fields.forEach((name, value) -> {
            headers.names.add(name);
            headers.values.add(value);
        });
        return headers;
    }

    private void add(String line) throws IOException {
        char first = line.charAt(0);
        if (first == ' ' || first == '\t') {
            if (values.isEmpty()) {
                throw new NotHttp("the answer's header begins with a continued line");
            }
            int last = values.size() - 1;
            values.set(last, values.get(last) + " " + line.trim());
            return;
        }
        int colon = line.indexOf(':');
        if (colon <= 0) {
            throw new NotHttp("the answer's header has a line without a name");
        }
        if (names.size() == MOST_FIELDS) {
            throw new NotHttp("the answer's header has more than " + MOST_FIELDS + " fields");
        }
        names.add(line.substring(0, colon));
        values.add(line.substring(colon + 1).trim());
    }

    /** The first value of a field, or null. */
    String first(String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return values.get(i);
            }
        }
        return null;
    }

    List<String> all(String name) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                found.add(values.get(i));
            }
        }
        return found;
    }

    /** One line without its end, byte for byte as Latin-1. */
    static String line(InputStream in) throws IOException {
        byte[] line = new byte[128];
        int length = 0;
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the connection was closed in the middle of the answer's header");
            }
            if (length == LONGEST_LINE) {
                throw new NotHttp("the answer's header has a line of more than " + LONGEST_LINE + " bytes");
            }
            if (length == line.length) {
                line = java.util.Arrays.copyOf(line, length * 2);
            }
            line[length++] = (byte) b;
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return new String(line, 0, length, StandardCharsets.ISO_8859_1);
    }
}
