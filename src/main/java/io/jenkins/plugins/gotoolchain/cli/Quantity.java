package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.time.Duration;

/** Times and sizes as people write them: a whole number and a unit. */
final class Quantity {

    private Quantity() {}

    /** {@code 90m}, {@code 12h}, {@code 30d}, {@code 4w}. */
    static Duration duration(String text) throws ConfigurationException {
        long number = number(text, "a time", "30d, 12h or 4w");
        try {
            return switch (Character.toLowerCase(text.charAt(text.length() - 1))) {
                case 'm' -> Duration.ofMinutes(number);
                case 'h' -> Duration.ofHours(number);
                case 'd' -> Duration.ofDays(number);
                case 'w' -> Duration.ofDays(Math.multiplyExact(number, 7L));
                default -> throw wrong(text, "a time", "30d, 12h or 4w");
            };
        } catch (ArithmeticException e) {
            throw wrong(text, "a time", "30d, 12h or 4w");
        }
    }

    /** {@code 500M}, {@code 10G}, {@code 1T}, in binary units. */
    static long bytes(String text) throws ConfigurationException {
        long number = number(text, "a size", "500M or 10G");
        try {
            return switch (Character.toUpperCase(text.charAt(text.length() - 1))) {
                case 'K' -> Math.multiplyExact(number, 1L << 10);
                case 'M' -> Math.multiplyExact(number, 1L << 20);
                case 'G' -> Math.multiplyExact(number, 1L << 30);
                case 'T' -> Math.multiplyExact(number, 1L << 40);
                default -> throw wrong(text, "a size", "500M or 10G");
            };
        } catch (ArithmeticException e) {
            throw wrong(text, "a size", "500M or 10G");
        }
    }

    private static long number(String text, String what, String example) throws ConfigurationException {
        try {
            long number = Long.parseLong(text.substring(0, Math.max(0, text.length() - 1)));
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw wrong(text, what, example);
    }

    private static ConfigurationException wrong(String text, String what, String example) {
        return new ConfigurationException("\"" + text + "\" is not " + what, "write it as " + example);
    }
}
