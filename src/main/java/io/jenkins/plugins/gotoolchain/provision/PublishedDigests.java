package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.release.Archive;
import io.jenkins.plugins.gotoolchain.release.ArchiveName;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.release.ToolchainModule;
import io.jenkins.plugins.gotoolchain.source.Sources;
import io.jenkins.plugins.gotoolchain.trust.Verifier;
import io.jenkins.plugins.gotoolchain.trust.sumdb.ChecksumDatabase;
import io.jenkins.plugins.gotoolchain.trust.sumdb.SumdbEntry;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks what is published of releases' digests, without downloading any: trusted sources for the SHA-256 of archives, the
 * checksum database, with its proof, for the hash of modules. For one thread.
 */
public final class PublishedDigests {

    private final Sources sources;
    private final Optional<ChecksumDatabase> database;
    /** What did not answer once is not waited for again. */
    private final Map<String, String> away = new LinkedHashMap<>();

    PublishedDigests(Sources sources, Optional<ChecksumDatabase> database) {
        this.sources = sources;
        this.database = database;
    }

    /**
     * @throws VerificationException where two trusted sources disagree (a
     *     {@link io.jenkins.plugins.gotoolchain.failure.DisagreementException}), or what the database says cannot be believed
     * @throws StoreException where the newest signed tree of the database cannot be kept
     */
    public Published of(GoVersion version, Platform platform) throws IOException, InterruptedException {
        List<String> unknown = new ArrayList<>();
        String sha256 = "";
        List<String> sha256From = new ArrayList<>();
        Archive archive = ArchiveName.of(version, platform).archive(-1);
        List<DigestClaim> claims = claims(archive);
        Verifier.requireAgreement(archive, claims);
        for (DigestClaim claim : claims) {
            sha256 = claim.sha256();
            sha256From.add(claim.from());
        }
        Optional<SumdbEntry> entry = entry(version, platform);
        away.forEach((who, why) -> unknown.add(who + ": " + why));
        return new Published(
                version,
                platform,
                sha256,
                String.join(", ", sha256From),
                entry.map(SumdbEntry::moduleHash).orElse(""),
                entry.map(one -> "record " + one.record() + " of " + one.database()).orElse(""),
                unknown);
    }

    private List<DigestClaim> claims(Archive archive) throws IOException, InterruptedException {
        return sources.claims(archive, label -> !away.containsKey(label), (label, e) -> away.put(label, e.problem()));
    }

    private Optional<SumdbEntry> entry(GoVersion version, Platform platform)
            throws VerificationException, StoreException, InterruptedException {
        if (database.isEmpty()) {
            away.put("the checksum database", "GOSUMDB=off");
            return Optional.empty();
        }
        String id = "the checksum database " + database.get().id();
        if (away.containsKey(id)) {
            return Optional.empty();
        }
        try {
            return database.get().find(ToolchainModule.PATH, ToolchainModule.version(version, platform));
        } catch (UnreachableException e) {
            away.put(id, e.problem());
            return Optional.empty();
        }
    }
}
