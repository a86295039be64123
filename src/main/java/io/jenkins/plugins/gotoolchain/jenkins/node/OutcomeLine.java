package io.jenkins.plugins.gotoolchain.jenkins.node;

import io.jenkins.plugins.gotoolchain.provision.Bytes;
import io.jenkins.plugins.gotoolchain.store.Receipt;
import io.jenkins.plugins.gotoolchain.store.ReceiptEvidence;
import java.util.StringJoiner;

/** The one line that a build's log has of a toolchain that is there. */
public final class OutcomeLine {

    public static final String PREFIX = "[go] ";

    private OutcomeLine() {}

    public static String of(ProvisionOutcome outcome) {
        Receipt receipt = outcome.receipt();
        StringBuilder line = new StringBuilder(PREFIX).append("Go ").append(receipt.version());
        if (!outcome.resolution().asked().equals(receipt.version().text())) {
            line.append(" (").append(outcome.resolution().asked()).append(": ")
                    .append(outcome.resolution().how()).append(')');
        }
        line.append(" for ").append(receipt.platform());
        if (outcome.installedNow()) {
            line.append(" installed from ").append(receipt.source()).append(": ")
                    .append(Bytes.of(outcome.fetched())).append(" fetched, ")
                    .append(outcome.millis() / 1000).append('.').append(outcome.millis() % 1000 / 100).append(" s");
        } else {
            line.append(" is here, from ").append(receipt.source());
        }
        return line.append(proof(receipt)).toString();
    }

    private static String proof(Receipt receipt) {
        StringJoiner kinds = new StringJoiner(" and ", ", verified by ", "");
        for (ReceiptEvidence piece : receipt.evidence()) {
            if (piece.kind().equals(LocationReceipt.ACCEPTED)) {
                return ". WARNING: " + piece.how();
            }
            kinds.add(piece.kind());
        }
        return kinds.toString();
    }
}
