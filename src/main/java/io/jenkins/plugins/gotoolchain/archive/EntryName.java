package io.jenkins.plugins.gotoolchain.archive;

/**
 * Which names an archive may use: relative, with {@code /} between the parts, and such that they mean one and the same
 * file on every platform, whichever one unpacks them.
 */
final class EntryName {

    private static final int MAX_PART = 255;

    private EntryName() {}

    /**
     * @param name without a slash at its end
     * @return what is wrong with it, to be read after the name; null where nothing is
     */
    static String flaw(String name, int maxLength) {
        if (name.length() > maxLength) {
            return "has a name of more than " + maxLength + " characters";
        }
        int from = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '/') {
                String flaw = partFlaw(name, from, i);
                if (flaw != null) {
                    return flaw;
                }
                from = i + 1;
            } else if (!isAllowed(c)) {
                return charFlaw(c);
            }
        }
        return partFlaw(name, from, name.length());
    }

    private static boolean isAllowed(char c) {
        if (c < 0x7f) {
            return c >= ' ' && "\\:<>\"|?*".indexOf(c) < 0;
        }
        return Character.isLetter(c);
    }

    private static String charFlaw(char c) {
        return switch (c) {
            case '\\' -> "has a backslash in its name";
            case ':' -> "has a colon in its name (a drive or a stream on Windows)";
            case '<', '>', '"', '|', '?', '*' -> "has a name that Windows does not allow";
            default -> "has a character in its name that is neither plain ASCII nor a letter";
        };
    }

    private static String partFlaw(String name, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return from == 0 && to < name.length() ? "has an absolute name" : "has a name with an empty part";
        }
        char last = name.charAt(to - 1);
        if (last == '.' || last == ' ') {
            if (length == 2 && name.charAt(from) == '.') {
                return "leaves the folder";
            }
            return length == 1 && last == '.'
                    ? "has a name with a part \".\""
                    : "has a name with a part that ends in a dot or a space";
        }
        if (length > MAX_PART) {
            return "has a name with a part of more than " + MAX_PART + " characters";
        }
        return isDevice(name, from, to) ? "has a name that Windows keeps for a device" : null;
    }

    /** CON, PRN, AUX, NUL, COM1, LPT1 and the like, with any extension; see "Naming Files" in the Windows docs. */
    private static boolean isDevice(String name, int from, int to) {
        int end = from;
        while (end < to && name.charAt(end) != '.') {
            end++;
        }
        while (end > from && name.charAt(end - 1) == ' ') {
            end--;
        }
        return switch (end - from) {
            case 3 -> is(name, from, "con") || is(name, from, "prn") || is(name, from, "aux") || is(name, from, "nul");
            case 4 -> (is(name, from, "com") || is(name, from, "lpt")) && isNumber(name.charAt(from + 3));
            case 6 -> is(name, from, "conin$");
            case 7 -> is(name, from, "conout$");
            default -> false;
        };
    }

    private static boolean is(String name, int from, String device) {
        return name.regionMatches(true, from, device, 0, device.length());
    }

    private static boolean isNumber(char c) {
        return c >= '0' && c <= '9';
    }
}
