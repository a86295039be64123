package io.jenkins.plugins.gotoolchain.diagnose.network;

import io.jenkins.plugins.gotoolchain.source.Reach;
import io.jenkins.plugins.gotoolchain.transfer.ObservedCertificate;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Products that open TLS on its way, known by the authority that they sign with unless somebody named it otherwise. */
final class Interceptors {

    private static final Map<String, String> BY_WORD = new LinkedHashMap<>();

    static {
        BY_WORD.put("mitmproxy", "mitmproxy");
        BY_WORD.put("zscaler", "Zscaler");
        BY_WORD.put("fortinet", "Fortinet FortiGate");
        BY_WORD.put("fortigate", "Fortinet FortiGate");
        BY_WORD.put("palo alto", "Palo Alto Networks");
        BY_WORD.put("netskope", "Netskope");
        BY_WORD.put("goskope", "Netskope");
        BY_WORD.put("blue coat", "Symantec Blue Coat");
        BY_WORD.put("bluecoat", "Symantec Blue Coat");
        BY_WORD.put("cisco umbrella", "Cisco Umbrella");
        BY_WORD.put("cisco secure access", "Cisco Secure Access");
        BY_WORD.put("forcepoint", "Forcepoint");
        BY_WORD.put("websense", "Forcepoint Websense");
        BY_WORD.put("check point", "Check Point");
        BY_WORD.put("sophos", "Sophos");
        BY_WORD.put("mcafee web gateway", "McAfee Web Gateway");
        BY_WORD.put("skyhigh", "Skyhigh");
        BY_WORD.put("cloudflare gateway", "Cloudflare Gateway");
        BY_WORD.put("gateway ca - cloudflare", "Cloudflare Gateway");
        BY_WORD.put("barracuda", "Barracuda");
        BY_WORD.put("sonicwall", "SonicWall");
        BY_WORD.put("watchguard", "WatchGuard");
        BY_WORD.put("untangle", "Untangle");
        BY_WORD.put("kaspersky", "Kaspersky");
        BY_WORD.put("eset ssl filter", "ESET");
        BY_WORD.put("avast", "Avast");
        BY_WORD.put("avg web", "AVG");
        BY_WORD.put("bitdefender", "Bitdefender");
        BY_WORD.put("sangfor", "Sangfor");
        BY_WORD.put("深信服", "Sangfor");
        BY_WORD.put("portswigger", "Burp Suite");
        BY_WORD.put("charles proxy", "Charles Proxy");
        BY_WORD.put("do_not_trust_fiddler", "Fiddler");
        BY_WORD.put("squid", "Squid");
    }

    private Interceptors() {}

    /** Null where none is known. */
    static String named(List<ObservedCertificate> chain) {
        for (ObservedCertificate certificate : chain) {
            String issuer = certificate.issuer().toLowerCase(Locale.ROOT);
            for (Map.Entry<String, String> each : BY_WORD.entrySet()) {
                if (issuer.contains(each.getKey())) {
                    return each.getValue();
                }
            }
        }
        return null;
    }

    /** Go's own people, whose certificates come from public authorities. */
    static boolean mustBePublic(String uri) {
        return Reach.isOfficial(URI.create(uri));
    }
}
