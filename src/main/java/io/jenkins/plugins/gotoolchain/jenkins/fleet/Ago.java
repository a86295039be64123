package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import java.util.concurrent.TimeUnit;

/** How long ago something was, briefly. */
final class Ago {

    private Ago() {}

    /** {@code 3 d}, {@code 5 h}, {@code 2 min}; empty where it is not known. */
    static String of(long millis, long now) {
        if (millis <= 0) {
            return "";
        }
        long minutes = Math.max(0, TimeUnit.MILLISECONDS.toMinutes(now - millis));
        if (minutes < 60) {
            return Messages.Ago_minutes(minutes);
        }
        long hours = minutes / 60;
        return hours < 48 ? Messages.Ago_hours(hours) : Messages.Ago_days(hours / 24);
    }
}
