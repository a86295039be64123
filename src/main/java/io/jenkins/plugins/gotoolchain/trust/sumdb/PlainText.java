package io.jenkins.plugins.gotoolchain.trust.sumdb;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What notes and records are written in: UTF-8 without control characters but the newline. */
final class PlainText {

    private PlainText() {}

    static String decode(byte[] bytes) throws MalformedException {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("the text is not in UTF-8");
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' && text.charAt(i) != '\n') {
                throw new MalformedException("the text has control characters");
            }
        }
        return text;
    }
}
