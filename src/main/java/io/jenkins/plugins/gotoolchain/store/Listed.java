package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.Serializable;
import java.util.Optional;

/**
 * A folder in the store that has a toolchain's name.
 *
 * @param home its path
 * @param receiptOrNull null where it has none that can be read: then it is no toolchain, and is provisioned anew when
 *     it is asked for
 * @param problem why there is none, empty where there is
 * @param lastUsed milliseconds since 1970; when it was installed where it was not used since; 0 where unknown
 * @param lastRead when every byte was held against its digest, in milliseconds since 1970: when it was installed, or by
 *     the last audit; 0 without a receipt
 * @param inUse whether a lease on it is held now
 */
public record Listed(
        String home,
        GoVersion version,
        Platform platform,
        Receipt receiptOrNull,
        String problem,
        long lastUsed,
        long lastRead,
        boolean inUse)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    public Optional<Receipt> receipt() {
        return Optional.ofNullable(receiptOrNull);
    }

    /** What its receipt says that its files take, in bytes; 0 without one. */
    public long bytes() {
        return receiptOrNull == null ? 0 : receiptOrNull.treeBytes();
    }
}
