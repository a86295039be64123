package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.pins.Pin;
import io.jenkins.plugins.gotoolchain.provision.ProvisionListener;
import io.jenkins.plugins.gotoolchain.provision.ProvisionRequest;
import io.jenkins.plugins.gotoolchain.provision.ProvisionSettings;
import io.jenkins.plugins.gotoolchain.provision.Provisioned;
import io.jenkins.plugins.gotoolchain.provision.Provisioner;
import io.jenkins.plugins.gotoolchain.release.DetectedPlatform;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.release.PlatformDetector;
import io.jenkins.plugins.gotoolchain.source.DefaultSources;
import io.jenkins.plugins.gotoolchain.source.GoEnvFile;
import io.jenkins.plugins.gotoolchain.source.SourceKind;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.store.ReceiptKey;
import io.jenkins.plugins.gotoolchain.store.ReceiptSigner;
import io.jenkins.plugins.gotoolchain.store.SignedReceipt;
import io.jenkins.plugins.gotoolchain.store.Toolchain;
import io.jenkins.plugins.gotoolchain.store.ToolchainStore;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import io.jenkins.plugins.gotoolchain.transfer.ProxySettings;
import io.jenkins.plugins.gotoolchain.trust.Requirement;
import io.jenkins.plugins.gotoolchain.trust.TrustPolicy;
import io.jenkins.plugins.gotoolchain.trust.openpgp.Fingerprint;
import io.jenkins.plugins.gotoolchain.trust.openpgp.SigningKeySettings;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import io.jenkins.plugins.gotoolchain.version.VersionSelector;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the options and the environment come to: a store, a platform, and the road to a toolchain. */
final class EngineSetup {

    private static final String MODULE = "go.mod";
    private static final String DEFAULT = "default";
    private static final long MOST_OF_FILE = 4 << 20;

    private final GoToolchainCommand options;
    private final Map<String, String> environment;

    EngineSetup(GoToolchainCommand options) {
        this.options = options;
        this.environment = options.environment;
    }

    ToolchainStore store() throws ToolchainException {
        ToolchainStore store = new ToolchainStore(root());
        if (store.concern().isPresent()) {
            ConsoleProgress.line(store.concern().get());
        }
        return store;
    }

    Path root() {
        return DefaultRoot.of(options.root, environment).toAbsolutePath().normalize();
    }

    Platform platform() throws ToolchainException {
        if (options.platform != null) {
            return Platform.parse(options.platform);
        }
        DetectedPlatform here = PlatformDetector.detect();
        for (String note : here.notes()) {
            ConsoleProgress.line(note);
        }
        return here.platform();
    }

    /** The road, with its progress on standard error. */
    Provisioner provisioner(ProvisionListener listener) throws IOException, InterruptedException {
        return new Provisioner(settings(), store(), listener);
    }

    /** The selector that counts where none was given: go.mod, or the default where there is one and no go.mod. */
    String unnamed() throws ToolchainException {
        if (Files.exists(workspace().resolve(MODULE))) {
            return MODULE;
        }
        return store().defaultVersion().orElse(MODULE);
    }

    /** The selector itself, or what stands for the word {@code default}. */
    String named(String selector) throws ToolchainException {
        if (!selector.strip().equals(DEFAULT)) {
            return selector;
        }
        return store().defaultVersion().orElseThrow(() -> new ConfigurationException(
                "There is no default version in " + root(), "set one: go-toolchain default 1.24.x"));
    }

    /** Selects and provides. */
    Provisioned provision(String selector) throws IOException, InterruptedException {
        VersionSelector wanted = VersionSelector.parse(named(selector));
        String pin = pin();
        Platform platform = platform();
        ProvisionListener progress = ConsoleProgress.open();
        Provisioner provisioner = provisioner(progress);
        Resolution resolution = provisioner.resolve(wanted, workspace(), platform);
        if (!resolution.asked().equals(resolution.version().text())) {
            progress.step(resolution.asked() + " is Go " + resolution.version() + " (" + resolution.how() + ")");
        }
        return provisioner.provision(request(wanted, resolution, platform, pin));
    }

    /** Selects and provides, and refuses what none of the keys signed that the options name. */
    Toolchain signed(String selector) throws IOException, InterruptedException {
        Toolchain toolchain = provision(selector).toolchain();
        requireSigned(toolchain);
        return toolchain;
    }

    /** @throws VerificationException where the options name keys and none of them signed its receipt */
    void requireSigned(Toolchain toolchain) throws ConfigurationException, VerificationException {
        Optional<String> objection = objectionToSignature(toolchain.signedReceipt());
        if (objection.isPresent()) {
            throw new VerificationException(
                    toolchain + " is not used: " + objection.get(),
                    "have it signed where its image is made, go-toolchain install --sign-receipt KEY.pem, or name the key of"
                            + " whoever signed it");
        }
    }

    /** Empty where the options name no keys. */
    Optional<String> objectionToSignature(SignedReceipt receipt) throws ConfigurationException {
        if (options.receiptKey == null) {
            return Optional.empty();
        }
        return receipt.objection(ReceiptKey.parseAll(
                text(options.receiptKey, "receipt keys", "public keys in PEM"), options.receiptKey.toString()));
    }

    /** @param file with a private key in PEM */
    static ReceiptSigner signer(Path file) throws ConfigurationException {
        return ReceiptSigner.parse(text(file, "key that signs receipts", "a private key in PEM"), file.toString());
    }

    private ProvisionRequest request(VersionSelector wanted, Resolution resolution, Platform platform, String sha256)
            throws ConfigurationException {
        PinsOnDisk pins = PinsOnDisk.of(options.pins, wanted, workspace());
        if (pins == null) {
            return new ProvisionRequest(resolution, platform, sha256);
        }
        Pin pin = pins.read().pins().require(resolution.version(), platform);
        if (sha256 != null && !sha256.equals(pin.sha256())) {
            throw new ConfigurationException(
                    "--sha256 says another digest than " + pin.from() + ":\n    " + sha256 + "\n    " + pin.line(),
                    "find out which of the two is right; leave --sha256 out where the file is");
        }
        return new ProvisionRequest(resolution, platform, null, sha256 == null ? pin : pin.withoutModule());
    }

    private String pin() throws ConfigurationException {
        if (options.sha256 == null) {
            return null;
        }
        String pin = options.sha256.strip().toLowerCase(Locale.ROOT);
        if (!DigestClaim.isSha256(pin)) {
            throw new ConfigurationException(
                    "--sha256 is no SHA-256: " + pin.length() + " characters", "give 64 hexadecimal digits");
        }
        return pin;
    }

    static Path workspace() {
        return Path.of("").toAbsolutePath();
    }

    /** As the environment and the options have it; patient as for small documents where no profile is named. */
    Network network() throws ConfigurationException {
        Profile profile = options.profile == null ? Profile.INTERNET : Profile.parse(options.profile);
        return new Network(profile, ProxySettings.fromEnvironment(environment), caPem(), Map.of());
    }

    private ProvisionSettings settings() throws IOException, InterruptedException {
        Network network = network();
        GoEnvFile user = GoEnvFile.of(environment);
        return new ProvisionSettings(
                root().toString(),
                sources(),
                network,
                options.profile == null ? Profile.LARGE_FILE : network.profile(),
                policy(),
                user.setting("GOSUMDB"),
                user.setting("GONOSUMDB"),
                user.setting("GOPRIVATE"))
                .signedBy(signingKey())
                .heldAgainst(reference())
                .over(layers());
    }

    /** Separated as on a PATH in the variable. */
    private List<String> layers() {
        List<Path> folders = new ArrayList<>(options.layers);
        if (folders.isEmpty()) {
            for (String folder : environment.getOrDefault("GO_TOOLCHAIN_LAYERS", "").split(File.pathSeparator)) {
                if (!folder.isBlank()) {
                    folders.add(Path.of(folder.strip()));
                }
            }
        }
        return folders.stream().map(folder -> folder.toAbsolutePath().normalize().toString()).toList();
    }

    /** Null for none. */
    private SourceSpec reference() throws ConfigurationException {
        String named = options.reference == null
                ? environment.getOrDefault("GO_TOOLCHAIN_REFERENCE", "").strip()
                : options.reference.strip();
        if (named.equals("none")) {
            return null;
        }
        SourceSpec site = named.isEmpty() ? SourceSpec.GO_DOWNLOAD_SITE : SourceSpec.parse(named);
        if (site.kind() != SourceKind.DOWNLOAD_SITE) {
            throw new ConfigurationException(
                    "\"" + site.label() + "\" is no download site, and so nothing to hold archives against",
                    "name one by its address, https://host/path/, or none");
        }
        return site;
    }

    private SigningKeySettings signingKey() throws ConfigurationException {
        if (options.signingKey == null && options.signingKeyFingerprint != null) {
            throw new ConfigurationException(
                    "--signing-key-fingerprint says which key, and nothing says where it is",
                    "name the key's file, or its address, with --signing-key");
        }
        if (options.signingKey == null) {
            return SigningKeySettings.GO;
        }
        Fingerprint fingerprint = options.signingKeyFingerprint == null
                ? Fingerprint.GO
                : Fingerprint.parse(options.signingKeyFingerprint);
        if (options.signingKey.startsWith("https://") || options.signingKey.startsWith("http://")) {
            return SigningKeySettings.fetched(fingerprint, options.signingKey);
        }
        return SigningKeySettings.given(fingerprint, text(Path.of(options.signingKey), "signing key", "an armored public key"));
    }

    List<SourceSpec> sources() throws ConfigurationException, InterruptedException {
        if (options.sources.isEmpty()) {
            return DefaultSources.of(environment);
        }
        List<SourceSpec> specs = new ArrayList<>();
        for (String source : options.sources) {
            specs.add(SourceSpec.parse(source));
        }
        return specs;
    }

    private TrustPolicy policy() throws ConfigurationException {
        Set<Requirement> required = new HashSet<>();
        for (String word : options.require) {
            required.add(Requirement.parse(word));
        }
        return new TrustPolicy(required);
    }

    private String caPem() throws ConfigurationException {
        String named = environment.getOrDefault("GO_TOOLCHAIN_CA_FILE", "");
        if (options.caFile == null && named.isEmpty()) {
            return null;
        }
        return text(options.caFile == null ? Path.of(named) : options.caFile, "certificates", "a PEM file");
    }

    private static String text(Path file, String of, String wanted) throws ConfigurationException {
        try {
            if (Files.size(file) > MOST_OF_FILE) {
                throw new ConfigurationException(file + " is too large for a file of the " + of, "name " + wanted);
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            if (e instanceof ConfigurationException known) {
                throw known;
            }
            throw new ConfigurationException(
                    "The file of the " + of + " cannot be read: " + file, List.of(e.toString()), "name " + wanted, e);
        }
    }
}
