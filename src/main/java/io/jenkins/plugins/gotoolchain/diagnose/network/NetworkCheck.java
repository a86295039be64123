package io.jenkins.plugins.gotoolchain.diagnose.network;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.source.GoProxyList;
import io.jenkins.plugins.gotoolchain.source.SourceKind;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.source.Sources;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks all sources side by side, each on a thread of its own, as a download would: through the same proxy, with the same
 * trust and login. The whole takes no longer than the longest time-out of the profile, and ends at once when the thread
 * that runs it is interrupted.
 */
public final class NetworkCheck {

    private static final Duration NAME_SERVER_PATIENCE = Duration.ofSeconds(1);

    private NetworkCheck() {}

    /**
     * @param node the name of this machine for the report
     * @throws ConfigurationException where a source cannot be asked as it is named
     */
    public static NetworkReport run(NetworkRequest request, String node) throws ConfigurationException, InterruptedException {
        long at = System.currentTimeMillis();
        long begun = System.nanoTime();
        Network network = withLogins(request);
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "go-toolchain network check");
            thread.setDaemon(true);
            return thread;
        });
        try {
            NameServers names = new NameServers(request.literal(), NAME_SERVER_PATIENCE, threads);
            long deadline = begun + limit(network).toNanos();
            Map<String, Future<NameEvidence>> asked = new HashMap<>();
            List<List<Future<TargetCheck>>> running = new ArrayList<>();
            for (SourceSpec source : request.sources()) {
                List<Future<TargetCheck>> checks = new ArrayList<>();
                for (NetworkTarget target : targets(source)) {
                    TargetProbe probe = new TargetProbe(target, network, request, deadline);
                    Future<NameEvidence> evidence = probe.nameToLookUp() == null ? null
                            : asked.computeIfAbsent(probe.nameToLookUp(), host -> threads.submit(() -> names.ask(host)));
                    checks.add(threads.submit(() -> probe.run(evidence)));
                }
                running.add(checks);
            }
            List<SourceCheck> sources = new ArrayList<>();
            for (int i = 0; i < running.size(); i++) {
                List<TargetCheck> checks = new ArrayList<>();
                for (Future<TargetCheck> one : running.get(i)) {
                    checks.add(result(one));
                }
                sources.add(new SourceCheck(request.sources().get(i).label(), checks));
            }
            return new NetworkReport(node, at, (System.nanoTime() - begun) / 1_000_000, request.platform().toString(),
                    network.profile().label(), ClockEvidence.weigh(sources));
        } finally {
            threads.shutdownNow();
        }
    }

    /** The longest time-out of the profile. */
    static Duration limit(Network network) {
        Duration connect = network.profile().timeouts().connect();
        Duration stall = network.profile().timeouts().stall();
        return connect.compareTo(stall) > 0 ? connect : stall;
    }

    private static Network withLogins(NetworkRequest request) {
        Network network = request.network();
        for (SourceSpec source : request.sources()) {
            for (SourceSpec.Login login : source.logins()) {
                network = network.with(login.base().toString(), login.credentials());
            }
        }
        return network;
    }

    private static TargetCheck result(Future<TargetCheck> one) throws ConfigurationException, InterruptedException {
        try {
            return one.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConfigurationException known) {
                throw known;
            }
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException();
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    static List<NetworkTarget> targets(SourceSpec source) throws ConfigurationException {
        switch (source.kind()) {
            case MODULE_PROXY:
                List<NetworkTarget> entries = new ArrayList<>();
                for (GoProxyList.Entry entry : GoProxyList.parse(source.address()).entries()) {
                    entries.add(new NetworkTarget(source.kind(), "goproxy:" + entry.label(), entry.base(), entry.pastAnyError()));
                }
                return entries;
            case ARCHIVE_FOLDER:
                return List.of(new NetworkTarget(source.kind(), source.label(), folder(source.address()), false));
            default:
                return List.of(new NetworkTarget(SourceKind.DOWNLOAD_SITE, source.label(), URI.create(source.address()), false));
        }
    }

    private static URI folder(String named) throws ConfigurationException {
        String uri = Sources.folder(named).toUri().toString();
        return URI.create(uri.endsWith("/") ? uri : uri + "/");
    }
}
