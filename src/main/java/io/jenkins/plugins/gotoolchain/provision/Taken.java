package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.archive.StoredFile;
import io.jenkins.plugins.gotoolchain.archive.ToolchainShape;
import io.jenkins.plugins.gotoolchain.release.Archive;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.source.Offer;
import io.jenkins.plugins.gotoolchain.transfer.Downloaded;
import io.jenkins.plugins.gotoolchain.trust.ModuleFile;
import io.jenkins.plugins.gotoolchain.trust.Verifier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An offer whose archive is here and not proven yet.
 *
 * @param claims all that is known of its digest
 * @param unasked who should have been asked for one too and was not, with the reason
 * @param fetching how long the archive took to get here, in milliseconds
 * @param verifier for what the address serves that it came from
 */
record Taken(
        Offer offer,
        List<DigestClaim> claims,
        List<String> unasked,
        Downloaded file,
        long fetching,
        Verifier verifier,
        ProvisionRequest request) {

    /** What the archive has to hold. */
    ToolchainShape shape() {
        Archive archive = offer.archive();
        return new ToolchainShape(archive.version().goName(), archive.platform().os(), archive.platform().arch());
    }

    /** The files of a module's zip, as their proof wants them. */
    static List<ModuleFile> moduleFiles(List<StoredFile> stored) {
        List<ModuleFile> files = new ArrayList<>(stored.size());
        for (StoredFile one : stored) {
            files.add(new ModuleFile(one.name(), one.sha256()));
        }
        return files;
    }

    /** What is done with it. */
    @FunctionalInterface
    interface Use<T> {

        /** @throws io.jenkins.plugins.gotoolchain.failure.VerificationException where it is not what it should be */
        T of(Taken taken) throws IOException, InterruptedException;
    }
}
