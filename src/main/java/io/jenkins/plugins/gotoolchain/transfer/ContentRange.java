package io.jenkins.plugins.gotoolchain.transfer;

/**
 * {@code Content-Range} in bytes (RFC 9110 §14.4).
 *
 * @param first the offset of the first byte; -1 in an answer of 416
 * @param last the offset of the last byte, inclusive; -1 in an answer of 416
 * @param total bytes of the whole; -1 if the server does not know
 */
record ContentRange(long first, long last, long total) {

    /** @return null if there is none that makes sense */
    static ContentRange parse(String text) {
        if (text == null || !text.regionMatches(true, 0, "bytes ", 0, 6)) {
            return null;
        }
        String rest = text.substring(6).trim();
        int slash = rest.indexOf('/');
        if (slash < 0) {
            return null;
        }
        try {
            String size = rest.substring(slash + 1).trim();
            long total = size.equals("*") ? -1 : number(size);
            String range = rest.substring(0, slash).trim();
            if (range.equals("*")) {
                return total < 0 ? null : new ContentRange(-1, -1, total);
            }
            int dash = range.indexOf('-');
            long first = number(range.substring(0, Math.max(0, dash)));
            long last = number(range.substring(dash + 1));
            return first > last || total >= 0 && last >= total ? null : new ContentRange(first, last, total);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static long number(String digits) {
        if (digits.isEmpty() || digits.charAt(0) < '0' || digits.charAt(0) > '9') {
            throw new NumberFormatException(digits);
        }
        return Long.parseLong(digits);
    }
}
