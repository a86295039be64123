package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkFinding;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkReport;
import io.jenkins.plugins.gotoolchain.diagnose.network.NetworkWords;
import io.jenkins.plugins.gotoolchain.diagnose.network.PathStep;
import io.jenkins.plugins.gotoolchain.diagnose.network.SourceCheck;
import io.jenkins.plugins.gotoolchain.diagnose.network.TargetCheck;
import io.jenkins.plugins.gotoolchain.transfer.Observed;
import io.jenkins.plugins.gotoolchain.transfer.ObservedAddress;
import io.jenkins.plugins.gotoolchain.transfer.ObservedCertificate;
import io.jenkins.plugins.gotoolchain.transfer.ObservedHop;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** A report of the network as JSON. */
final class DiagnoseJson {

    private DiagnoseJson() {}

    static void print(NetworkReport report, NetworkWords words) throws IOException {
        try (JsonPrinter json = new JsonPrinter()) {
            json.field("node", report.node());
            json.field("at", Instant.ofEpochMilli(report.atMillis()).toString());
            json.field("tookMillis", report.tookMillis());
            json.field("platform", report.platform());
            json.field("profile", report.profile());
            json.field("serves", report.serves());
            json.array("sources");
            for (SourceCheck source : report.sources()) {
                json.object(null);
                json.field("source", source.label());
                json.field("serves", source.serves());
                json.array("targets");
                for (TargetCheck check : source.targets()) {
                    json.object(null);
                    target(check, words, json);
                    json.end();
                }
                json.endArray();
                json.end();
            }
            json.endArray();
        }
    }

    private static void target(TargetCheck check, NetworkWords words, JsonPrinter json) throws IOException {
        json.field("target", check.target().label());
        json.field("serves", check.serves());
        json.field("reachable", check.reachable());
        json.field("latencyMillis", check.latencyMillis());
        json.field("protocol", check.protocol());
        json.field("bytesPerSecond", Math.round(check.rate()));
        json.field("version", check.version() == null ? "" : check.version());
        json.array("findings");
        for (NetworkFinding finding : check.findings()) {
            json.object(null);
            json.field("cause", NetworkWords.label(finding.cause()));
            json.field("blocks", finding.cause().blocks());
            json.field("problem", words.problem(finding));
            json.field("todo", words.advice(finding));
            json.end();
        }
        json.endArray();
        json.array("path");
        for (PathStep step : check.path()) {
            json.object(null);
            json.field("step", step.name().name().toLowerCase(Locale.ROOT));
            json.field("state", step.state().name().toLowerCase(Locale.ROOT));
            json.field("detail", step.detail());
            json.field("millis", step.millis());
            json.end();
        }
        json.endArray();
        json.array("requests");
        request(check.index(), json);
        request(check.archive(), json);
        json.endArray();
    }

    private static void request(Observed seen, JsonPrinter json) throws IOException {
        if (seen == null) {
            return;
        }
        json.object(null);
        json.array("hops");
        for (ObservedHop hop : seen.hops()) {
            json.object(null);
            hop(hop, json);
            json.end();
        }
        json.endArray();
        json.field("bytes", seen.bytes());
        json.field("bodyMillis", seen.bodyMillis());
        if (seen.trouble() != null) {
            json.field("trouble", seen.trouble().what());
        }
        json.end();
    }

    private static void hop(ObservedHop hop, JsonPrinter json) throws IOException {
        json.field("url", hop.uri());
        json.field("proxy", hop.proxy() == null ? "" : hop.proxy());
        json.strings("addresses", hop.addresses());
        json.field("nameMillis", hop.nameMillis());
        json.array("tries");
        for (ObservedAddress one : hop.tries()) {
            json.object(null);
            json.field("address", one.address());
            json.field("millis", one.millis());
            json.field("trouble", one.trouble() == null ? "" : one.trouble().name().toLowerCase(Locale.ROOT));
            json.end();
        }
        json.endArray();
        if (hop.tls() != null) {
            json.object("tls");
            json.field("protocol", hop.tls().protocol() == null ? "" : hop.tls().protocol());
            json.field("cipher", hop.tls().cipher() == null ? "" : hop.tls().cipher());
            json.field("trustedBy", hop.tls().trustedBy() == null ? "" : hop.tls().trustedBy());
            json.field("additionalAuthority", hop.tls().extraTrust());
            json.array("chain");
            for (ObservedCertificate one : hop.tls().chain()) {
                json.object(null);
                json.field("subject", one.subject());
                json.field("issuer", one.issuer());
                json.field("notAfter", Instant.ofEpochMilli(one.notAfter()).toString());
                json.field("key", one.key());
                json.end();
            }
            json.endArray();
            json.end();
        }
        json.field("status", hop.status());
        json.field("answerMillis", hop.answerMillis());
        json.object("headers");
        for (Map.Entry<String, String> header : new java.util.TreeMap<>(hop.headers()).entrySet()) {
            json.field(header.getKey(), header.getValue());
        }
        json.end();
    }
}
