package io.jenkins.plugins.gotoolchain.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/** How one answer of {@link FaultyServer} goes wrong. Without any of these it is a good one. */
public final class Fault {

    enum End { GOOD, CUT, RESET, STALL, DRIP }

    int status;
    String reason;
    byte[] body;
    final Map<String, String> headers = new LinkedHashMap<>();
    boolean ignoreRange;
    boolean ignoreIfRange;
    boolean chunked;
    End end = End.GOOD;
    long bodyBytes = Long.MAX_VALUE;
    int headerBytes = Integer.MAX_VALUE;
    boolean beforeHandshake;
    byte[] garbage = {};
    byte[] instead;
    Runnable before = () -> {};

    private Fault() {}

    public static Fault none() {
        return new Fault();
    }

    public static Fault status(int status, String reason) {
        Fault fault = new Fault();
        fault.status = status;
        fault.reason = reason;
        fault.body = (status + " " + reason + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return fault;
    }

    /** Closes in good order after so many bytes of the body. */
    public static Fault cutAfter(long bodyBytes) {
        return none().end(End.CUT, bodyBytes);
    }

    /** Resets the connection after so many bytes of the body. */
    public static Fault resetAfter(long bodyBytes) {
        return none().end(End.RESET, bodyBytes);
    }

    /** Sends nothing any more after so many bytes of the body. */
    public static Fault stallAfter(long bodyBytes) {
        return none().end(End.STALL, bodyBytes);
    }

    /** Sends the rest byte by byte, each one when the client has the one before and the clock was moved. */
    public static Fault dripAfter(long bodyBytes) {
        return none().end(End.DRIP, bodyBytes);
    }

    public static Fault cutInHeader(int bytes) {
        return none().inHeader(End.CUT, bytes);
    }

    public static Fault resetInHeader(int bytes) {
        return none().inHeader(End.RESET, bytes);
    }

    public static Fault stallInHeader(int bytes) {
        return none().inHeader(End.STALL, bytes);
    }

    /** Takes the connection and says nothing, not even of TLS. */
    public static Fault stallInHandshake() {
        Fault fault = none().end(End.STALL, 0);
        fault.beforeHandshake = true;
        return fault;
    }

    /** Sends these bytes and no HTTP. */
    public static Fault instead(String bytes) {
        Fault fault = none();
        fault.instead = bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        return fault;
    }

    /** A body in place of the file's. */
    public Fault body(byte[] other, String type) {
        body = other;
        return header("Content-Type", type);
    }

    /** Sets a header, or leaves it out where the value is null. */
    public Fault header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Answers 200 with the whole file, whatever range was asked for. */
    public Fault ignoringRange() {
        ignoreRange = true;
        return this;
    }

    /** Answers 206 though the validator does not fit any more. */
    public Fault ignoringIfRange() {
        ignoreIfRange = true;
        return this;
    }

    public Fault chunked() {
        chunked = true;
        return this;
    }

    /** Sends these bytes behind the end of the body. */
    public Fault garbage(String bytes) {
        garbage = bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        return this;
    }

    /** Done when the request is here, before the answer is made. */
    public Fault before(Runnable action) {
        before = action;
        return this;
    }

    public Fault andCutAfter(long bytes) {
        return end(End.CUT, bytes);
    }

    private Fault end(End how, long bytes) {
        end = how;
        bodyBytes = bytes;
        return this;
    }

    private Fault inHeader(End how, int bytes) {
        end = how;
        headerBytes = bytes;
        return this;
    }
}
