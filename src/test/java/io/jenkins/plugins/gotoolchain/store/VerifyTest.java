package io.jenkins.plugins.gotoolchain.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class VerifyTest {

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private FakeToolchain fake;
    private Path home;
    private ToolchainStore store;

    @Before
    public void install() throws Exception {
        fake = new FakeToolchain("1.24.1", "linux/amd64");
        for (int i = 0; i < 200; i++) {
            fake.put("src/many/file" + i + ".go", "package many // " + i);
        }
        store = new ToolchainStore(temporary.getRoot().toPath().toRealPath().resolve("store"));
        home = fake.install(store).home();
    }

    private VerifyReport verify() throws Exception {
        return store.verify(fake.version, fake.platform);
    }

    @Test
    public void aSoundToolchainIsReadToTheLastByte() throws Exception {
        VerifyReport report = verify();
        assertThat(report.isSound()).isTrue();
        assertThat(report.files()).isEqualTo(fake.files.size());
        assertThat(report.bytes()).isEqualTo(fake.manifest().bytes());
    }

    @Test
    public void everyKindOfDifferenceIsNamed() throws Exception {
        Files.delete(home.resolve("src/p1/file1.go"));
        Files.writeString(home.resolve("src/p1/file5.go"), "cut");
        Files.createDirectories(home.resolve("misc"));
        Files.writeString(home.resolve("misc/added"), "x");
        home.resolve("bin/gofmt").toFile().setExecutable(false, false);
        home.resolve("src/p2/file2.go").toFile().setExecutable(true);
        VerifyReport report = verify();
        assertThat(report.missing()).containsExactly("src/p1/file1.go");
        assertThat(report.changed()).containsExactly("src/p1/file5.go");
        assertThat(report.extra()).containsExactly("misc/added");
        assertThat(report.modeChanged()).containsExactly("bin/gofmt", "src/p2/file2.go");
        assertThat(report.summary())
                .isEqualTo("missing: src/p1/file1.go; changed: src/p1/file5.go; added: misc/added;"
                        + " with another mode: bin/gofmt, src/p2/file2.go");
    }

    @Test
    public void oneFlippedBitIsFoundThoughSizeAndTimeAreAsBefore() throws Exception {
        for (String path : List.of("src/many/file7.go", "bin/go")) {
            flip(home.resolve(path));
        }
        assertThat(verify().changed()).containsExactly("bin/go", "src/many/file7.go");
    }

    private static void flip(Path file) throws Exception {
        FileTime time = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[3] ^= 1;
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
    }

    @Test
    public void aFolderReplacedByALinkIsNotFollowed() throws Exception {
        Path elsewhere = temporary.getRoot().toPath().resolve("elsewhere");
        Files.move(home.resolve("src/p1"), elsewhere);
        Files.createSymbolicLink(home.resolve("src/p1"), elsewhere);
        VerifyReport report = verify();
        assertThat(report.missing()).hasSize(5);
        assertThat(report.extra()).containsExactly("src/p1");
    }

    @Test
    public void aManyNamedDamageIsShortInTheSummary() throws Exception {
        TreeRemoval.delete(home.resolve("src/many"));
        assertThat(verify().summary()).endsWith("and 195 more").hasSizeLessThan(200);
    }

    @Test
    public void whatIsNotThereIsNotSound() throws Exception {
        store.remove(fake.version, fake.platform, false);
        assertThat(verify().isSound()).isFalse();
    }

    @Test
    public void verifyingChangesNothing() throws Exception {
        flip(home.resolve("src/many/file7.go"));
        verify();
        assertThat(home.resolve("bin/go")).exists();
    }

    @Test
    public void whatWasFoundDamagedIsPutAsideOnDemand() throws Exception {
        flip(home.resolve("src/many/file7.go"));
        Path where = store.putAside(fake.version, fake.platform, verify()).orElseThrow();
        assertThat(where.resolve("bin/go")).exists();
        assertThat(where.resolveSibling(where.getFileName() + ".why.txt"))
                .content()
                .contains("changed: src/many/file7.go");
        List<String> notices = new ArrayList<>();
        assertThat(store.find(fake.version, fake.platform, notices::add)).isEmpty();
    }

    @Test
    public void anotherOneThatTookThePlaceOfTheDamagedOneIsLeftThere() throws Exception {
        flip(home.resolve("src/many/file7.go"));
        VerifyReport report = verify();
        fake.install(store);
        assertThat(store.putAside(fake.version, fake.platform, report)).isEmpty();
        assertThat(verify().isSound()).isTrue();
    }

    @Test
    public void anInterruptedVerificationEndsAtOnce() throws Exception {
        Thread.currentThread().interrupt();
        boolean interrupted = false;
        try {
            verify();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        assertThat(interrupted).isTrue();
        assertThat(verify().isSound()).isTrue();
    }
}
