package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.trust.Requirement;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the configuration of today asks of a toolchain that is already installed. One that does not meet it is stale:
 * it is refused and provisioned anew.
 *
 * @param required each kind of evidence that must have been there
 * @param pins what it may come from: the SHA-256 of archives, lower-case hex, and {@code h1:…} of modules; empty where
 *     anything will do
 * @param signingKey the fingerprint of the key whose signatures count, in capitals; empty where any will do
 * @param ofSources what is required beside that of what came from a source, by its label; may be empty
 * @param receiptKeys one of these must have signed the receipt; empty where nobody needs to
 */
public record ReceiptDemands(
        Set<Requirement> required,
        Set<String> pins,
        String signingKey,
        Map<String, Set<Requirement>> ofSources,
        List<ReceiptKey> receiptKeys)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Nothing beyond what every installed toolchain has. */
    public static final ReceiptDemands NONE = new ReceiptDemands(Set.of(), Set.of());

    private static final String SIGNED = Requirement.SIGNATURE.toString();

    public ReceiptDemands {
        required = Set.copyOf(required);
        pins = Set.copyOf(pins);
        ofSources = Map.copyOf(ofSources);
        receiptKeys = List.copyOf(receiptKeys);
    }

    /** Whatever its source, and whoever signed it. */
    public ReceiptDemands(Set<Requirement> required, Set<String> pins) {
        this(required, pins, "", Map.of(), List.of());
    }

    /** The same with receipts that one of these must have signed; with none of them nobody needs to. */
    public ReceiptDemands signedBy(List<ReceiptKey> keys) {
        return new ReceiptDemands(required, pins, signingKey, ofSources, keys);
    }

    /** @return why the receipt does not count as signed; empty where it does, or need not be */
    Optional<String> objectionToSignature(byte[] receipt, Path home) {
        return receiptKeys.isEmpty()
                ? Optional.empty()
                : ReceiptSignatures.objection(receipt, ReceiptSignatures.read(home), receiptKeys);
    }

    /** Whether it makes a difference which source something is from. */
    boolean asksForSource() {
        return !ofSources.isEmpty();
    }

    /** @return what is not met, for people; empty where all is */
    Optional<String> objection(Receipt receipt) {
        Optional<String> objection = objection(receipt.archiveSha256(), receipt.moduleHash(), receipt.met());
        return objection.isPresent()
                ? objection
                : missing(ofSources.getOrDefault(receipt.source(), Set.of()), receipt.met(), " of " + receipt.source());
    }

    /**
     * As for a receipt, whatever its source.
     *
     * @param moduleHash {@code h1:…}; empty where it came from no module
     * @param met what its evidence met, as {@link Receipt#met} has it
     */
    Optional<String> objection(String archiveSha256, String moduleHash, List<String> met) {
        if (!met.isEmpty() && counted(met).isEmpty()) {
            return Optional.of("it was installed on a " + String.join(" and ", met) + ", and the key that counts is "
                    + signingKey);
        }
        Optional<String> missing = missing(required, met, "");
        if (missing.isPresent()) {
            return missing;
        }
        if (!pins.isEmpty() && !pins.contains(archiveSha256) && !pins.contains(moduleHash)) {
            StringBuilder pinned = new StringBuilder();
            for (String pin : new TreeSet<>(pins)) {
                pinned.append(pinned.length() == 0 ? "" : " or ").append(pin.startsWith("h1:") ? "" : "sha256 ").append(pin);
            }
            return Optional.of("the configuration pins " + pinned + ", it was installed from an archive with sha256 "
                    + archiveSha256 + (moduleHash.isEmpty() ? "" : " and " + moduleHash));
        }
        return Optional.empty();
    }

    private Optional<String> missing(Set<Requirement> wanted, List<String> met, String of) {
        List<String> counted = counted(met);
        for (Requirement requirement : wanted) {
            if (!counted.contains(requirement.toString())) {
                return Optional.of("the configuration requires evidence of kind " + requirement + of
                        + (requirement == Requirement.SIGNATURE && !signingKey.isEmpty() ? " by the key " + signingKey : "")
                        + ", it was installed on " + String.join(" and ", met));
            }
        }
        return Optional.empty();
    }

    /** The kinds that count: all but signatures by another key. */
    private List<String> counted(List<String> met) {
        List<String> counted = new ArrayList<>();
        for (String each : met) {
            if (!each.equals(SIGNED) && !each.startsWith(SIGNED + " ")) {
                counted.add(each);
            } else if (signingKey.isEmpty() || each.equals(SIGNED + " " + signingKey)) {
                counted.add(SIGNED);
            }
        }
        return counted;
    }
}
