package io.jenkins.plugins.gotoolchain.source;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.release.Archive;
import io.jenkins.plugins.gotoolchain.release.Packaging;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.release.ToolchainModule;
import io.jenkins.plugins.gotoolchain.transfer.Answer;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * A Go module proxy, or a {@code GOPROXY} list of them, as the source of golang.org/toolchain
 * (go.dev/ref/mod#goproxy-protocol). It makes no claims: a module is proven by the checksum database.
 */
public final class ModuleProxy implements Source {

    private static final long MOST_OF_LIST = 8L << 20;
    private static final long MOST_OF_INFO = 64L << 10;

    private final GoProxyList list;
    private final Documents documents;
    private final Set<String> required;

    ModuleProxy(GoProxyList list, Documents documents, Set<String> required) {
        this.list = list;
        this.documents = documents;
        this.required = required;
    }

    @Override
    public String label() {
        return "goproxy:" + list.label();
    }

    @Override
    public Set<String> required() {
        return required;
    }

    /** The proxies of the list, in order, each ended by a slash; neither {@code direct} nor {@code off}. */
    List<URI> bases() {
        List<URI> bases = new ArrayList<>();
        for (GoProxyList.Entry entry : list.entries()) {
            if (entry.kind() == GoProxyList.Kind.PROXY) {
                bases.add(entry.base());
            }
        }
        return bases;
    }

    @Override
    public boolean serves(URI uri) {
        for (GoProxyList.Entry entry : list.entries()) {
            if (entry.kind() != GoProxyList.Kind.OFF && Reach.isBelow(entry.base(), uri)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Set<GoVersion> versions(Platform platform) throws IOException, InterruptedException {
        return listed().getOrDefault(platform, Collections.emptyNavigableSet());
    }

    @Override
    public Set<Platform> platforms(GoVersion version) throws IOException, InterruptedException {
        Set<Platform> found = new TreeSet<>();
        for (Map.Entry<Platform, NavigableSet<GoVersion>> each : listed().entrySet()) {
            if (each.getValue().contains(version)) {
                found.add(each.getKey());
            }
        }
        return found;
    }

    private Map<Platform, NavigableSet<GoVersion>> listed() throws IOException, InterruptedException {
        List<String> tried = new ArrayList<>();
        boolean failed = false;
        for (GoProxyList.Entry entry : list.entries()) {
            String problem;
            if (entry.kind() == GoProxyList.Kind.OFF) {
                tried.add("off: the list ends here");
                failed = true;
                break;
            }
            try {
                Answer answer = documents.askOrRemember(entry.base().resolve(ToolchainModule.listFile()), MOST_OF_LIST, Documents.FRESH);
                if (answer.isOk()) {
                    return ToolchainModule.parseList(new StringReader(answer.text()));
                }
                if (answer.isMissing()) {
                    tried.add(entry.label() + ": keeps no list (" + answer.status() + ")");
                    continue;
                }
                problem = "refused to list its versions (" + answer.status() + ")";
            } catch (UnreachableException e) {
                problem = e.problem();
            }
            failed = true;
            tried.add(entry.label() + ": " + problem);
            if (!entry.pastAnyError()) {
                break;
            }
        }
        if (failed) {
            throw new UnreachableException("The versions that " + label() + " has are not to be had: " + last(tried), tried, advice(), null);
        }
        return Map.of();
    }

    @Override
    public List<Offer> offers(GoVersion version, Platform platform) throws IOException, InterruptedException {
        List<String> tried = new ArrayList<>();
        boolean failed = false;
        List<GoProxyList.Entry> entries = list.entries();
        for (int i = 0; i < entries.size(); i++) {
            GoProxyList.Entry entry = entries.get(i);
            if (entry.kind() == GoProxyList.Kind.OFF) {
                tried.add("off: the list ends here");
                failed |= i == 0;
                break;
            }
            String problem;
            try {
                int status = statusOf(entry, version, platform);
                if (status == 200) {
                    return List.of(offer(version, platform, i));
                }
                if (status == 404 || status == 410) {
                    tried.add(entry.label() + ": does not have it (" + status + ")");
                    continue;
                }
                problem = "refused it (" + status + ")";
            } catch (UnreachableException e) {
                problem = e.problem();
            }
            failed = true;
            tried.add(entry.label() + ": " + problem);
            if (!entry.pastAnyError()) {
                break;
            }
        }
        String what = "Go " + version + " for " + platform + " as " + ToolchainModule.PATH + "@" + ToolchainModule.version(version, platform);
        if (failed) {
            throw new UnreachableException(what + " is not to be had from " + label() + ": " + last(tried), tried, advice(), null);
        }
        throw new VersionException(what + " is not at " + label(), tried, "see which versions there are: go-toolchain releases", null);
    }

    /** Asks for the {@code .info}: small, and every proxy that has the zip has it. A folder is looked into instead. */
    private int statusOf(GoProxyList.Entry entry, GoVersion version, Platform platform) throws UnreachableException, InterruptedException {
        URI info = entry.base().resolve(ToolchainModule.file(version, platform, "info"));
        if ("file".equals(entry.base().getScheme())) {
            return Files.isRegularFile(Path.of(zip(entry, version, platform))) ? 200 : 404;
        }
        Answer answer = documents.ask(info, MOST_OF_INFO);
        if (answer.isOk() && !isInfo(answer.text(), ToolchainModule.version(version, platform))) {
            throw new UnreachableException("answered with something that is no module information: a login page, perhaps",
                    "open " + info.getHost() + " in a browser");
        }
        return answer.status();
    }

    /** {@code {"Version":"v0.0.1-go1.24.1.linux-amd64",...}} */
    private static boolean isInfo(String text, String version) {
        return text.stripLeading().startsWith("{") && text.contains("\"" + version + "\"");
    }

    /** From the entry that has it on; the next ones only where the list leads past any error. */
    private Offer offer(GoVersion version, Platform platform, int from) {
        String module = ToolchainModule.version(version, platform);
        Archive archive = new Archive(version, platform, Packaging.MODULE_ZIP, module + ".zip", -1);
        List<Location> locations = new ArrayList<>();
        List<GoProxyList.Entry> entries = list.entries();
        for (int i = from; i < entries.size() && entries.get(i).kind() != GoProxyList.Kind.OFF; i++) {
            GoProxyList.Entry entry = entries.get(i);
            locations.add(new Location(zip(entry, version, platform), "module:" + ToolchainModule.PATH + "@" + module,
                    entry.kind() == GoProxyList.Kind.DIRECT ? null : entry.base()));
            if (!entry.pastAnyError()) {
                break;
            }
        }
        return new Offer(archive, locations, List.of(), label());
    }

    private static URI zip(GoProxyList.Entry entry, GoVersion version, Platform platform) {
        return entry.base().resolve(ToolchainModule.file(version, platform, "zip"));
    }

    private static String last(List<String> tried) {
        return tried.get(tried.size() - 1);
    }

    private String advice() {
        return list.endsInOff() && list.entries().size() == 1
                ? "GOPROXY=off forbids downloads: name a source with --source, or set GOPROXY"
                : "see whether the proxy can be reached from this node, or name another source with --source";
    }
}
