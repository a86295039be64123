package io.jenkins.plugins.gotoolchain.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** An answer whose header is here and whose body is still on the wire. */
final class Reply implements Closeable {

    private static final int WORTH_READING = 16 * 1024;

    private final URI from;
    private final StatusLine status;
    private final Headers headers;
    private final Closeable wire;
    private final long length;
    private final InputStream body;
    private IdleWires idle;
    private String origin;

    private Reply(URI from, StatusLine status, Headers headers, Wire wire, StallGuard guard) throws IOException {
        this.from = from;
        this.status = status;
        this.headers = headers;
        this.wire = wire;
        InputStream raw = new ProgressInputStream(wire.in(), guard);
        List<String> codings = headers.all("Transfer-Encoding");
        if (status.code() == 204 || status.code() == 304) {
            length = 0;
            body = InputStream.nullInputStream();
        } else if (!codings.isEmpty()) {
            if (codings.size() > 1 || !codings.get(0).equalsIgnoreCase("chunked")) {
                throw new NotHttp("the answer has a transfer coding in the way: "
                        + Words.printable(String.join(", ", codings)));
            }
            length = -1;
            body = new ChunkedBody(raw);
        } else {
            length = contentLength(headers.all("Content-Length"));
            body = length < 0 ? raw : new ContentLengthCheck(raw, length);
        }
    }

    /** Without a wire: someone else has read it. @param length of the body */
    static Reply relayed(
            URI from, StatusLine status, Headers headers, long length, InputStream body, StallGuard guard) {
        return new Reply(from, status, headers, length, body, guard);
    }

    private Reply(
            URI from, StatusLine status, Headers headers, long length, InputStream source, StallGuard guard) {
        this.from = from;
        this.status = status;
        this.headers = headers;
        this.wire = source;
        this.length = length;
        this.body = new ContentLengthCheck(new ProgressInputStream(source, guard), length);
    }

    /** Reads up to the end of the header; interim answers (1xx) are passed over. */
    static Reply read(URI from, Wire wire, StallGuard guard) throws IOException {
        for (int interim = 0; interim < 10; interim++) {
            StatusLine status = StatusLine.read(wire.in());
            Headers headers = Headers.read(wire.in());
            if (status.code() >= 200) {
                guard.alive();
                return new Reply(from, status, headers, wire, guard);
            }
        }
        throw new NotHttp("interim answers without end");
    }

    private static long contentLength(List<String> values) throws NotHttp {
        if (values.isEmpty()) {
            return -1;
        }
        for (String value : values) {
            if (!value.equals(values.get(0))) {
                throw new NotHttp("the answer has two lengths");
            }
        }
        try {
            long length = Long.parseLong(values.get(0));
            if (length >= 0) {
                return length;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new NotHttp("the answer has a length that is no number");
    }

    URI from() {
        return from;
    }

    StatusLine status() {
        return status;
    }

    Headers headers() {
        return headers;
    }

    /** Bytes of the body; -1 if it is not known before its end. */
    long length() {
        return length;
    }

    /** Whether the end of the body can be told from a broken connection. */
    boolean hasEnd() {
        return length >= 0 || body instanceof ChunkedBody;
    }

    InputStream body() {
        return body;
    }

    /** Where the connection goes after the body, if it can be used once more. */
    Reply keepFor(IdleWires idle, String origin) {
        this.idle = idle;
        this.origin = origin;
        return this;
    }

    @Override
    public void close() throws IOException {
        boolean kept = false;
        try {
            if (idle != null && wire instanceof Wire one && isSpent() && one.isQuiet()) {
                idle.keep(origin, one);
                kept = true;
            }
        } finally {
            if (!kept) {
                wire.close();
            }
        }
    }

    /** Whether the whole answer was read, and the server keeps the connection. What little is left is read now. */
    private boolean isSpent() {
        String connection = headers.first("Connection");
        if (status.minor() == 0 || connection != null && connection.toLowerCase(Locale.ROOT).contains("close")) {
            return false;
        }
        try {
            if (body instanceof ContentLengthCheck) {
                ContentLengthCheck counted = (ContentLengthCheck) body;
                if (counted.left() > 0 && counted.left() <= WORTH_READING) {
                    body.skipNBytes(counted.left());
                }
                return counted.left() == 0;
            }
            return length == 0 || body instanceof ChunkedBody && (((ChunkedBody) body).isAtEnd() || body.read() < 0);
        } catch (IOException e) {
            return false;
        }
    }
}
