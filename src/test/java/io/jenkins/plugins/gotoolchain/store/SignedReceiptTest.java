package io.jenkins.plugins.gotoolchain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SignedReceiptTest {

    /** The example of RFC 8410, section 10. */
    private static final String PRIVATE = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            -----END PRIVATE KEY-----
            """;

    private static final String PUBLIC = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
            -----END PUBLIC KEY-----
            """;

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final List<String> notices = new ArrayList<>();
    private final ReceiptSigner signer = ReceiptSigner.generate();
    private ToolchainStore store;
    private Toolchain toolchain;

    @Before
    public void install() throws Exception {
        store = new ToolchainStore(temporary.getRoot().toPath().toRealPath().resolve("store"));
        new FakeToolchain("1.24.1", "linux/amd64").install(store);
        toolchain = find(List.of()).orElseThrow();
    }

    private Optional<Toolchain> find(List<ReceiptKey> keys) throws Exception {
        return store.find(
                new GoVersion("1.24.1"), Platform.parse("linux/amd64"), ReceiptDemands.NONE.signedBy(keys), notices::add);
    }

    private Path receipt() {
        return toolchain.home().resolve(MetaFiles.RECEIPT);
    }

    @Test
    public void aKeyIsReadAsOpensslWritesItAndItsPublicOneIsFound() throws Exception {
        ReceiptSigner read = ReceiptSigner.parse(PRIVATE, "here");
        assertThat(ReceiptKey.parseAll(PUBLIC, "there")).containsExactly(read.key());
        assertThat(read.key().id()).hasSize(16);
        assertThat(ReceiptSigner.decode(read.encoded()).key()).isEqualTo(read.key());
        assertThat(ReceiptSigner.decode(signer.encoded()).key()).isEqualTo(signer.key());
    }

    @Test
    public void severalKeysMayStandInOneText() throws Exception {
        String text = PUBLIC + "\n# of the other team\n-----BEGIN PUBLIC KEY-----\n" + signer.key().encoded()
                + "\n-----END PUBLIC KEY-----\n";
        assertThat(ReceiptKey.parseAll(text, "there")).hasSize(2).contains(signer.key());
    }

    @Test
    public void whatIsNoKeyIsSaidToBeNone() throws Exception {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        String other = Base64.getEncoder().encodeToString(rsa.generateKeyPair().getPublic().getEncoded());
        assertThatThrownBy(() -> ReceiptKey.parseAll(PRIVATE, "keys.pem"))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("keys.pem has a private key");
        assertThatThrownBy(() -> ReceiptKey.parseAll("hello", "keys.pem")).hasMessageContaining("no public key in keys.pem");
        assertThatThrownBy(() -> ReceiptKey.parseAll("-----BEGIN PUBLIC KEY-----\n" + other + "\n-----END PUBLIC KEY-----", "keys.pem"))
                .hasMessageContaining("Key 1 in keys.pem is no public Ed25519 key");
        assertThatThrownBy(() -> ReceiptKey.parseAll(PUBLIC.replace("MCow", "MCo="), "keys.pem"))
                .hasMessageContaining("is no public Ed25519 key");
        assertThatThrownBy(() -> ReceiptSigner.parse(PUBLIC, "key.pem")).hasMessageContaining("no private key in key.pem");
        assertThatThrownBy(() -> ReceiptSigner.parse("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----", "key.pem"))
                .hasMessageContaining("under a passphrase");
        assertThatThrownBy(() -> ReceiptSigner.parse(PRIVATE.replace("MC4C", "AAAA"), "key.pem"))
                .hasMessageContaining("no private Ed25519 key").hasMessageNotContaining("AAAA");
    }

    @Test
    public void aSignedOneIsFound() throws Exception {
        store.sign(toolchain, signer);
        assertThat(find(List.of(signer.key()))).isPresent();
        assertThat(toolchain.signedReceipt().signedBy(List.of(signer.key()))).contains(signer.key());
        assertThat(toolchain.signedReceipt().says(toolchain.receipt())).isTrue();
        assertThat(store.verify(toolchain).isSound()).as("the signature is none of its files").isTrue();
    }

    @Test
    public void withoutASignatureItIsStale() throws Exception {
        assertThat(find(List.of(signer.key()))).isEmpty();
        assertThat(notices).singleElement().asString().contains("is stale: its receipt is not signed, and has to be by "
                + signer.key().id());
    }

    @Test
    public void anotherKeysSignatureDoesNotCount() throws Exception {
        store.sign(toolchain, ReceiptSigner.generate());
        assertThat(find(List.of(signer.key()))).isEmpty();
        assertThat(notices).singleElement().asString().contains("no signature under its receipt is by " + signer.key().id());
    }

    @Test
    public void aReceiptThatWasEditedByHandIsRefusedThoughAllElseFits() throws Exception {
        store.sign(toolchain, signer);
        Files.writeString(receipt(), Files.readString(receipt()).replaceFirst("(\"source\"\\s*:\\s*\")", "$1https://elsewhere.example.com/"));
        Files.delete(toolchain.home().resolve(MetaFiles.STAMP));
        assertThat(find(List.of())).as("the tree is as it was, and nobody asks for a signature").isPresent();
        assertThat(find(List.of(signer.key()))).isEmpty();
        assertThat(notices).singleElement().asString().contains("and of what it says now");
    }

    @Test
    public void aSignatureOfAnotherReceiptDoesNotCount() throws Exception {
        store.keepSignature(toolchain.version(), toolchain.platform(), signer.sign("{}".getBytes(StandardCharsets.UTF_8)));
        assertThat(find(List.of(signer.key()))).isEmpty();
    }

    @Test
    public void severalMaySignAndEachOnceOnly() throws Exception {
        ReceiptSigner other = ReceiptSigner.generate();
        store.sign(toolchain, signer);
        store.sign(toolchain, other);
        store.sign(toolchain, signer);
        assertThat(ReceiptSignatures.read(toolchain.home()).lines()).hasSize(2);
        assertThat(toolchain.signedReceipt().signedBy(List.of(other.key()))).isPresent();
        assertThat(toolchain.signedReceipt().signedBy(List.of(signer.key()))).isPresent();
    }

    @Test
    public void aFileOfNonsenseIsNoSignature() throws Exception {
        Path file = toolchain.home().resolve(MetaFiles.SIGNATURES);
        for (String text : List.of("", "\n\n", "ed25519", "ed25519 " + signer.key().id() + " ====", "rsa a b", "x".repeat(100_000))) {
            Files.writeString(file, text);
            assertThat(toolchain.signedReceipt().signedBy(List.of(signer.key()))).isEmpty();
        }
    }

    @Test
    public void whatIsNotAsItWasProvenIsNotSigned() throws Exception {
        Files.writeString(toolchain.home().resolve("bin/go"), "evil");
        assertThatThrownBy(() -> store.sign(toolchain, signer))
                .isInstanceOf(VerificationException.class).hasMessageContaining("bin/go");
        assertThat(toolchain.home().resolve(MetaFiles.SIGNATURES)).doesNotExist();
    }

    @Test
    public void aFolderOfAnImageIsHeldToTheSame() throws Exception {
        store.sign(toolchain, signer);
        ForeignToolchain image = ForeignToolchain.in(toolchain.home(), false);
        assertThat(image.verified(ReceiptDemands.NONE.signedBy(List.of(signer.key())))).isEqualTo(toolchain.receipt());
        ReceiptKey other = ReceiptSigner.generate().key();
        assertThatThrownBy(() -> image.verified(ReceiptDemands.NONE.signedBy(List.of(other))))
                .isInstanceOf(VerificationException.class).hasMessageContaining("no signature under its receipt is by " + other.id());
    }
}
