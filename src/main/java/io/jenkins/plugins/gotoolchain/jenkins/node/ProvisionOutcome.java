package io.jenkins.plugins.gotoolchain.jenkins.node;

import hudson.FilePath;
import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.provision.Spent;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.store.Receipt;
import io.jenkins.plugins.gotoolchain.store.SignedReceipt;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import java.io.Serializable;

/**
 * What an agent says it has provided. Nothing in it is believed before it was held against what was asked.
 *
 * @param home the toolchain's folder, in the agent's own notation
 * @param resolution what was asked for and how it came to this version
 * @param platform the agent's own
 * @param receipt as it stands on the agent
 * @param installedNow whether it was put there for this call
 * @param fetched bytes that crossed the wire now
 * @param resumes how often a download went on from bytes that were there
 * @param retries how often a request failed and was made again
 * @param millis how long it took there
 * @param spent what that time went into
 * @param signed the receipt with its signatures, where somebody has to have signed it; else null
 */
public record ProvisionOutcome(
        String home,
        Resolution resolution,
        Platform platform,
        Receipt receipt,
        boolean installedNow,
        long fetched,
        int resumes,
        int retries,
        long millis,
        Spent spent,
        SignedReceipt signed)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    public FilePath home(Node node) {
        return node.createPath(home);
    }
}
