package io.jenkins.plugins.gotoolchain.trust.openpgp;

import io.jenkins.plugins.gotoolchain.testing.Content;
import io.jenkins.plugins.gotoolchain.testing.FaultyServer;
import io.jenkins.plugins.gotoolchain.transfer.HttpGet;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.rules.TemporaryFolder;

/** An archive on disk, its signature and the publisher's key on a server, and a clock that stands. As a rule. */
final class Desk extends TemporaryFolder {

    static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");
    static final byte[] ARCHIVE = "the bytes of an archive".getBytes(StandardCharsets.US_ASCII);

    final List<String> notices = new ArrayList<>();
    final TestPublisher publisher;
    FaultyServer server;
    Path archive;
    Instant now = NOW;

    Desk(TestPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    protected void before() throws Throwable {
        super.before();
        server = FaultyServer.start();
        archive = Files.write(getRoot().toPath().resolve("go1.24.1.linux-amd64.tar.gz"), ARCHIVE);
        publish(publisher.key());
    }

    @Override
    protected void after() {
        try {
            server.close();
        } catch (IOException e) {
            // it goes with the JVM
        }
        super.after();
    }

    /** Has the publisher's key file from now on. */
    Desk publish(String key) {
        server.file("/key.asc", Content.text("application/pgp-keys", key));
        return this;
    }

    /** Has this key, and nothing is remembered of another copy. */
    Desk anew(KeyRing key) throws IOException {
        Files.deleteIfExists(kept());
        return publish(key.armored());
    }

    /** How often the key was fetched. */
    long fetchedKey() {
        return server.requests().stream().filter(seen -> seen.target().equals("/key.asc")).count();
    }

    Path kept() {
        return getRoot().toPath().resolve("state/openpgp/" + publisher.fingerprint() + ".pgp");
    }

    SignatureCheck check() throws Exception {
        return check(SigningKeySettings.fetched(publisher.fingerprint(), server.uri("/key.asc").toString()));
    }

    SignatureCheck check(SigningKeySettings settings) {
        return new SignatureCheck(
                settings,
                new HttpGet(Network.direct(Profile.INTRANET)),
                getRoot().toPath().resolve("state"),
                notices::add,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    ClaimedSignature claim(String signature) throws Exception {
        return claim(check(), signature);
    }

    ClaimedSignature claim(SignatureCheck check, String signature) throws Exception {
        server.file("/archive.asc", Content.text("application/pgp-signature", signature));
        return check.claim(server.uri("/archive.asc"), "go1.24.1.linux-amd64.tar.gz");
    }

    VerifiedSignature verify(String signature) throws Exception {
        return claim(signature).verify(archive, sha256(ARCHIVE));
    }

    static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
