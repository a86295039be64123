package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.pins.Pin;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import io.jenkins.plugins.gotoolchain.trust.Requirement;
import io.jenkins.plugins.gotoolchain.trust.TrustPolicy;
import io.jenkins.plugins.gotoolchain.trust.openpgp.SigningKeySettings;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.Resolution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A provisioner over one root, and what it said. */
final class Road implements ProvisionListener {

    static final Platform LINUX = new Platform("linux", "amd64");

    final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final Path root;
    private List<SourceSpec> sources = List.of();
    private TrustPolicy policy = TrustPolicy.anyEvidence();
    private String gosumdb = "";
    private String pin;
    private Pin only;
    private SourceSpec reference;
    private List<String> layers = List.of();
    private SigningKeySettings signingKey = SigningKeySettings.GO;

    Road(Path root) {
        this.root = root;
    }

    Road from(SourceSpec... specs) {
        sources = List.of(specs);
        return this;
    }

    Road requiring(Requirement... required) {
        policy = TrustPolicy.requiring(required);
        return this;
    }

    Road gosumdb(String setting) {
        gosumdb = setting;
        return this;
    }

    Road signedBy(SigningKeySettings key) {
        signingKey = key;
        return this;
    }

    Road heldAgainst(SourceSpec site) {
        reference = site;
        return this;
    }

    Road over(Path... folders) {
        layers = java.util.Arrays.stream(folders).map(Path::toString).toList();
        return this;
    }

    Road pin(String sha256) {
        pin = sha256;
        return this;
    }

    Road only(Pin pin) {
        only = pin;
        return this;
    }

    Provisioner open() throws Exception {
        return Provisioner.open(
                new ProvisionSettings(
                        root.toString(),
                        sources,
                        Network.direct(Profile.INTRANET),
                        Profile.INTRANET,
                        policy,
                        gosumdb,
                        "",
                        "")
                        .signedBy(signingKey)
                        .heldAgainst(reference)
                        .over(layers),
                this);
    }

    Provisioned provide(String version) throws Exception {
        GoVersion wanted = GoVersion.parse(version);
        return open().provision(
                new ProvisionRequest(new Resolution(version, wanted, "named in full"), LINUX, pin, only));
    }

    @Override
    public void notice(String text) {
        said.add(text);
    }

    @Override
    public void step(String text) {
        said.add(text);
    }
}
