package io.jenkins.plugins.gotoolchain.trust.openpgp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * ASCII armor (RFC 9580 §6.2): a line with a title, lines of headers, an empty line, base64, a line with a checksum that
 * may be left out, a line that ends it. Other text before, between and after blocks is passed over. A checksum that is
 * there has to be right.
 */
final class Armor {

    static final String SIGNATURE = "PGP SIGNATURE";
    static final String PUBLIC_KEY = "PGP PUBLIC KEY BLOCK";

    private static final String BEGIN = "-----BEGIN ";
    private static final String DASHES = "-----";
    private static final int CRC24_START = 0xb704ce;
    private static final int CRC24_POLYNOMIAL = 0x864cfb;

    private final String[] lines;
    private final String title;
    private int at;

    private Armor(String[] lines, String title) {
        this.lines = lines;
        this.title = title;
    }

    /**
     * @param title of the blocks that are wanted
     * @return what is in each of them; at least one
     * @throws MalformedException where there is none, one of another title, or one that is damaged
     */
    static List<byte[]> blocks(byte[] file, String title) throws MalformedException {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        if (text.isBlank()) {
            throw new MalformedException("is empty");
        }
        if (text.stripLeading().startsWith("<")) {
            throw new MalformedException("is a web page: a login, a proxy or a mirror's listing answers there");
        }
        List<byte[]> blocks = new Armor(text.split("\r?\n|\r", -1), title).blocks();
        if (blocks.isEmpty()) {
            throw new MalformedException("has no ASCII armor: it begins with \"" + Shown.briefly(text) + "\"");
        }
        return blocks;
    }

    private List<byte[]> blocks() throws MalformedException {
        List<byte[]> blocks = new ArrayList<>();
        for (; at < lines.length; at++) {
            String line = lines[at].stripTrailing();
            if (line.startsWith(BEGIN) && line.endsWith(DASHES) && line.length() > BEGIN.length() + DASHES.length()) {
                String found = line.substring(BEGIN.length(), line.length() - DASHES.length());
                if (!found.equals(title)) {
                    throw new MalformedException("holds a " + Shown.briefly(found) + " where a " + title + " should be");
                }
                at++;
                blocks.add(block());
            }
        }
        return blocks;
    }

    private byte[] block() throws MalformedException {
        while (at < lines.length && lines[at].indexOf(':') > 0) {
            at++;
        }
        if (at < lines.length && lines[at].isBlank()) {
            at++;
        }
        StringBuilder base64 = new StringBuilder();
        String checksum = null;
        for (; at < lines.length; at++) {
            String line = lines[at].stripTrailing();
            if (line.equals("-----END " + title + DASHES)) {
                byte[] data = decode(base64.toString());
                if (checksum != null && !checksum.equals(checksum(data))) {
                    throw new MalformedException("is damaged: the checksum of its armor is not that of what is in it");
                }
                return data;
            }
            if (line.length() == 5 && line.charAt(0) == '=') {
                checksum = line.substring(1);
            } else if (checksum != null && !line.isEmpty()) {
                throw new MalformedException("is damaged: its armor goes on behind the checksum");
            } else {
                base64.append(line);
            }
        }
        throw new MalformedException("breaks off: its armor has no end");
    }

    private static byte[] decode(String base64) throws MalformedException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("is damaged: what is in its armor is no base64");
        }
    }

    /** CRC-24 (RFC 9580 §6.1.1), as the four characters behind the equals sign. */
    private static String checksum(byte[] data) {
        int crc = CRC24_START;
        for (byte b : data) {
            crc ^= (b & 255) << 16;
            for (int bit = 0; bit < 8; bit++) {
                crc <<= 1;
                if ((crc & 0x1000000) != 0) {
                    crc ^= 0x1000000 | CRC24_POLYNOMIAL;
                }
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(3);
        bytes.write(crc >> 16);
        bytes.write(crc >> 8);
        bytes.write(crc);
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
