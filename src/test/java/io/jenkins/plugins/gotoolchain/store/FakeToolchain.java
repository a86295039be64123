package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.release.Archive;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.Packaging;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import io.jenkins.plugins.gotoolchain.tree.TreeManifest;
import io.jenkins.plugins.gotoolchain.trust.Proof;
import io.jenkins.plugins.gotoolchain.trust.TrustPolicy;
import io.jenkins.plugins.gotoolchain.trust.Verifier;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small tree in the shape of a toolchain, and what publishing it takes. */
final class FakeToolchain {

    final GoVersion version;
    final Platform platform;
    final Map<String, byte[]> files = new TreeMap<>();
    final String archiveSha256;

    FakeToolchain(String version, String platform) throws IOException {
        this.version = GoVersion.parse(version);
        this.platform = Platform.parse(platform);
        this.archiveSha256 = sha256(("the archive of " + version).getBytes(StandardCharsets.UTF_8));
        put("VERSION", "go" + version);
        put("bin/go", "#!/bin/sh\necho go version go" + version + "\n");
        put("bin/gofmt", "#!/bin/sh\n");
        put("pkg/tool/linux_amd64/compile", "#!/bin/sh\n# compiles " + version + "\n");
        put("pkg/tool/linux_amd64/link", "#!/bin/sh\n# links\n");
        put("pkg/include/textflag.h", "#define NOPROF 1\n");
        for (int i = 0; i < 20; i++) {
            put("src/p" + i % 4 + "/file" + i + ".go", "package p" + i % 4 + "\n// " + "x".repeat(i * 50) + "\n");
        }
    }

    void put(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean executable(String path) {
        return path.startsWith("bin/") || path.startsWith("pkg/tool/");
    }

    TreeManifest manifest() {
        List<TreeEntry> entries = new ArrayList<>();
        files.forEach((path, bytes) ->
                entries.add(TreeEntry.file(path, bytes.length, executable(path), sha256(bytes))));
        return TreeManifest.of(entries);
    }

    void unpack(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
            path.toFile().setExecutable(executable(file.getKey()), false);
        }
    }

    /** The real thing: a verifier that was told the archive's digest as a pin. */
    Proof proof() throws Exception {
        return proof(manifest());
    }

    Proof proof(TreeManifest manifest) throws Exception {
        Archive archive = new Archive(version, platform, Packaging.TAR_GZ, archiveName(), 1234);
        Verifier verifier = Verifier.withoutDatabase(TrustPolicy.anyEvidence(), "not in this test");
        DigestClaim pin = new DigestClaim(archiveSha256, DigestClaim.Kind.PIN, "the configuration", true);
        return verifier.proveTree(verifier.proveArchive(archive, 1234, archiveSha256, List.of(pin)), archiveSha256, manifest);
    }

    String archiveName() {
        return version.goName() + "." + platform.dashed() + ".tar.gz";
    }

    ReceiptDraft draft() {
        return new ReceiptDraft(
                "https://mirror.example.com/go/", archiveName(), "1.24 -> newest of 1.24", "1.0", List.of(archiveSha256));
    }

    Toolchain install(ToolchainStore store) throws Exception {
        try (Staging staging = store.stage(version, platform)) {
            unpack(staging.folder());
            return store.publish(staging, proof(), manifest(), draft());
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
