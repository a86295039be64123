package io.jenkins.plugins.gotoolchain.diagnose;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a log as a person sees it.
 *
 * @param text without colours, Jenkins' notes, time stamps, and the names of parallel branches
 * @param echoed what a shell showed before it ran it; null where the line is none of its prompts and traces
 */
record LogLine(String text, String echoed) {

    private static final Pattern INVISIBLE = Pattern.compile(
            "\u001B\\[8mha:[^\u001B]*\u001B\\[0m" // a note of Jenkins: ConsoleNote.PREAMBLE_STR … POSTAMBLE_STR
                    + "|\u001B\\[[0-9;:?]*[A-Za-z]|\u001B\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)|[\u0000-\u0008\u000E-\u001F]");
    private static final Pattern STAMP = Pattern.compile(
            "\\[[^\\]]{1,99}\\] {1,2}(?!\\$ )|(?:\\d{4}-\\d{2}-\\d{2}[T ])?\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d+)?Z? +");
    private static final Pattern PROMPT =
            Pattern.compile("(?:\\++ |[A-Za-z]:\\\\[^>\"|]*>|PS [^>\"|]*> ?|(?:\\[[^\\]]{1,99}\\] )?\\$ )(.*)", Pattern.DOTALL);

    static LogLine of(byte[] bytes, int from, int to) {
        String text = INVISIBLE.matcher(decode(bytes, from, to)).replaceAll("");
        Matcher stamp = STAMP.matcher(text);
        int start = 0;
        while (stamp.region(start, text.length()).lookingAt()) {
            start = stamp.end();
        }
        text = text.substring(start).stripTrailing();
        Matcher prompt = PROMPT.matcher(text);
        return new LogLine(text, prompt.matches() ? prompt.group(1) : null);
    }

    /** A trace has one command a line, already without variables; a prompt of Windows the line as it was written. */
    boolean isTrace() {
        return text.startsWith("+");
    }

    /** The shells of a Chinese Windows write GBK into a log that is otherwise UTF-8. */
    private static String decode(byte[] bytes, int from, int to) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
        } catch (CharacterCodingException e) {
            Charset other = Charset.isSupported(GBK) ? Charset.forName(GBK) : StandardCharsets.ISO_8859_1;
            return new String(bytes, from, to - from, other);
        }
    }

    static final String GBK = "GBK";
}
