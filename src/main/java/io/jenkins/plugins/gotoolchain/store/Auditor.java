package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Reads toolchains to the last byte, and takes away what was found damaged. */
final class Auditor {

    private final StoreRoot root;
    private final Gate gate;
    private final Clock clock;
    private final Pace pace;

    Auditor(StoreRoot root, Gate gate, Clock clock, Pace pace) {
        this.root = root;
        this.gate = gate;
        this.clock = clock;
        this.pace = pace;
    }

    /** Where another one took its place meanwhile, that one is read. */
    VerifyReport verify(GoVersion version, Platform platform) throws StoreException, InterruptedException {
        Path home = root.home(version, platform);
        VerifyReport report = null;
        for (int look = 0; look < Finder.LOOKS; look++) {
            report = Examination.full(home, StoreRoot.name(version, platform), pace).report();
            if (report.isSound() || report.receipt().equals(VerifyReport.receiptName(Finder.receiptBytes(home)))) {
                break;
            }
        }
        return report;
    }

    Optional<Path> putAside(GoVersion version, Platform platform, VerifyReport report)
            throws StoreException, InterruptedException {
        Path home = root.home(version, platform);
        String why = "The toolchain in " + home + " is damaged: " + report.summary();
        byte[] receiptBytes = Finder.receiptBytes(home);
        if (!report.receipt().equals(VerifyReport.receiptName(receiptBytes))) {
            return Optional.empty();
        }
        return Optional.ofNullable(new Aside(root, gate, clock).putAside(home, receiptBytes, why));
    }
}
