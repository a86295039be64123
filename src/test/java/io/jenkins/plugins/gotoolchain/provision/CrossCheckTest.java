package io.jenkins.plugins.gotoolchain.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.gotoolchain.failure.DisagreementException;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.source.Elsewhere;
import io.jenkins.plugins.gotoolchain.source.Offer;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.source.Sources;
import io.jenkins.plugins.gotoolchain.testing.Fault;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import io.jenkins.plugins.gotoolchain.testing.ToolchainTree;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import io.jenkins.plugins.gotoolchain.version.VersionSelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A mirror with an index of its own, which fits what it serves, held against the index of the reference. */
public class CrossCheckTest {

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    @Rule
    public ToolchainFixture official = new ToolchainFixture("1.24.1");

    @Rule
    public ToolchainFixture evil =
            new ToolchainFixture().with(new ToolchainTree("1.24.1").file("src/net/net.go", "package net // not Go's\n"));

    @Rule
    public ToolchainFixture same = new ToolchainFixture("1.24.1", "1.24.7");

    @Rule
    public ToolchainFixture old = new ToolchainFixture()
            .with(new ToolchainTree("1.24.1").file("VERSION", "go1.23.9\ntime 2025-05-06T17:23:38Z\n"));

    private Path root;

    @Before
    public void root() {
        root = temporary.getRoot().toPath().resolve("store");
    }

    private Road mirrored(ToolchainFixture mirror) throws Exception {
        return new Road(root)
                .from(SourceSpec.site(mirror.site(), true))
                .heldAgainst(SourceSpec.site(official.site(), true));
    }

    private void assertNothingInstalled() throws Exception {
        assertThat(root.resolve("go1.24.1.linux-amd64")).doesNotExist();
        try (Stream<Path> kept = Files.walk(root.resolve(".partial"))) {
            assertThat(kept.filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".lock"))).isEmpty();
        }
    }

    @Test
    public void aMirrorThatServesSomethingElseWithAnIndexThatFitsIsAnAlarm() throws Exception {
        DisagreementException e =
                catchThrowableOfType(DisagreementException.class, () -> mirrored(evil).provide("1.24.1"));
        assertThat(e).hasMessageContaining(evil.sha256("1.24.1") + " says the index of " + evil.site())
                .hasMessageContaining(official.sha256("1.24.1") + " says the index of " + official.site());
        assertThat(e.statements()).extracting(DisagreementException.Statement::value)
                .containsExactlyInAnyOrder(evil.sha256("1.24.1"), official.sha256("1.24.1"));
        assertNothingInstalled();
    }

    @Test
    public void noOtherSourceIsTriedInItsStead() throws Exception {
        Road road = new Road(root)
                .from(SourceSpec.site(evil.site(), true), SourceSpec.site(official.site(), true))
                .heldAgainst(SourceSpec.site(official.site(), true));
        assertThatThrownBy(() -> road.provide("1.24.1")).isInstanceOf(DisagreementException.class);
        assertThat(official.asked(official.sitePath("1.24.1"))).isZero();
        assertNothingInstalled();
    }

    @Test
    public void aMirrorThatAgreesIsProvenByBoth() throws Exception {
        Provisioned provisioned = mirrored(same).provide("1.24.1");
        assertThat(provisioned.toolchain().receipt().evidence()).singleElement()
                .satisfies(one -> assertThat(one.how()).contains(same.site()).contains(official.site()));
    }

    @Test
    public void aMirrorThatIsNotTrustedIsProvenByTheReferenceAlone() throws Exception {
        Provisioned provisioned = new Road(root)
                .from(SourceSpec.site(same.site(), false))
                .heldAgainst(SourceSpec.site(official.site(), true))
                .provide("1.24.1");
        assertThat(provisioned.toolchain().receipt().evidence()).singleElement()
                .satisfies(one -> assertThat(one.how()).contains("as claimed by the index of " + official.site()));
        assertThat(official.asked(official.sitePath("1.24.1"))).as("the archive comes from the mirror").isZero();
    }

    @Test
    public void aReferenceThatIsAwayHoldsNothingUpAndTheReceiptSaysSo() throws Exception {
        official.server().always("/dl/", Fault.status(503, "Service Unavailable"));
        official.server().always(official.sitePath("1.24.1") + ".sha256", Fault.status(503, "Service Unavailable"));
        Provisioned provisioned = mirrored(evil).provide("1.24.1");
        assertThat(provisioned.toolchain().receipt().evidence()).singleElement()
                .satisfies(one -> assertThat(one.how()).contains("; not held against " + official.site()).contains("503"));
    }

    @Test
    public void aReferenceThatDoesNotKnowTheReleaseSaysNothing() throws Exception {
        Provisioned provisioned = mirrored(same).provide("1.24.7");
        assertThat(provisioned.installedNow()).isTrue();
    }

    @Test
    public void anIndexThatIsReplayedHidesNothingThatAnotherSourceLists() throws Exception {
        Resolution newest = new Road(root)
                .from(SourceSpec.site(official.site(), true), SourceSpec.site(same.site(), true))
                .open()
                .resolve(VersionSelector.parse("1.24"), null, Platform.parse("linux/amd64"));
        assertThat(newest.version()).as("the first one still lists 1.24.1 as the newest")
                .isEqualTo(GoVersion.parse("1.24.7"));
    }

    @Test
    public void anOldReleaseUnderANewNameIsRefusedThoughTheIndexFits() throws Exception {
        assertThatThrownBy(() -> new Road(root).from(SourceSpec.site(old.site(), true)).provide("1.24.1"))
                .isInstanceOf(ToolchainException.class).hasMessageContaining("1.23.9");
        assertNothingInstalled();
    }

    @Test
    public void whoDoesNotAnswerInTimeIsNotWaitedFor() throws Exception {
        try (CrossCheck check = CrossCheck.known(Elsewhere.NOBODY)) {
            assertThat(check.answer(0).unasked()).isEmpty();
        }
        official.server().always("/dl/", Fault.stallAfter(0));
        Sources sources = mirrored(evil).open().sources();
        Offer offer = sources.list().get(0).offer(GoVersion.parse("1.24.1"), Platform.parse("linux/amd64"));
        try (CrossCheck check = CrossCheck.begin(sources, offer)) {
            assertThat(check.answer(0).unasked()).containsExactly("the other sources: no answer in time");
        }
    }
}
