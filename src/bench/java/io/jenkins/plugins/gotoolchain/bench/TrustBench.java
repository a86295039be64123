package io.jenkins.plugins.gotoolchain.bench;

import io.jenkins.plugins.gotoolchain.transfer.HttpGet;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import io.jenkins.plugins.gotoolchain.trust.openpgp.SignatureCheck;
import io.jenkins.plugins.gotoolchain.trust.openpgp.SigningKeySettings;
import io.jenkins.plugins.gotoolchain.trust.sumdb.ChecksumDatabase;
import io.jenkins.plugins.gotoolchain.trust.sumdb.HttpSumdb;
import io.jenkins.plugins.gotoolchain.trust.sumdb.SumdbProxy;
import io.jenkins.plugins.gotoolchain.trust.sumdb.SumdbSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * {@code TrustBench FOLDER LAUNCHER UPSTREAM [RUNS]}; see {@code ./build bench trust}. What the proofs add to a cold
 * install in a JVM that is warm: nothing of key, tiles or tree heads is kept, all of it comes over loopback. Google's
 * key is known to sign over SHA-256; SHA-512 is shown too, since gpg would take it by itself.
 */
public final class TrustBench {

    private static final double MOST_SECONDS = 0.15;
    private static final int WARM_UP = 5;

    private final Yard yard;
    private final HttpGet http = new HttpGet(Network.direct(Profile.INTRANET));
    private final Path archive;
    private final String sha256;
    private final SigningKeySettings key;

    private TrustBench(Yard yard) throws Exception {
        this.yard = yard;
        yard.installZip("kept").time();
        this.archive = yard.makeSite("kept");
        this.sha256 = Files.readString(yard.path("sums")).substring(0, 64);
        System.err.println("bench: making a key of RSA with 4096 bits, as Go's is");
        Signer signer = new Signer();
        Files.writeString(archive.resolveSibling("key.asc"), signer.key());
        Files.writeString(asc("SHA-256"), signer.sign(archive, "SHA-256"));
        Files.writeString(asc("SHA-512"), signer.sign(archive, "SHA-512"));
        this.key = SigningKeySettings.fetched(signer.fingerprint(), yard.mirror.url("/dl/key.asc"));
    }

    public static void main(String[] args) throws Exception {
        int code = 0;
        try (Yard yard = new Yard(Path.of(args[0]).toAbsolutePath(), args[1], args[2])) {
            new TrustBench(yard).run(args.length > 3 ? Integer.parseInt(args[3]) : 15);
        } catch (IOException e) {
            System.err.println("bench: " + e.getMessage());
            code = 1;
        }
        System.exit(code);
    }

    private void run(int runs) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            signature("SHA-256");
            signature("SHA-512");
            database();
        }
        String signed = "a signature over SHA-256, with its key";
        String listed = "an entry of the checksum database, with its tree";
        Duel duel = new Duel("What the proofs add to a cold install of Go " + Yard.VERSION + ", in a warm JVM, medians of "
                        + runs + " runs; the archive has " + Files.size(archive) / 1_000_000 + " MB")
                .side(signed, () -> signature("SHA-256"))
                .side("a signature over SHA-512, with its key", () -> signature("SHA-512"))
                .side(listed, this::database)
                .run(runs);
        double both = (duel.median(signed) + duel.median(listed)) / 1e9;
        System.out.printf(Locale.ROOT, "  both, though no archive needs both: %.3f s%s%n", both, Duel.verdict(both, MOST_SECONDS));
    }

    /** The signature and the key are fetched, the key is checked, the archive on the disk is read once more. */
    private long signature(String hash) throws Exception {
        Path state = yard.path("state");
        Yard.remove(state);
        URI at = URI.create(yard.mirror.url("/dl/" + asc(hash).getFileName()));
        long begin = System.nanoTime();
        new SignatureCheck(key, http, state, notice -> {}).claim(at, archive.getFileName().toString()).verify(archive, sha256);
        long took = System.nanoTime() - begin;
        Yard.remove(state);
        return took;
    }

    /** The entry and every tile that proves it are fetched through the module proxy. */
    private long database() throws Exception {
        Path state = yard.path("state");
        Yard.remove(state);
        SumdbSettings settings = SumdbSettings.parse("");
        String platform = archive.getFileName().toString().replaceAll("^go" + Yard.VERSION + "\\.|\\.tar\\.gz$", "");
        long begin = System.nanoTime();
        HttpSumdb reader =
                new HttpSumdb(settings, List.of(new SumdbProxy(URI.create(yard.moduleProxy() + "/"), false)), http);
        new ChecksumDatabase(settings.key(), reader, state)
                .lookup("golang.org/toolchain", "v0.0.1-go" + Yard.VERSION + "." + platform);
        long took = System.nanoTime() - begin;
        Yard.remove(state);
        return took;
    }

    private Path asc(String hash) {
        return archive.resolveSibling(archive.getFileName() + "." + hash + ".asc");
    }
}
