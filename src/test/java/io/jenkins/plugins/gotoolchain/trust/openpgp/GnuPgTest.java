package io.jenkins.plugins.gotoolchain.trust.openpgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.Assume.assumeTrue;

import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.transfer.HttpGet;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Keys and signatures as the real gpg makes them, where it is installed. */
public class GnuPgTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path home;
    private Path archive;

    @BeforeClass
    public static void gpgIsInstalled() {
        boolean there = false;
        for (String each : System.getenv("PATH").split(java.io.File.pathSeparator)) {
            there |= Files.isExecutable(Path.of(each, "gpg"));
        }
        assumeTrue("not run: gpg is not installed", there);
    }

    @Before
    public void home() throws Exception {
        // The agent's socket lies there, and its path has to be short.
        home = Files.createTempDirectory("gpg", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        archive = Files.write(folder.getRoot().toPath().resolve("go1.24.1.linux-amd64.tar.gz"), Desk.ARCHIVE);
    }

    @After
    public void agent() throws Exception {
        run("gpgconf", "--homedir", home.toString(), "--kill", "all");
        try (var files = Files.walk(home)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private String run(String... words) throws Exception {
        Path log = folder.getRoot().toPath().resolve("log");
        Process process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(log);
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", words) + " ended with " + process.exitValue() + ": " + said);
        }
        return said;
    }

    private String gpg(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(
                "gpg", "--homedir", home.toString(), "--batch", "--yes", "--no-tty", "--pinentry-mode", "loopback",
                "--passphrase", ""));
        all.addAll(List.of(words));
        return run(all.toArray(new String[0]));
    }

    /** @return the primary key's fingerprint */
    private Fingerprint publisher(String primary, String subkey) throws Exception {
        gpg("--quick-generate-key", "publisher@example.com", primary, "cert", "never");
        String listed = gpg("--with-colons", "--list-keys");
        String fingerprint = listed.lines().filter(line -> line.startsWith("fpr:")).findFirst().orElseThrow().split(":")[9];
        gpg("--quick-add-key", fingerprint, subkey, "sign", "2y");
        return new Fingerprint(fingerprint);
    }

    private ClaimedSignature claim(Fingerprint pinned, Path signature) throws Exception {
        SigningKeySettings key = SigningKeySettings.given(pinned, gpg("--armor", "--export", pinned.hex()));
        return new SignatureCheck(key, new HttpGet(Network.direct(Profile.INTRANET)), home, notice -> {})
                .claim(signature.toUri(), archive.getFileName().toString());
    }

    private Path sign(String... options) throws Exception {
        Path asc = archive.resolveSibling(archive.getFileName() + ".asc");
        List<String> words = new ArrayList<>(List.of(options));
        words.addAll(List.of("--armor", "--output", asc.toString(), "--detach-sign", archive.toString()));
        gpg(words.toArray(new String[0]));
        return asc;
    }

    @Test
    public void signaturesByGpgHoldWhateverTheKeysKind() throws Exception {
        String[][] kinds = {{"rsa3072", "rsa2048"}, {"ed25519", "ed25519"}, {"nistp256/ecdsa", "nistp384/ecdsa"}};
        for (String[] kind : kinds) {
            Fingerprint pinned = publisher(kind[0], kind[1]);
            VerifiedSignature signature = claim(pinned, sign()).verify(archive, Desk.sha256(Desk.ARCHIVE));
            assertThat(signature.key()).isEqualTo(pinned);
            assertThat(signature.signer()).isNotEqualTo(pinned);
            agent();
            home();
        }
    }

    @Test
    public void aWeakHashByGpgIsRefused() throws Exception {
        Fingerprint pinned = publisher("rsa3072", "rsa2048");
        Path asc = sign("--digest-algo", "SHA1", "--allow-weak-digest-algos");
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> claim(pinned, asc))
                .withMessageContaining("uses the hash SHA-1");
    }

    @Test
    public void aSubkeyThatGpgRevokedIsRefused() throws Exception {
        Fingerprint pinned = publisher("ed25519", "ed25519");
        Path asc = sign();
        Path answers = Files.writeString(home.resolve("answers"), "key 1\nrevkey\ny\n1\n\ny\nsave\n");
        gpg("--command-file", answers.toString(), "--edit-key", pinned.hex());
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> claim(pinned, asc))
                .withMessageContaining("was revoked on")
                .withMessageContaining("(it may be in other hands)");
    }

    /** What is written for this test by this project has to be what gpg reads. */
    @Test
    public void gpgAgreesAboutTheTestsOwnPublisher() throws Exception {
        TestPublisher publisher = new TestPublisher();
        Path key = Files.writeString(home.resolve("key.asc"), publisher.key());
        Path asc = Files.writeString(home.resolve("it.asc"), publisher.sign(Desk.ARCHIVE, TestPublisher.BORN.plusSeconds(99)));
        gpg("--import", key.toString());

        assertThat(gpg("--status-fd", "1", "--verify", asc.toString(), archive.toString()))
                .contains("VALIDSIG")
                .contains(publisher.fingerprint().hex());
    }
}
