package io.jenkins.plugins.gotoolchain.diagnose.network;

import io.jenkins.plugins.gotoolchain.diagnose.network.PathStep.Name;
import io.jenkins.plugins.gotoolchain.diagnose.network.PathStep.State;
import io.jenkins.plugins.gotoolchain.transfer.Observed;
import io.jenkins.plugins.gotoolchain.transfer.ObservedAddress;
import io.jenkins.plugins.gotoolchain.transfer.ObservedCertificate;
import io.jenkins.plugins.gotoolchain.transfer.ObservedHop;
import io.jenkins.plugins.gotoolchain.transfer.ObservedStep;
import io.jenkins.plugins.gotoolchain.transfer.ObservedTls;
import io.jenkins.plugins.gotoolchain.transfer.ObservedTrouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts what was seen into the order in which it decides: name, connection, certificate, answer, index, bytes. */
final class DecisionPath {

    private DecisionPath() {}

    static List<PathStep> of(Observed index, Observed archive, IndexReading reading, NameEvidence names, List<NetworkFinding> findings) {
        List<PathStep> path = new ArrayList<>();
        // what failed decides; else the first request, which went through everything
        Observed shown = archive != null && archive.trouble() != null && archive.trouble().step() != ObservedStep.BYTES ? archive : index;
        ObservedHop hop = shown.trouble() == null || shown.hops().size() == 1 ? shown.hops().get(0) : shown.last();
        ObservedTrouble trouble = shown.trouble();
        path.add(new PathStep(Name.PROXY, State.OK, proxy(hop), -1));
        path.add(new PathStep(Name.NAME, state(trouble, ObservedStep.NAME), name(hop, names), hop.nameMillis()));
        path.add(new PathStep(Name.CONNECTION, state(trouble, ObservedStep.CONNECTION), connection(hop, trouble), -1));
        if (hop.proxy() != null && hop.uri().startsWith("https:")) {
            path.add(new PathStep(Name.TUNNEL, state(trouble, ObservedStep.TUNNEL),
                    hop.tunnelStatus() == 0 ? "" : "the proxy answered " + hop.tunnelStatus(), -1));
        }
        if (hop.uri().startsWith("https:")) {
            path.add(new PathStep(Name.CERTIFICATE, state(trouble, ObservedStep.TLS), certificate(hop.tls(), trouble), -1));
        }
        path.add(new PathStep(Name.ANSWER, answerState(shown, trouble, findings), answer(shown), shown.last().answerMillis()));
        path.add(indexStep(index, reading));
        path.add(bytesStep(archive, findings));
        return path;
    }

    private static State state(ObservedTrouble trouble, ObservedStep step) {
        if (trouble == null || trouble.step().compareTo(step) > 0) {
            return State.OK;
        }
        return trouble.step() == step ? State.FAILED : State.SKIPPED;
    }

    private static State answerState(Observed seen, ObservedTrouble trouble, List<NetworkFinding> findings) {
        State state = state(trouble, ObservedStep.ANSWER);
        boolean refused = seen.status() >= 400 && seen.status() != 403 && seen.status() != 404 && seen.status() != 410;
        return state == State.OK && refused && findings.stream().anyMatch(one -> one.cause().blocks()) ? State.FAILED : state;
    }

    private static String plain(Enum<?> value) {
        return String.valueOf(value).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String proxy(ObservedHop hop) {
        String through = hop.proxy() == null ? "none" : hop.proxy();
        return through + switch (hop.proxyWhy().reason()) {
            case NONE_SET -> " (none is set for " + hop.uri().split(":", 2)[0] + ")";
            case LOOPBACK -> " (loopback is never asked through one)";
            case EXCEPTED -> " (NO_PROXY has " + hop.proxyWhy().rule() + ")";
            case SET -> " (set for " + hop.uri().split(":", 2)[0] + ")";
        };
    }

    private static String name(ObservedHop hop, NameEvidence names) {
        StringBuilder text = new StringBuilder(String.join(", ", hop.addresses()));
        if (names == null) {
            return text.toString();
        }
        if (!names.hostsFile().isEmpty()) {
            text.append(text.length() == 0 ? "" : "; ").append("hosts file: ").append(String.join(", ", names.hostsFile()));
        }
        for (NameServerAnswer answer : names.answers()) {
            text.append(text.length() == 0 ? "" : "; ").append("name server ").append(answer.server()).append(": ")
                    .append(answer.addresses().isEmpty() ? plain(answer.kind())
                            : String.join(", ", answer.addresses()))
                    .append(" (").append(answer.millis()).append(" ms)");
        }
        if (names.literal() != null) {
            text.append("; ").append(names.literal().address()).append(" (").append(names.literal().what()).append(") ")
                    .append(names.literal().reached() ? "can be reached" : "cannot be reached").append(" without a name");
        }
        return text.toString();
    }

    private static String connection(ObservedHop hop, ObservedTrouble trouble) {
        List<String> tries = new ArrayList<>();
        for (ObservedAddress one : hop.tries()) {
            tries.add(one.address() + (one.trouble() == null ? " connected" : " " + plain(one.trouble()))
                    + " (" + one.millis() + " ms)");
        }
        return tries.isEmpty() && trouble != null && trouble.step() == ObservedStep.CONNECTION ? trouble.what() : String.join("; ", tries);
    }

    private static String certificate(ObservedTls tls, ObservedTrouble trouble) {
        if (tls == null) {
            return trouble != null && trouble.step() == ObservedStep.TLS ? trouble.what() : "";
        }
        ObservedCertificate first = tls.chain().get(0);
        List<String> issuers = tls.chain().stream().map(one -> ObservedCertificate.commonName(one.issuer())).toList();
        return (tls.protocol() == null ? "" : tls.protocol() + ", " + tls.cipher() + "; ")
                + ObservedCertificate.commonName(first.subject()) + " until " + Instant.ofEpochMilli(first.notAfter()).toString().substring(0, 10)
                + ", issued by " + String.join(" < ", issuers)
                + (tls.trustedBy() != null ? "; trusted: " + ObservedCertificate.commonName(tls.trustedBy()) + (tls.extraTrust() ? " (additional CA)" : "")
                        : "; refused: " + plain(tls.refusal()));
    }

    private static String answer(Observed seen) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < seen.hops().size(); i++) {
            ObservedHop hop = seen.hops().get(i);
            if (hop.status() != 0) {
                text.append(text.length() == 0 ? "" : " -> ").append(hop.status()).append(" from ").append(hop.host());
            }
        }
        ObservedTrouble trouble = seen.trouble();
        return trouble != null && trouble.step() == ObservedStep.ANSWER
                ? text + (text.length() == 0 ? "" : ": ") + trouble.what() : text.toString();
    }

    private static PathStep indexStep(Observed index, IndexReading reading) {
        boolean came = index.trouble() == null;
        State state = switch (reading.state()) {
            case READ -> reading.listed() ? State.OK : State.NOTE;
            case NONE, FORBIDDEN, PAGE -> State.NOTE;
            case DAMAGED -> State.FAILED;
            case NOT_READ -> !came && index.trouble().step() == ObservedStep.BYTES ? State.FAILED : State.SKIPPED;
        };
        String detail = switch (reading.state()) {
            case READ -> reading.versions() + " versions for the platform"
                    + (reading.version() == null ? "" : reading.listed() ? ", Go " + reading.version() + " among them" : ", not Go " + reading.version());
            case NONE -> "there is none";
            case FORBIDDEN -> "forbidden, or there is none";
            case PAGE -> "a web page came in its place";
            case DAMAGED -> "cannot be read";
            case NOT_READ -> came ? "" : index.trouble().step() == ObservedStep.BYTES ? index.trouble().what() : "";
        };
        return new PathStep(Name.INDEX, state, detail, came ? index.bodyMillis() : -1);
    }

    private static PathStep bytesStep(Observed archive, List<NetworkFinding> findings) {
        if (archive == null) {
            return new PathStep(Name.BYTES, State.SKIPPED, "", -1);
        }
        boolean blocked = findings.stream().anyMatch(finding -> finding.cause().blocks());
        boolean whole = archive.status() == 200 || archive.status() == 206;
        String detail = archive.status() == 0 ? "no answer" : archive.status() + ", " + archive.bytes() + " bytes in " + archive.bodyMillis() + " ms"
                + (whole ? ", Range: " + (archive.status() == 206 ? "yes" : "no")
                        + ", ETag: " + (archive.header("etag") != null ? "yes" : "no")
                        + ", Last-Modified: " + (archive.header("last-modified") != null ? "yes" : "no") : "")
                + (archive.trouble() == null ? "" : "; " + archive.trouble().what());
        return new PathStep(Name.BYTES, blocked ? State.FAILED : State.OK, detail, archive.bodyMillis());
    }
}
