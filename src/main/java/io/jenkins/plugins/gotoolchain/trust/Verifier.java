package io.jenkins.plugins.gotoolchain.trust;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.DisagreementException;
import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.pins.Pin;
import io.jenkins.plugins.gotoolchain.release.Archive;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.Packaging;
import io.jenkins.plugins.gotoolchain.release.ToolchainModule;
import io.jenkins.plugins.gotoolchain.tree.TreeManifest;
import io.jenkins.plugins.gotoolchain.trust.openpgp.ClaimedSignature;
import io.jenkins.plugins.gotoolchain.trust.openpgp.VerifiedSignature;
import io.jenkins.plugins.gotoolchain.trust.sumdb.ChecksumDatabase;
import io.jenkins.plugins.gotoolchain.trust.sumdb.SumdbEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes proofs under a policy; nothing else does. An archive of a download site is proven by its digest, its signature
 * or both before it is unpacked ({@link #proveArchive}, then {@link #proveTree}); a module zip by its files' digests
 * after it was unpacked into staging ({@link #proveModule}).
 */
public final class Verifier {

    private final TrustPolicy policy;
    private final Demand demand;
    private final ChecksumDatabase database;
    private final String whyNoDatabase;
    private final ClaimedSignature signature;
    private final Pin pin;
    private final String servedBy;

    /** @throws ConfigurationException where the policy demands what no archive has */
    public Verifier(TrustPolicy policy, ChecksumDatabase database) throws ConfigurationException {
        this(policy, database, "", null, null, "its source");
    }

    /** Without the checksum database. @param why it is not there, for messages: {@code GOSUMDB=off} */
    public static Verifier withoutDatabase(TrustPolicy policy, String why) throws ConfigurationException {
        return new Verifier(policy, null, why, null, null, "its source");
    }

    /** The same with a signature of the archive that is to be proven, which claims to be by the pinned key. */
    public Verifier with(ClaimedSignature claimed) throws ConfigurationException {
        return new Verifier(policy, database, whyNoDatabase, claimed, pin, servedBy);
    }

    /** The same, but no other bytes than the pinned ones pass, whatever else speaks for them. */
    public Verifier with(Pin only) throws ConfigurationException {
        return new Verifier(policy, database, whyNoDatabase, signature, only, servedBy);
    }

    /** The same, for what comes from there. @param address printable, for messages */
    public Verifier servedBy(String address) throws ConfigurationException {
        return new Verifier(policy, database, whyNoDatabase, signature, pin, address);
    }

    /** @throws DisagreementException where two of these claims for one archive differ from each other */
    public static void requireAgreement(Archive archive, List<DigestClaim> claims) throws DisagreementException {
        new DigestClaims(archive, claims).agree();
    }

    private Verifier(
            TrustPolicy policy,
            ChecksumDatabase database,
            String whyNoDatabase,
            ClaimedSignature signature,
            Pin pin,
            String servedBy)
            throws ConfigurationException {
        requireCheckable(policy);
        if (policy.requires(Requirement.SUMDB) && database == null) {
            throw new ConfigurationException(
                    "the checksum database is required, and is not in use: " + whyNoDatabase,
                    "set GOSUMDB to sum.golang.org, or do not require sumdb");
        }
        this.policy = policy;
        this.demand = new Demand(policy);
        this.database = database;
        this.whyNoDatabase = whyNoDatabase;
        this.signature = signature;
        this.pin = pin;
        this.servedBy = servedBy;
    }

    /** @throws ConfigurationException where the policy demands what no archive has, whatever the source */
    public static void requireCheckable(TrustPolicy policy) throws ConfigurationException {
        if (policy.requires(Requirement.SIGNATURE) && policy.requires(Requirement.SUMDB)) {
            throw new ConfigurationException(
                    "signature and sumdb are both required, and no archive has both: signatures are of the .tar.gz of"
                            + " download sites, and the checksum database knows modules",
                    "require one of them, or each of them of its own kind of source");
        }
    }

    /**
     * Whether an archive of this kind can ever be proven under this policy; asked before it is downloaded.
     *
     * @return empty, or why not
     */
    public Optional<String> whyNever(Packaging packaging) {
        if (policy.requires(Requirement.SUMDB) && packaging != Packaging.MODULE_ZIP) {
            return Optional.of("the checksum database, which is required, knows toolchains as modules only,"
                    + " not the archives of a download site");
        }
        if (policy.requires(Requirement.SIGNATURE) && packaging != Packaging.TAR_GZ) {
            return Optional.of("a signature is required, and only the .tar.gz of download sites have one");
        }
        return pin == null ? Optional.empty() : whyNever(pin, packaging);
    }

    /** Whether a pin accepts no archive of this kind. @return empty, or why not */
    public static Optional<String> whyNever(Pin pin, Packaging packaging) {
        if (packaging == Packaging.MODULE_ZIP && pin.moduleHash().isEmpty()) {
            return Optional.of(pin.from() + " has no h1: of the module, only the sha256 of the archive of download sites");
        }
        if (packaging != Packaging.MODULE_ZIP && pin.sha256().isEmpty()) {
            return Optional.of(pin.from() + " has no sha256 of the archive of download sites, only the h1: of the module");
        }
        return Optional.empty();
    }

    /** Begins asking the checksum database in the background, so that it overlaps with the download. Never fails. */
    public void prefetch(Archive archive) {
        if (database != null && archive.packaging() == Packaging.MODULE_ZIP) {
            database.prefetch(ToolchainModule.PATH, moduleVersion(archive));
        }
    }

    /** As the other one, by digests alone. */
    public ProvenArchive proveArchive(Archive archive, long size, String sha256, List<DigestClaim> claims)
            throws VerificationException, StoreException {
        return proveArchive(archive, null, size, sha256, claims, List.of());
    }

    /**
     * Proves a download site's archive, before it is unpacked.
     *
     * @param file with the bytes that were received, for the signature; null where there is none to be held against it
     * @param size of the bytes that were received
     * @param sha256 of the bytes that were received, lower-case hex
     * @param claims all digests that are known for the archive
     * @param unasked who should have been asked for one too and was not, with the reason, for the evidence
     * @throws VerificationException where a claim or the signature disagrees, or no evidence is there that counts
     * @throws StoreException where the file cannot be read
     */
    public ProvenArchive proveArchive(
            Archive archive, Path file, long size, String sha256, List<DigestClaim> claims, List<String> unasked)
            throws VerificationException, StoreException {
        Optional<String> never = whyNever(archive.packaging());
        if (never.isPresent()) {
            throw new VerificationException(
                    Names.of(archive) + " cannot be proven: " + never.get(),
                    "use a Go module proxy as the source, or require other evidence");
        }
        DigestClaims known = new DigestClaims(archive, withPin(claims));
        checkBytes(archive, size, sha256);
        List<Evidence> evidence = new ArrayList<>();
        known.prove(sha256, unasked).ifPresent(evidence::add);
        if (signature != null && file != null) {
            evidence.add(held(signature.verify(file, sha256)));
        }
        demand.check(archive, sha256, evidence, known.considered());
        return new ProvenArchive(archive, size, sha256, evidence);
    }

    private List<DigestClaim> withPin(List<DigestClaim> claims) {
        if (pin == null) {
            return claims;
        }
        DigestClaim pinned = new DigestClaim(pin.sha256(), DigestClaim.Kind.PIN, pin.from(), true);
        List<DigestClaim> all = new ArrayList<>(claims);
        if (!all.contains(pinned)) {
            all.add(pinned);
        }
        return all;
    }

    private static SignatureEvidence held(VerifiedSignature signature) {
        return new SignatureEvidence(
                signature.key().hex(), signature.signer().hex(), signature.made(), signature.hash(), signature.from());
    }

    /**
     * Proves the tree that came out of a proven archive.
     *
     * @param sha256OfBytesUnpacked of the very bytes that were unpacked: read again, they may have changed meanwhile
     * @throws VerificationException where these are not the bytes that were proven
     */
    public Proof proveTree(ProvenArchive proven, String sha256OfBytesUnpacked, TreeManifest tree)
            throws VerificationException {
        Archive archive = proven.archive();
        if (!proven.sha256().equals(sha256OfBytesUnpacked)) {
            throw new VerificationException(
                    Names.of(archive) + " changed on the disk between its verification and its unpacking:\n    "
                            + proven.sha256() + " was verified\n    " + sha256OfBytesUnpacked + " was unpacked",
                    "nothing was installed; find out who else writes to the store's folder, and check the disk");
        }
        return new Proof(
                proven.sha256(),
                proven.size(),
                "",
                tree.digest(),
                archive.version(),
                archive.platform(),
                proven.evidence());
    }

    /**
     * Proves a module zip and the tree that came out of it, in one go.
     *
     * @param size of the zip's bytes
     * @param sha256 of the zip's bytes, lower-case hex
     * @param pins digests of the zip that are known; usually none, a module proxy has no digests of zips
     * @param stored every file of the zip, named as it is there
     * @throws VerificationException where something disagrees, or the evidence is not enough
     * @throws UnreachableException where the checksum database could not be asked and is needed
     * @throws StoreException where the tree head that was kept cannot be read or replaced
     */
    public Proof proveModule(
            Archive archive,
            long size,
            String sha256,
            List<DigestClaim> pins,
            List<ModuleFile> stored,
            TreeManifest tree)
            throws VerificationException, UnreachableException, StoreException, InterruptedException {
        ModuleTree.check(ToolchainModule.PATH + "@" + moduleVersion(archive) + "/", stored, tree);
        String moduleHash = ModuleHash.of(stored);
        List<Evidence> evidence = ofModule(archive, size, sha256, pins, moduleHash);
        return new Proof(sha256, size, moduleHash, tree.digest(), archive.version(), archive.platform(), evidence);
    }

    /**
     * Proves a module zip that is kept as it is, and not unpacked. Whoever unpacks it proves it again.
     *
     * @param size of the zip's bytes
     * @param sha256 of the zip's bytes, lower-case hex
     * @param pins digests of the zip that are known
     * @param stored every file of the zip, named as it is there
     * @throws VerificationException where something disagrees, or the evidence is not enough
     * @throws UnreachableException where the checksum database could not be asked and is needed
     * @throws StoreException where the tree head that was kept cannot be read or replaced
     */
    public ProvenArchive proveModuleArchive(
            Archive archive, long size, String sha256, List<DigestClaim> pins, List<ModuleFile> stored)
            throws VerificationException, UnreachableException, StoreException, InterruptedException {
        return new ProvenArchive(archive, size, sha256, ofModule(archive, size, sha256, pins, ModuleHash.of(stored)));
    }

    private List<Evidence> ofModule(
            Archive archive, long size, String sha256, List<DigestClaim> pins, String moduleHash)
            throws VerificationException, UnreachableException, StoreException, InterruptedException {
        DigestClaims known = new DigestClaims(archive, pins);
        checkBytes(archive, size, sha256);
        String version = moduleVersion(archive);
        List<String> considered = known.considered();
        List<String> unasked = new ArrayList<>();
        SumdbEntry entry = null;
        if (database == null) {
            considered.add("the checksum database is not in use: " + whyNoDatabase);
            unasked.add("the checksum database: " + whyNoDatabase);
        } else {
            try {
                entry = database.lookup(ToolchainModule.PATH, version);
            } catch (UnreachableException e) {
                if (pin == null && pins.isEmpty() || policy.requires(Requirement.SUMDB)) {
                    throw e;
                }
                unasked.add("the checksum database " + database.id() + ": " + e.problem());
            }
        }
        List<Evidence> evidence = new ArrayList<>();
        known.prove(sha256, unasked).ifPresent(evidence::add);
        if (pin != null) {
            evidence.add(pinned(archive, moduleHash, entry, unasked));
        }
        if (entry != null) {
            evidence.add(listed(archive, version, moduleHash, entry));
        }
        demand.check(archive, sha256, evidence, considered);
        return evidence;
    }

    private PinnedModuleEvidence pinned(Archive archive, String moduleHash, SumdbEntry entry, List<String> unasked)
            throws VerificationException {
        Optional<String> never = whyNever(pin, archive.packaging());
        if (never.isPresent()) {
            throw new VerificationException(
                    Names.of(archive) + " cannot be proven: " + never.get(), "use a download site as the source");
        }
        if (entry != null && !entry.moduleHash().equals(pin.moduleHash())) {
            throw DisagreementException.of(
                    Names.of(archive),
                    List.of(new DisagreementException.Statement(pin.moduleHash(), pin.from()), said(entry)),
                    List.of(moduleHash + " have the files received"),
                    "nothing was installed, and no other source is asked; find out who changed the pin (go-toolchain pins"
                            + " check): what is in the checksum database all the world sees the same");
        }
        if (!pin.moduleHash().equals(moduleHash)) {
            throw new VerificationException(
                    "the files of " + Names.of(archive) + " are not those that are pinned:\n    " + pin.moduleHash()
                            + " says " + pin.from() + "\n    " + moduleHash + " have the files received",
                    "nothing was installed; see whether the pin is right (go-toolchain pins check): where it is, the"
                            + " source serves something else");
        }
        return new PinnedModuleEvidence(moduleHash, pin.from(), unasked);
    }

    private ChecksumDatabaseEvidence listed(Archive archive, String version, String moduleHash, SumdbEntry entry)
            throws DisagreementException {
        if (!entry.moduleHash().equals(moduleHash)) {
            throw DisagreementException.of(
                    "the files of " + Names.of(archive),
                    List.of(said(entry), new DisagreementException.Statement(moduleHash, "what " + servedBy + " serves")),
                    List.of(),
                    "nothing was installed, and no other source is asked; the module proxy serves something else than what"
                            + " was published: tell whoever runs it, and use another one");
        }
        return new ChecksumDatabaseEvidence(
                moduleHash,
                ToolchainModule.PATH + "@" + version,
                entry.database(),
                entry.record(),
                entry.treeSize(),
                entry.treeRoot(),
                entry.from());
    }

    private static DisagreementException.Statement said(SumdbEntry entry) {
        return new DisagreementException.Statement(
                entry.moduleHash(),
                "record " + entry.record() + " of " + entry.database() + " (read through " + entry.from() + ")");
    }

    private static void checkBytes(Archive archive, long size, String sha256) throws VerificationException {
        if (!DigestClaim.isSha256(sha256)) {
            throw new IllegalArgumentException("no SHA-256 of the bytes received: " + sha256);
        }
        if (archive.size() >= 0 && archive.size() != size) {
            throw new VerificationException(
                    Names.of(archive) + " has " + size + " bytes, and its source says " + archive.size(),
                    "nothing was installed; try again, or use another source");
        }
    }

    private static String moduleVersion(Archive archive) {
        return ToolchainModule.version(archive.version(), archive.platform());
    }
}
