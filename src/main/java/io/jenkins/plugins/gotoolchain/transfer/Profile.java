package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.time.Duration;

/** The kinds of network that time-outs are made for. */
public enum Profile {
    /** A mirror in the same house. */
    INTRANET("intranet", new Timeouts(
            Duration.ofSeconds(2), Duration.ofSeconds(5), 2, Duration.ofMinutes(15))),
    /** Small documents from the internet. */
    INTERNET("internet", new Timeouts(
            Duration.ofSeconds(5), Duration.ofSeconds(30), 3, Duration.ofMinutes(15))),
    /** Archives from the internet. */
    LARGE_FILE("large-file", new Timeouts(
            Duration.ofSeconds(10), Duration.ofSeconds(60), 3, Duration.ofMinutes(90)));

    private final String label;
    private final Timeouts timeouts;

    Profile(String label, Timeouts timeouts) {
        this.label = label;
        this.timeouts = timeouts;
    }

    public Timeouts timeouts() {
        return timeouts;
    }

    /** The name that people write: {@code large-file}. */
    public String label() {
        return label;
    }

    /** @throws ConfigurationException if there is no such profile */
    public static Profile parse(String text) throws ConfigurationException {
        for (Profile profile : values()) {
            if (profile.label.equals(text)) {
                return profile;
            }
        }
        throw new ConfigurationException(
                "There is no network profile \"" + text + "\".", "use intranet, internet or large-file");
    }
}
