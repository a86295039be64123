package io.jenkins.plugins.gotoolchain.diagnose.network;

import static io.jenkins.plugins.gotoolchain.diagnose.network.NetworkCause.*;

import io.jenkins.plugins.gotoolchain.source.Reach;
import io.jenkins.plugins.gotoolchain.source.SourceKind;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Observed;
import io.jenkins.plugins.gotoolchain.transfer.ObservedHop;
import io.jenkins.plugins.gotoolchain.transfer.ObservedStep;
import io.jenkins.plugins.gotoolchain.transfer.ObservedTrouble;
import java.util.ArrayList;
import java.util.List;

/** What the requests to one target come to. Where what was seen fits two causes, both are found. */
final class Verdicts {

    /** Bytes per second below which an archive of 70 MiB takes more than five minutes. */
    private static final double SLOW = 240_000;
    /** Without a byte, though more were to come. */
    private static final long STANDSTILL_MILLIS = 1000;

    private final NetworkTarget target;
    private final Network network;
    private final NameEvidence names;
    private final List<NetworkFinding> causes = new ArrayList<>();
    private final List<NetworkFinding> notes = new ArrayList<>();

    Verdicts(NetworkTarget target, Network network, NameEvidence names) {
        this.target = target;
        this.network = network;
        this.names = names;
    }

    /** The causes first, each kind once. */
    List<NetworkFinding> findings() {
        List<NetworkFinding> all = new ArrayList<>();
        for (List<NetworkFinding> part : List.of(causes, notes)) {
            for (NetworkFinding finding : part) {
                if (all.stream().noneMatch(other -> other.cause() == finding.cause())) {
                    all.add(finding);
                }
            }
        }
        return all;
    }

    private void found(NetworkCause cause, Object... values) {
        (cause.blocks() ? causes : notes).add(NetworkFinding.of(cause, values));
    }

    /** What stands in the way of any request, whatever it is for. @param first whether it is the first one to this target */
    void ofRequest(Observed seen, boolean first) {
        if (first) {
            onTheWay(seen);
        }
        ObservedTrouble trouble = seen.trouble();
        if (trouble == null) {
            return;
        }
        int before = causes.size();
        ObservedHop hop = seen.last();
        switch (trouble.step()) {
            case NAME, CONNECTION -> ConnectionVerdict.of(trouble, hop, names, this::found);
            case TUNNEL -> ProxyVerdict.ofTunnel(trouble, hop, hasProxyLogin(), this::found);
            case TLS -> TlsVerdict.of(trouble, hop, this::found);
            case ANSWER -> AnswerVerdict.of(trouble, hop, this::found);
            default -> broken(seen);
        }
        boolean onTheWay = trouble.step() != ObservedStep.BYTES && !seen.hops().get(0).host().equals(hop.host());
        if (causes.size() > before && onTheWay) {
            found(REDIRECTED, "host", seen.hops().get(0).host(), "to", hop.host());
        }
    }

    private void onTheWay(Observed seen) {
        ObservedHop hop = seen.hops().get(0);
        if (!Reach.isPrivate(target.base())) {
            found(PLAIN_HTTP, "host", hop.host());
        }
        if (hop.tries().stream().anyMatch(one -> one.trouble() != null) && hop.connected() != null) {
            found(ADDRESS_DEAD, "address", String.join(", ",
                    hop.tries().stream().filter(one -> one.trouble() != null).map(one -> one.address()).toList()), "host", hop.host());
        }
        if (names != null && names.any(NameServerAnswer.Kind.ADDRESSES)
                && (names.any(NameServerAnswer.Kind.SILENT) || names.any(NameServerAnswer.Kind.CLOSED))) {
            String dead = names.servers(NameServerAnswer.Kind.SILENT);
            found(NAME_SERVER_DEAD, "server", dead.isEmpty() ? names.servers(NameServerAnswer.Kind.CLOSED) : dead);
        }
        TlsVerdict.notes(hop, this::found);
    }

    private boolean hasProxyLogin() {
        return network.proxies().proxyFor(target.base()).map(proxy -> proxy.credentials() != null).orElse(false);
    }

    /** While a body came. */
    private void broken(Observed seen) {
        ObservedTrouble trouble = seen.trouble();
        String host = seen.last().host();
        switch (trouble.kind()) {
            case CUT, NOT_HTTP, OTHER -> found(BYTES_CUT, "host", host, "bytes", seen.bytes(), "of", seen.length() < 0 ? "?" : seen.length());
            default -> {
                if (seen.quietMillis() >= STANDSTILL_MILLIS) {
                    found(BYTES_STALL, "host", host, "bytes", seen.bytes(), "of", seen.length() < 0 ? "?" : seen.length(),
                            "seconds", seen.quietMillis() / 1000);
                } else if (seen.bytes() == 0) {
                    found(OUT_OF_TIME, "host", host);
                } else {
                    slow(seen);
                }
            }
        }
    }

    private void slow(Observed seen) {
        double rate = seen.rate();
        if (rate > 0 && rate < SLOW) {
            found(BYTES_SLOW, "host", seen.last().host(), "rate", Math.round(rate / 1000), "minutes", Math.max(1, Math.round(73_400_000 / rate / 60)));
        }
    }

    void ofIndex(Observed index, IndexReading reading, boolean goesOn) {
        if (index.trouble() != null) {
            return;
        }
        String host = index.last().host();
        switch (reading.state()) {
            case NOT_READ -> StatusVerdict.of(index, hasProxyLogin(), this::found);
            case NONE -> {
                if (!goesOn) {
                    found(reading.version() == null && target.kind() == SourceKind.MODULE_PROXY ? NOT_TRIED : NOT_FOUND, "url", index.last().uri());
                }
            }
            case FORBIDDEN -> {
                if (!goesOn) {
                    StatusVerdict.of(index, hasProxyLogin(), this::found);
                }
            }
            case PAGE -> page(index, goesOn);
            case DAMAGED -> {
                if (index.header("content-encoding") != null) {
                    found(PACKED, "host", host, "coding", index.header("content-encoding"));
                } else {
                    found(INDEX_DAMAGED, "url", index.last().uri());
                }
            }
            case READ -> {
                if (reading.version() == null) {
                    found(NOT_TRIED);
                } else if (!reading.listed() && reading.versions() > 0) {
                    found(VERSION_MISSING, "version", reading.version(), "where", host, "versions", reading.versions());
                } else if (!goesOn) {
                    slow(index);
                    found(NOT_TRIED);
                }
            }
        }
    }

    private void page(Observed seen, boolean goesOn) {
        if (Pages.isListing(seen) && goesOn) {
            return;
        }
        boolean elsewhere = !seen.hops().get(0).host().equals(seen.last().host());
        found(Pages.asksForLogin(seen) || elsewhere ? LOGIN_PAGE : PAGE_INSTEAD, "url", seen.last().uri(), "title", Pages.title(seen),
                "host", seen.last().host());
    }

    void ofArchive(Observed archive, IndexReading reading, long wanted) {
        if (archive.trouble() != null) {
            return;
        }
        String host = archive.last().host();
        int status = archive.status();
        if (status == 404 || status == 410) {
            found(reading.listed() ? ARCHIVE_MISSING : VERSION_MISSING, "url", archive.last().uri(), "version", reading.version(), "where", host);
            if (reading.state() == IndexReading.State.NONE && target.kind() == SourceKind.DOWNLOAD_SITE) {
                found(NOT_FOUND, "url", target.base());
            }
        } else if (status == 403 && reading.listed()) {
            found(ARCHIVE_FORBIDDEN, "url", archive.last().uri(), "host", host);
        } else if (status != 200 && status != 206) {
            StatusVerdict.of(archive, hasProxyLogin(), this::found);
        } else if (archive.header("content-encoding") != null && !archive.header("content-encoding").equalsIgnoreCase("identity")) {
            found(PACKED, "host", host, "coding", archive.header("content-encoding"));
        } else if (status == 206 && !String.valueOf(archive.header("content-range")).startsWith("bytes 0-")) {
            found(WRONG_RANGE, "host", host, "range", archive.header("content-range"));
        } else if (Pages.isPage(archive)) {
            page(archive, false);
        } else if (!isArchive(archive.body())) {
            found(WRONG_BYTES, "url", archive.last().uri());
        } else {
            if (reading.state() != IndexReading.State.READ) {
                found(NO_INDEX, "host", host);
            }
            if (status == 200) {
                found(NO_RANGE, "host", host);
            }
            if (target.kind() == SourceKind.DOWNLOAD_SITE && archive.header("etag") == null && archive.header("last-modified") == null) {
                found(NO_VALIDATOR, "host", host);
            }
            slow(archive);
        }
    }

    private static boolean isArchive(byte[] head) {
        return head.length > 1 && (head[0] == 'P' && head[1] == 'K' || head[0] == 0x1f && (head[1] & 0xff) == 0x8b);
    }
}
