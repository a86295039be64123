package io.jenkins.plugins.gotoolchain.diagnose.network;

import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.release.ArchiveName;
import io.jenkins.plugins.gotoolchain.release.ToolchainModule;
import io.jenkins.plugins.gotoolchain.source.SourceKind;
import io.jenkins.plugins.gotoolchain.transfer.HttpProxy;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Observed;
import io.jenkins.plugins.gotoolchain.transfer.ObservedGet;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks one target: its index, then the beginning of an archive. */
final class TargetProbe {

    private static final long MOST_OF_INDEX = 32L << 20;
    /** Below it there is no use in another request. */
    private static final long LEAST_MILLIS = 50;

    private final NetworkTarget target;
    private final Network network;
    private final NetworkRequest request;
    private final long deadline;

    /** @param deadline by {@link System#nanoTime} */
    TargetProbe(NetworkTarget target, Network network, NetworkRequest request, long deadline) {
        this.target = target;
        this.network = network;
        this.request = request;
        this.deadline = deadline;
    }

    /** The name that this node itself has to look up: that of the proxy where there is one; null for none. */
    String nameToLookUp() {
        if (target.base() == null || target.isFolder()) {
            return null;
        }
        HttpProxy proxy = network.proxies().proxyFor(target.base()).orElse(null);
        String host = proxy == null ? target.base().getHost() : proxy.address().getHost();
        return host == null || ConnectionVerdict.needsNoLookUp(host) ? null : host;
    }

    TargetCheck run(Future<NameEvidence> names) throws ToolchainException, InterruptedException {
        List<NetworkFinding> findings = new ArrayList<>();
        if (target.base() == null) {
            findings.add(NetworkFinding.of(NetworkCause.GOPROXY_OFF));
            return new TargetCheck(target, null, null, null, null, List.of(), findings);
        }
        if (target.isFolder()) {
            return FolderProbe.check(target, request);
        }
        ObservedGet get = new ObservedGet(network);
        Observed index = get.get(indexUri(), null, MOST_OF_INDEX, (int) MOST_OF_INDEX, left());
        IndexReading reading = IndexReading.of(target, index, request);
        Observed archive = null;
        if (reading.goesOn() && left().toMillis() > LEAST_MILLIS) {
            archive = get.get(archiveUri(reading.version()), "bytes=0-" + (request.bytes() - 1), request.bytes(), 512, left());
        }
        NameEvidence evidence = evidence(names);
        Verdicts verdicts = new Verdicts(target, network, evidence);
        verdicts.ofRequest(index, true);
        verdicts.ofIndex(index, reading, archive != null);
        if (archive != null) {
            verdicts.ofRequest(archive, false);
            verdicts.ofArchive(archive, reading, request.bytes());
        }
        return new TargetCheck(target, reading.version() == null ? null : reading.version().text(), light(index), light(archive),
                evidence, DecisionPath.of(index, archive, reading, evidence, verdicts.findings()), verdicts.findings());
    }

    /** Without the body, which nobody needs any more. */
    private static Observed light(Observed seen) {
        return seen == null ? null : new Observed(seen.hops(), new byte[0], seen.bytes(), seen.length(), seen.bodyMillis(),
                seen.quietMillis(), seen.dateSkewMillis(), seen.trouble());
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
    }

    private URI indexUri() {
        return target.kind() == SourceKind.MODULE_PROXY
                ? target.base().resolve(ToolchainModule.listFile())
                : URI.create(target.base() + "?mode=json&include=all");
    }

    private URI archiveUri(GoVersion version) {
        return target.kind() == SourceKind.MODULE_PROXY
                ? target.base().resolve(ToolchainModule.file(version, request.platform(), "zip"))
                : target.base().resolve(ArchiveName.of(version, request.platform()).fileName());
    }

    private NameEvidence evidence(Future<NameEvidence> names) throws InterruptedException {
        try {
            return names == null ? null : names.get(left().toMillis() + 200, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
