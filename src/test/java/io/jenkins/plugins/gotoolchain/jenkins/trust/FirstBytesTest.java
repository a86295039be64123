package io.jenkins.plugins.gotoolchain.jenkins.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.gotoolchain.failure.DisagreementException;
import io.jenkins.plugins.gotoolchain.jenkins.node.LocationReceipt;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.store.Receipt;
import io.jenkins.plugins.gotoolchain.store.ReceiptEvidence;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What one node brought first, all others have to bring. */
public class FirstBytesTest {

    private static final String ONE = "a".repeat(64);
    private static final String OTHER = "b".repeat(64);
    private static final String TREE = "c".repeat(64);

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private FirstBytes bytes() {
        return new FirstBytes(
                temporary.getRoot().toPath(), Clock.fixed(Instant.parse("2026-01-31T23:59:59Z"), ZoneOffset.UTC));
    }

    private Path file() {
        return temporary.getRoot().toPath().resolve("first-bytes.tsv");
    }

    private static Receipt archive(String platform, String sha256, String tree) {
        return receipt(platform, sha256, tree, "", "sha256");
    }

    private static Receipt receipt(String platform, String sha256, String tree, String module, String kind) {
        return new Receipt(
                1, new GoVersion("1.24.1"), new Platform("linux", platform.substring(6)), "https://go.dev/dl/", "a", 1, sha256, List.of(),
                List.of(new ReceiptEvidence(kind, "checked")), tree, 1, 1, "2026-01-31T23:59:59Z", "1", "1.24.1", module);
    }

    @Test
    public void theSameBytesAreTheSameOnEveryNode() throws Exception {
        FirstBytes bytes = bytes();
        bytes.hold("one", archive("linux/amd64", ONE, TREE));
        assertThatCode(() -> bytes.hold("two", archive("linux/amd64", ONE, TREE))).doesNotThrowAnyException();
        assertThatCode(() -> bytes.hold("three", archive("linux/arm64", OTHER, TREE))).doesNotThrowAnyException();
    }

    @Test
    public void othersAreRefusedAndBothValuesAndSourcesShown() throws Exception {
        FirstBytes bytes = bytes();
        bytes.hold("one", archive("linux/amd64", ONE, TREE));
        DisagreementException e = catchThrowableOfType(
                DisagreementException.class, () -> bytes.hold("two", archive("linux/amd64", OTHER, TREE)));
        assertThat(e).hasMessageContaining(ONE).hasMessageContaining(OTHER).hasMessageContaining("one, which brought it first")
                .hasMessageContaining("two, which has it now").hasMessageContaining("https://go.dev/dl/");
        assertThat(e.statements()).hasSize(2);
    }

    @Test
    public void anotherTreeOfTheSameArchiveIsRefusedToo() throws Exception {
        FirstBytes bytes = bytes();
        bytes.hold("one", archive("linux/amd64", ONE, TREE));
        assertThatThrownBy(() -> bytes.hold("two", archive("linux/amd64", ONE, OTHER)))
                .isInstanceOf(DisagreementException.class).hasMessageContaining(TREE).hasMessageContaining(OTHER);
    }

    @Test
    public void aModuleIsNoArchive() throws Exception {
        FirstBytes bytes = bytes();
        bytes.hold("one", archive("linux/amd64", ONE, TREE));
        bytes.hold("two", receipt("linux/amd64", OTHER, OTHER, "h1:x", "sumdb"));
        assertThatCode(() -> bytes.hold("three", receipt("linux/amd64", ONE, OTHER, "h1:x", "sumdb")))
                .as("a proxy may pack the same files into another zip").doesNotThrowAnyException();
        assertThatThrownBy(() -> bytes.hold("four", receipt("linux/amd64", OTHER, OTHER, "h1:y", "sumdb")))
                .isInstanceOf(DisagreementException.class);
    }

    @Test
    public void whatNothingProvesIsNoStandard() throws Exception {
        FirstBytes bytes = bytes();
        bytes.hold("one", receipt("linux/amd64", ONE, TREE, "", LocationReceipt.ACCEPTED));
        bytes.hold("one", receipt("linux/amd64", "", "", "", "sha256"));
        assertThatCode(() -> bytes.hold("two", archive("linux/amd64", OTHER, TREE))).doesNotThrowAnyException();
    }

    @Test
    public void aRestartForgetsNothing() throws Exception {
        bytes().hold("one", archive("linux/amd64", ONE, TREE));
        assertThatThrownBy(() -> bytes().hold("two", archive("linux/amd64", OTHER, TREE)))
                .isInstanceOf(DisagreementException.class).hasMessageContaining("one, which brought it first, at 2026-01-31T23:59:59Z");
    }

    @Test
    public void linesThatCannotBeReadSpoilNoOthers() throws Exception {
        bytes().hold("one", archive("linux/amd64", ONE, TREE));
        Files.writeString(file(), "1\t1.24.1\tlinux/arm64\tarch", StandardOpenOption.APPEND);
        assertThatCode(() -> bytes().hold("two", archive("linux/arm64", OTHER, TREE))).doesNotThrowAnyException();
        assertThatThrownBy(() -> bytes().hold("two", archive("linux/amd64", OTHER, TREE)))
                .isInstanceOf(DisagreementException.class);
    }

    @Test
    public void afterItWasForgottenTheNextOneIsTheFirst() throws Exception {
        FirstBytes bytes = bytes();
        bytes.hold("one", archive("linux/amd64", ONE, TREE));
        assertThat(bytes.forget("something else")).isFalse();
        assertThat(bytes.forget("Go 1.24.1 for linux/amd64 (as an archive)")).isTrue();
        bytes.hold("two", archive("linux/amd64", OTHER, TREE));
        assertThatThrownBy(() -> bytes().hold("one", archive("linux/amd64", ONE, TREE)))
                .isInstanceOf(DisagreementException.class);
    }

    @Test
    public void aFolderThatCannotBeWrittenToStopsNoBuild() throws Exception {
        Path inTheWay = temporary.newFile().toPath();
        FirstBytes bytes = new FirstBytes(inTheWay, Clock.systemUTC());
        bytes.hold("one", archive("linux/amd64", ONE, TREE));
        assertThatThrownBy(() -> bytes.hold("two", archive("linux/amd64", OTHER, TREE)))
                .isInstanceOf(DisagreementException.class);
    }
}
