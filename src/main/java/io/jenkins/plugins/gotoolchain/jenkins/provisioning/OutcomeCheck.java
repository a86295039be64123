package io.jenkins.plugins.gotoolchain.jenkins.provisioning;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.DisagreementException;
import io.jenkins.plugins.gotoolchain.failure.DisagreementException.Statement;
import io.jenkins.plugins.gotoolchain.jenkins.node.Pinned;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import io.jenkins.plugins.gotoolchain.jenkins.node.Wanted;
import io.jenkins.plugins.gotoolchain.store.Receipt;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Holds what an agent says against what was asked of it. An agent may have been taken over, or run other code. */
final class OutcomeCheck {

    private OutcomeCheck() {}

    /** @param root of the node's store */
    static void ofInstalled(ProvisionOutcome outcome, Resolution asked, String root, Pinned pinned)
            throws DisagreementException {
        Receipt receipt = whole(outcome, asked.version().goName());
        Set<String> pins = pins(outcome, asked, root, pinned);
        String name = asked.version().goName() + "." + outcome.platform().dashed();
        boolean same = outcome.resolution().equals(asked)
                && receipt.version().equals(asked.version())
                && isNamed(outcome.home(), name)
                && !receipt.evidence().isEmpty()
                && (pins.isEmpty() || pins.contains(receipt.archiveSha256()) || pins.contains(receipt.moduleHash()));
        if (!same) {
            throw lied("Go " + asked.version() + " in " + root, outcome);
        }
    }

    /** Where nothing is pinned for its platform, no agent that tells the truth has installed anything. */
    private static Set<String> pins(ProvisionOutcome outcome, Resolution asked, String root, Pinned pinned)
            throws DisagreementException {
        try {
            return pinned.request(asked, outcome.platform()).pins();
        } catch (ConfigurationException e) {
            throw lied("Go " + asked.version() + " in " + root, outcome);
        }
    }

    static void ofLocation(ProvisionOutcome outcome, String home, Wanted wanted) throws DisagreementException {
        Receipt receipt = whole(outcome, home);
        boolean same = outcome.home().equals(home)
                && wanted.allows(receipt.version())
                && outcome.resolution().version().equals(receipt.version())
                && outcome.resolution().asked().equals(wanted.asked());
        if (!same) {
            throw lied(wanted.version() == null ? home : "Go " + wanted.version() + " in " + home, outcome);
        }
    }

    private static Receipt whole(ProvisionOutcome outcome, String what) throws DisagreementException {
        if (outcome == null || outcome.home() == null || outcome.receipt() == null || outcome.platform() == null
                || outcome.resolution() == null || outcome.receipt().version() == null
                || !Objects.equals(outcome.platform(), outcome.receipt().platform())) {
            throw lied(what, outcome);
        }
        return outcome.receipt();
    }

    /** Where the root is in truth, behind links, only the agent knows; but the folder has the toolchain's name. */
    private static boolean isNamed(String home, String name) {
        String path = home.replace('\\', '/');
        return path.endsWith("/" + name) && !hasControl(home);
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(c -> c < ' ' || c == 0x7f);
    }

    private static DisagreementException lied(String asked, ProvisionOutcome answer) {
        return new DisagreementException(
                "The agent says it has provided something else than " + asked,
                "what an agent was asked for",
                List.of(new Statement(asked, "what it was asked for"), new Statement(shown(answer), "what it answered")),
                "do not trust this agent before you know why");
    }

    private static String shown(ProvisionOutcome answer) {
        if (answer == null || answer.receipt() == null) {
            return "nothing that can be read";
        }
        return "Go " + answer.receipt().version() + " for " + answer.platform() + " in " + answer.home() + ", sha256 "
                + answer.receipt().archiveSha256();
    }
}
