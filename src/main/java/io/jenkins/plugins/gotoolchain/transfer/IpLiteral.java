package io.jenkins.plugins.gotoolchain.transfer;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses written as digits. No name is ever looked up here. */
final class IpLiteral {

    private IpLiteral() {}

    /** 4 or 16 bytes; an IPv4 address in IPv6 form gives 4; null if the text is no address. */
    static byte[] parse(String text) {
        boolean six = text.indexOf(':') >= 0;
        if (!six && !isDotted(text) || six && !isHex(text)) {
            return null;
        }
        try {
            return InetAddress.getByName(six ? "[" + text + "]" : text).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static boolean isDotted(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || part.length() > 1 && part.charAt(0) == '0') {
                return false;
            }
            int value = 0;
            for (int i = 0; i < part.length(); i++) {
                char c = part.charAt(i);
                if (c < '0' || c > '9') {
                    return false;
                }
                value = value * 10 + c - '0';
            }
            if (value > 255) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' || c == ':' || c == '.')) {
                return false;
            }
        }
        return true;
    }

    static boolean isLoopback(byte[] address) {
        if (address.length == 4) {
            return address[0] == 127;
        }
        for (int i = 0; i < 15; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return address[15] == 1;
    }

    static boolean inBlock(byte[] address, byte[] block, int bits) {
        if (address.length != block.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((address[i / 8] & mask) != (block[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
