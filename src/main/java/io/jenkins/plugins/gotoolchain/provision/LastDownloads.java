package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.store.ToolchainStore;
import io.jenkins.plugins.gotoolchain.transfer.Timeline;
import io.jenkins.plugins.gotoolchain.transfer.TimelineFolder;
import java.nio.file.Path;
import java.util.List;

/** What was seen of a store's last downloads, by whichever process. */
public final class LastDownloads {

    private LastDownloads() {}

    /**
     * Changes nothing there.
     *
     * @param root of the store; may be missing
     * @return youngest first, at most {@link TimelineFolder#KEPT}; what cannot be read is not among them
     */
    public static List<Timeline> of(Path root) {
        try {
            return new TimelineFolder(new ToolchainStore(root).timelines()).last();
        } catch (StoreException e) {
            return List.of();
        }
    }
}
