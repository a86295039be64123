package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import io.jenkins.plugins.gotoolchain.provision.Bytes;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A version on a node, for a page and for the REST API. */
@ExportedBean(defaultVisibility = 4)
public final class FleetCell {

    private final HeldToolchain held;
    private final long now;

    FleetCell(HeldToolchain held, long now) {
        this.held = held;
        this.now = now;
    }

    @Exported
    public String getVersion() {
        return held.version();
    }

    @Exported
    public String getPlatform() {
        return held.platform();
    }

    /** Of its files. */
    @Exported
    public long getBytes() {
        return held.bytes();
    }

    /** When every byte was held against its digest, in milliseconds since 1970; 0 where unknown. */
    @Exported
    public long getVerifiedAt() {
        return held.read();
    }

    /** In milliseconds since 1970; 0 where unknown. */
    @Exported
    public long getUsedAt() {
        return held.used();
    }

    @Exported
    public boolean isInUse() {
        return held.inUse();
    }

    @Exported
    public String getSource() {
        return held.source();
    }

    /** Why a build would not get it; empty where it would. */
    @Exported
    public String getProblem() {
        return held.problem();
    }

    /** {@code problem}, {@code used} or {@code there}. */
    public String getKind() {
        return !held.problem().isEmpty() ? "problem" : held.inUse() ? "used" : "there";
    }

    public String getSpace() {
        return Bytes.of(held.bytes());
    }

    public String getUsed() {
        return held.inUse() ? Messages.FleetCell_inUse() : Ago.of(held.used(), now);
    }

    public String getVerified() {
        return Ago.of(held.read(), now);
    }

    /** All of it in a line. */
    public String getTitle() {
        return held.problem().isEmpty()
                ? Messages.FleetCell_title(getSpace(), getVerified(), getUsed(), held.source())
                : held.problem();
    }
}
