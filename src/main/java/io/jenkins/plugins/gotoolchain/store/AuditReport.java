package io.jenkins.plugins.gotoolchain.store;

import java.io.Serializable;
import java.util.List;

/**
 * What an audit read, and what it did not come to.
 *
 * @param audited in the order in which they were read: that which was read longest ago first
 * @param recent how many were read recently enough
 * @param left how many the time did not suffice for: the next audit begins with them
 */
public record AuditReport(List<Audited> audited, int recent, int left) implements Serializable {

    private static final long serialVersionUID = 1L;

    public AuditReport {
        audited = List.copyOf(audited);
    }

    /** Those that are not as they were proven. */
    public List<Audited> unsound() {
        return audited.stream().filter(one -> !one.report().isSound()).toList();
    }
}
