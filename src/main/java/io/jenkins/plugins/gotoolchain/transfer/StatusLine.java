package io.jenkins.plugins.gotoolchain.transfer;

import java.io.IOException;
import java.io.InputStream;

/**
 * The first line of an answer (RFC 9112 §4).
 *
 * @param minor of the version: 0 for HTTP/1.0
 * @param reason as sent; may be empty
 */
record StatusLine(int minor, int code, String reason) {

    static StatusLine read(InputStream in) throws IOException {
        String line = Headers.line(in);
        if (line.length() < 12 || !line.startsWith("HTTP/1.") || line.charAt(8) != ' ') {
            throw new NotHttp("what came is not HTTP/1");
        }
        int code = 0;
        for (int i = 9; i < 12; i++) {
            int digit = line.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new NotHttp("the answer has no status");
            }
            code = code * 10 + digit;
        }
        return new StatusLine(line.charAt(7) - '0', code, line.substring(12).trim());
    }

    @Override
    public String toString() {
        return reason.isEmpty() ? "" + code : code + " " + Words.printable(reason);
    }
}
