package io.jenkins.plugins.gotoolchain.jenkins.audit;

import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.jenkins.node.NodeAudit;
import io.jenkins.plugins.gotoolchain.jenkins.trust.AlarmStatement;
import io.jenkins.plugins.gotoolchain.jenkins.trust.TrustAlarms;
import io.jenkins.plugins.gotoolchain.store.Audited;
import io.jenkins.plugins.gotoolchain.store.VerifyReport;
import java.util.ArrayList;
import java.util.List;

/** What an audit of one node comes to: a line for the log, and an alarm for each toolchain that was changed. */
final class AuditFindings {

    private final Node node;
    private final NodeAudit found;

    AuditFindings(Node node, NodeAudit found) {
        this.node = node;
        this.found = found;
    }

    /** @return a line for people */
    String tell() {
        int read = found.store().audited().size() + found.locations().size();
        int changed = 0;
        for (Audited one : found.store().unsound()) {
            changed++;
            raise(one, one.aside().isEmpty()
                    ? "find out who can write there, and remove it: builds do not get it, but it could not be put aside"
                    : "find out who can write there; it is " + one.aside() + " now, and the next build that asks for this"
                            + " version has it installed anew", "");
        }
        for (Audited one : found.locations()) {
            if (one.report().isSound()) {
                TrustAlarms.get().sound(node, one.home());
            } else {
                changed++;
                raise(one, "find out who can write there, and make the image anew: builds are kept from it until an audit"
                        + " finds it sound", one.home());
            }
        }
        return node.getDisplayName() + ": " + read + " toolchains read, " + changed + " of them changed; "
                + found.store().recent() + " were read recently, " + found.store().left() + " are left for the next round";
    }

    private void raise(Audited one, String advice, String place) {
        String what = one.version() == null ? "A toolchain" : "Go " + one.version() + " for " + one.platform();
        TrustAlarms.get().changed(
                what + " in " + one.home() + " on " + node.getDisplayName() + " was changed after it was verified",
                changes(one.report()), advice, node, place);
    }

    private static List<AlarmStatement> changes(VerifyReport report) {
        List<AlarmStatement> all = new ArrayList<>();
        report.problems().forEach(one -> all.add(new AlarmStatement(one, "nothing could be compared")));
        report.changed().forEach(path -> all.add(new AlarmStatement(path, "other bytes")));
        report.extra().forEach(path -> all.add(new AlarmStatement(path, "added")));
        report.missing().forEach(path -> all.add(new AlarmStatement(path, "missing")));
        report.modeChanged().forEach(path -> all.add(new AlarmStatement(path, "another mode")));
        return all;
    }
}
