package io.jenkins.plugins.gotoolchain.jenkins.network;

import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkWords;
import io.jenkins.plugins.gotoolchain.diagnose.network.TargetCheck;

/** One source as one node sees it, for a page. */
public final class NetworkCell {

    private final TargetCheck check;
    private final TargetCheck controllers;
    private final NetworkWords words;

    /** @param controllers what the controller sees of it; null where that is not known, or this is it */
    NetworkCell(TargetCheck check, TargetCheck controllers, NetworkWords words) {
        this.check = check;
        this.controllers = controllers;
        this.words = words;
    }

    /** {@code none} where the node was not asked about it. */
    public String getKind() {
        return check == null ? "none" : !check.serves() ? "failed" : check.findings().isEmpty() ? "ok" : "note";
    }

    public String getVerdict() {
        return check == null ? "" : words.verdict(check);
    }

    /** Latency and throughput. */
    public String getFigures() {
        return check == null || check.latencyMillis() < 0 ? ""
                : NetworkWords.millis(check.latencyMillis()) + (check.rate() > 0 ? ", " + NetworkWords.rate(check.rate()) : "");
    }

    /** How the controller differs, where it does. */
    public String getCompared() {
        if (check == null || controllers == null || check.serves() == controllers.serves()) {
            return "";
        }
        return controllers.serves() ? Messages.NetworkCell_controllerCan() : Messages.NetworkCell_controllerCannot();
    }
}
