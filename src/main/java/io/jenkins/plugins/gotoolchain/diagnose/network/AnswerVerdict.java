package io.jenkins.plugins.gotoolchain.diagnose.network;

import io.jenkins.plugins.gotoolchain.transfer.ObservedHop;
import io.jenkins.plugins.gotoolchain.transfer.ObservedTrouble;

/** Why a request over a connection that stood got no answer, or one that leads nowhere. */
final class AnswerVerdict {

    private AnswerVerdict() {}

    static void of(ObservedTrouble trouble, ObservedHop hop, Found found) {
        NetworkCause cause = switch (trouble.kind()) {
            case SILENT, OUT_OF_TIME -> NetworkCause.ANSWER_SILENT;
            case CUT -> NetworkCause.ANSWER_CUT;
            case NOT_HTTP -> NetworkCause.NOT_HTTP;
            case CLIENT_CERTIFICATE -> NetworkCause.CLIENT_CERTIFICATE;
            case REDIRECT_LOOP -> NetworkCause.REDIRECT_LOOP;
            case REDIRECT_DOWNGRADE -> NetworkCause.REDIRECT_DOWNGRADE;
            case REDIRECT_BAD -> NetworkCause.REDIRECT_BAD;
            default -> NetworkCause.UNCLEAR;
        };
        found.add(cause, "host", hop.host(), "why", trouble.what());
    }
}
