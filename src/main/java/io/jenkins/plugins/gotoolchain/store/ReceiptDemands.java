package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.trust.Requirement;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the configuration of today asks of a toolchain that is already installed. One that does not meet it is stale:
 * it is refused and provisioned anew.
 *
 * @param required each kind of evidence that must have been there
 * @param pins the SHA-256, lower-case hex, of the archives that it may come from; empty where any will do
 */
public record ReceiptDemands(Set<Requirement> required, Set<String> pins) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Nothing beyond what every installed toolchain has. */
    public static final ReceiptDemands NONE = new ReceiptDemands(Set.of(), Set.of());

    public ReceiptDemands {
        required = Set.copyOf(required);
        pins = Set.copyOf(pins);
    }

    /** @return what is not met, for people; empty where all is */
    Optional<String> objection(String archiveSha256, List<String> met) {
        for (Requirement requirement : required) {
            if (!met.contains(requirement.toString())) {
                return Optional.of("the configuration requires evidence of kind " + requirement + ", it was installed on "
                        + String.join(" and ", met));
            }
        }
        if (!pins.isEmpty() && !pins.contains(archiveSha256)) {
            return Optional.of("the configuration pins sha256 " + String.join(" or ", pins)
                    + ", it was installed from an archive with sha256 " + archiveSha256);
        }
        return Optional.empty();
    }
}
