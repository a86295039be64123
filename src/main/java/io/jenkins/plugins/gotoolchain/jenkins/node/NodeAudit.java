package io.jenkins.plugins.gotoolchain.jenkins.node;

import io.jenkins.plugins.gotoolchain.store.AuditReport;
import io.jenkins.plugins.gotoolchain.store.Audited;
import java.io.Serializable;
import java.util.List;

/**
 * What an audit found on one node.
 *
 * @param store of the node's own store
 * @param locations what is at the places that were named, in their order; those that are no toolchain are left out
 */
public record NodeAudit(AuditReport store, List<Audited> locations) implements Serializable {

    private static final long serialVersionUID = 1L;

    public NodeAudit {
        locations = List.copyOf(locations);
    }
}
