package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import java.util.Locale;

/** What can be done with toolchains on nodes. */
enum FleetAct {
    /** Put there, by the way that builds go. */
    INSTALL(true),
    /** Every byte is read. */
    VERIFY(true),
    /** Away with it, unless it is in use. */
    REMOVE(true),
    /** What the limits of the store send away, and what dead builds left. */
    PRUNE(false),
    /** Asked again for what is there. */
    REFRESH(false);

    private final boolean ofVersion;

    FleetAct(boolean ofVersion) {
        this.ofVersion = ofVersion;
    }

    /** Whether it is of one version. */
    boolean isOfVersion() {
        return ofVersion;
    }

    /** @throws IllegalArgumentException where there is none of that name; the message is for people */
    static FleetAct parse(String text) {
        for (FleetAct one : values()) {
            if (one.word().equals(text)) {
                return one;
            }
        }
        throw new IllegalArgumentException("there is no action \"" + text + "\"");
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
