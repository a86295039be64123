package io.jenkins.plugins.gotoolchain.jenkins.provisioning;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.jenkins.node.Pinned;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import io.jenkins.plugins.gotoolchain.jenkins.node.Wanted;
import io.jenkins.plugins.gotoolchain.provision.Spent;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.store.Receipt;
import io.jenkins.plugins.gotoolchain.store.ReceiptEvidence;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** An agent that says something else than what it was asked for is not believed. */
public class OutcomeCheckTest {

    private static final Platform LINUX = new Platform("linux", "amd64");
    private static final String SHA256 = "a".repeat(64);
    private static final Resolution ASKED = asked("1.24.1");

    private static Resolution asked(String version) {
        return new Resolution(version, new GoVersion(version), "named in full");
    }

    private static Receipt receipt(String version, Platform platform, List<ReceiptEvidence> evidence) {
        return new Receipt(1, new GoVersion(version), platform, "https://go.dev/dl/", "a.tar.gz", 1, SHA256, List.of(),
                evidence, "b".repeat(64), 1, 1, "2026-01-31T23:59:59Z", "1", "1.24.1");
    }

    private static ProvisionOutcome answer(String home, Resolution resolution, Platform platform, Receipt receipt) {
        return new ProvisionOutcome(home, resolution, platform, receipt, false, 0, 0, 0, 1, Spent.looking(1), null);
    }

    private static ProvisionOutcome honest() {
        return answer("/agent/tools/go-toolchain/go1.24.1.linux-amd64", ASKED, LINUX, good("1.24.1"));
    }

    private static Receipt good(String version) {
        return receipt(version, LINUX, List.of(new ReceiptEvidence("sha256", "checked")));
    }

    private static void refused(ProvisionOutcome answer) {
        refused(answer, Map.of());
    }

    private static void refused(ProvisionOutcome answer, Map<String, String> pins) {
        assertThatThrownBy(() -> OutcomeCheck.ofInstalled(answer, ASKED, "/agent/tools/go-toolchain", Pinned.digests(pins)))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("do not trust this agent");
    }

    @Test
    public void whatWasAskedForIsBelieved() {
        assertThatCode(() -> OutcomeCheck.ofInstalled(honest(), ASKED, "/agent/tools/go-toolchain", Pinned.digests(Map.of("linux/amd64", SHA256))))
                .doesNotThrowAnyException();
    }

    @Test
    public void anotherVersionIsNot() {
        refused(answer(honest().home(), ASKED, LINUX, good("1.24.2")));
        refused(answer("/agent/tools/go-toolchain/go1.24.2.linux-amd64", asked("1.24.2"), LINUX, good("1.24.2")));
    }

    @Test
    public void anotherHomeIsNot() {
        refused(answer("/usr/local/go", ASKED, LINUX, good("1.24.1")));
        refused(answer("/x\n/go1.24.1.linux-amd64", ASKED, LINUX, good("1.24.1")));
    }

    @Test
    public void anotherPlatformIsNot() {
        refused(answer(honest().home(), ASKED, new Platform("linux", "arm64"), good("1.24.1")));
    }

    @Test
    public void anotherDigestThanThePinnedOneIsNot() {
        refused(honest(), Map.of("linux/amd64", "c".repeat(64)));
        refused(honest(), Map.of("linux/arm64", SHA256));
    }

    @Test
    public void oneWithoutEvidenceIsNot() {
        refused(answer(honest().home(), ASKED, LINUX, receipt("1.24.1", LINUX, List.of())));
    }

    @Test
    public void halfAnAnswerIsNot() {
        refused(null);
        refused(answer(null, ASKED, LINUX, good("1.24.1")));
        refused(answer(honest().home(), null, LINUX, good("1.24.1")));
        refused(answer(honest().home(), ASKED, null, good("1.24.1")));
        refused(answer(honest().home(), ASKED, LINUX, null));
    }

    @Test
    public void aLocationThatHoldsAnotherVersionIsNot() {
        Wanted wanted = Wanted.exactly(ASKED);
        assertThatCode(() -> OutcomeCheck.ofLocation(answer("/opt/go", ASKED, LINUX, good("1.24.1")), "/opt/go", wanted))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> OutcomeCheck.ofLocation(answer("/opt/go", ASKED, LINUX, good("1.24.2")), "/opt/go", wanted))
                .isInstanceOf(VerificationException.class);
        assertThatThrownBy(() -> OutcomeCheck.ofLocation(answer("/elsewhere", ASKED, LINUX, good("1.24.1")), "/opt/go", wanted))
                .isInstanceOf(VerificationException.class);
    }
}
