package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.transfer.Timeline;
import java.util.List;

/** Carried by the error that ended a provisioning, from an agent too: what was seen of the downloads that failed. */
public final class FailedDownloads extends Exception {

    private static final long serialVersionUID = 1L;

    /** The last ones are those that people ask about. */
    private static final int MOST = 3;

    private final List<Timeline> timelines;

    private FailedDownloads(List<Timeline> timelines) {
        super(timelines.size() + " downloads failed", null, false, false);
        this.timelines = timelines;
    }

    static void addTo(ToolchainException failure, List<Timeline> all) {
        if (!all.isEmpty()) {
            failure.addSuppressed(new FailedDownloads(List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()))));
        }
    }

    /** Oldest first, at most three; none where no download failed. */
    public static List<Timeline> of(Throwable failure) {
        for (Throwable carried : failure.getSuppressed()) {
            if (carried instanceof FailedDownloads downloads && downloads.timelines != null) {
                return downloads.timelines.subList(0, Math.min(MOST, downloads.timelines.size()));
            }
        }
        return List.of();
    }
}
