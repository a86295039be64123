package io.jenkins.plugins.gotoolchain.transfer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Tells a web page from a file, by its first bytes: networks that want a login answer everything with a page. */
final class LoginPage {

    private static final int ENOUGH = 64;

    private LoginPage() {}

    /** @return the body, from its first byte */
    static InputStream refuse(Reply reply) throws IOException {
        byte[] head = new byte[ENOUGH];
        int read = Math.max(0, reply.body().read(head));
        head = Arrays.copyOf(head, read);
        if (isPage(head, reply.headers().first("Content-Type"))) {
            throw Failed.forGood(
                    reply.from().getHost() + " answered with a web page instead of the file",
                    "open " + PrintableUri.of(reply.from())
                            + " in a browser: a login, a proxy or a mirror's listing answers there",
                    null);
        }
        return new SequenceInputStream(new ByteArrayInputStream(head), reply.body());
    }

    static boolean isPage(byte[] head, String contentType) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ef\u00bb\u00bf")) {
            text = text.substring(3);
        }
        boolean saysPage = contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("text/html");
        return text.stripLeading().startsWith("<") || saysPage && !begins(text, "\u001f\u008b") && !begins(text, "PK");
    }

    /** Whether an archive may begin like this; perhaps only its first byte came so far. */
    private static boolean begins(String text, String magic) {
        return !text.isEmpty() && (text.startsWith(magic) || magic.startsWith(text));
    }
}
