package io.jenkins.plugins.gotoolchain.jenkins.node;

import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.NodeNetwork;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.UnreceiptedLocation;
import io.jenkins.plugins.gotoolchain.provision.ProvisionSettings;
import io.jenkins.plugins.gotoolchain.provision.Provisioned;
import io.jenkins.plugins.gotoolchain.provision.Provisioner;
import io.jenkins.plugins.gotoolchain.provision.Spent;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.release.PlatformDetector;
import io.jenkins.plugins.gotoolchain.store.ForeignToolchain;
import io.jenkins.plugins.gotoolchain.store.Receipt;
import io.jenkins.plugins.gotoolchain.store.ReceiptDemands;
import io.jenkins.plugins.gotoolchain.store.VerifyReport;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * Looks, on a node, at a toolchain that was not put there by the road: a tool location, a home that was configured by
 * hand, or what another installer made. Called on the folder of the store there.
 *
 * @param home as it was given
 * @param without what to do where it has no receipt
 */
public record CheckLocation(
        String home,
        Wanted wanted,
        UnreceiptedLocation without,
        ProvisionSettings settings,
        Pinned pinned,
        TaskListener log)
        implements ControllerToAgentFileCallable<ProvisionOutcome> {

    @Override
    public ProvisionOutcome invoke(File root, VirtualChannel channel) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Platform platform = PlatformDetector.detect().platform();
        ForeignToolchain toolchain = ForeignToolchain.in(path(), platform.isWindows());
        Receipt receipt = toolchain.hasReceipt()
                ? receipt(toolchain, platform)
                : withoutReceipt(toolchain, platform, root);
        long millis = Spent.since(start);
        return new ProvisionOutcome(
                home,
                wanted.resolution(receipt.version(), home),
                platform,
                receipt,
                false,
                0,
                0,
                0,
                millis,
                Spent.looking(millis),
                settings.receiptKeys().isEmpty() || !toolchain.hasReceipt() ? null : toolchain.signedReceipt());
    }

    private Path path() throws VerificationException {
        try {
            return Path.of(home);
        } catch (InvalidPathException e) {
            throw new VerificationException("\"" + home + "\" is no path on this node", "correct the path");
        }
    }

    private Receipt receipt(ForeignToolchain toolchain, Platform platform) throws IOException, InterruptedException {
        Receipt receipt = toolchain.verified(
                new ReceiptDemands(settings.policy().required(), Set.of()).signedBy(settings.receiptKeys()));
        wanted.check(receipt.version(), home);
        if (!receipt.platform().equals(platform)) {
            throw new VerificationException(
                    home + " holds a Go for " + receipt.platform() + ", and this node is " + platform,
                    "put one for " + platform + " there");
        }
        requirePinned(receipt, platform);
        return receipt;
    }

    private void requirePinned(Receipt receipt, Platform platform)
            throws ConfigurationException, VerificationException {
        Set<String> pins = pinned.request(wanted.resolution(receipt.version(), home), platform).pins();
        if (!pins.isEmpty() && !pins.contains(receipt.archiveSha256()) && !pins.contains(receipt.moduleHash())) {
            throw new VerificationException(
                    "The toolchain in " + home + " is not used: pinned is " + String.join(" or ", new TreeSet<>(pins))
                            + ", it was installed from an archive with sha256 " + receipt.archiveSha256()
                            + (receipt.moduleHash().isEmpty() ? "" : " and " + receipt.moduleHash()),
                    "make the image anew, or correct what is pinned");
        }
    }

    private Receipt withoutReceipt(ForeignToolchain toolchain, Platform platform, File root)
            throws IOException, InterruptedException {
        if (without == UnreceiptedLocation.REFUSE || !settings.receiptKeys().isEmpty()) {
            throw new VerificationException(
                    "The toolchain in " + home + " has no receipt, so nothing says what it is"
                            + (settings.receiptKeys().isEmpty() ? "" : ", and receipts have to be signed here"),
                    "put it there with the command line of this plugin (go-toolchain install), take the location away"
                            + " from this node, or choose in the configuration of Go toolchains to have its files checked");
        }
        GoVersion version = toolchain.version()
                .orElseThrow(() -> new VerificationException(
                        "The toolchain in " + home + " is no release of Go, as its file VERSION says",
                        "put a release there"));
        wanted.check(version, home);
        if (without == UnreceiptedLocation.ACCEPT) {
            return LocationReceipt.accepted(version, platform, home);
        }
        Provisioner provisioner = Provisioner.open(
                NodeNetwork.of(settings, System.getenv()).at(root.getAbsolutePath()), LogProgress.to(log));
        Provisioned proven = provisioner.provision(pinned.request(wanted.resolution(version, home), platform));
        VerifyReport report = toolchain.comparedWith(proven.toolchain());
        if (!report.isSound()) {
            throw new VerificationException(
                    "The toolchain in " + home + " is not Go " + version + " as it was released: " + report.summary(),
                    "put the release there, or take the location away from this node so that it is installed");
        }
        return LocationReceipt.compared(proven.toolchain().receipt(), home, report);
    }
}
