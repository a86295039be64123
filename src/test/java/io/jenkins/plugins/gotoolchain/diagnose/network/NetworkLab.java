package io.jenkins.plugins.gotoolchain.diagnose.network;

import static io.jenkins.plugins.gotoolchain.diagnose.network.NetworkCause.*;

import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.transfer.HttpProxy;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import io.jenkins.plugins.gotoolchain.transfer.ProxySettings;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes every cause happen and prints, for each, what should be found and what is: a line with tabs between. To be run as
 * root in a network and mount namespace of its own; {@link NetworkLabTest} does that.
 */
final class NetworkLab {

    private static final Set<NetworkCause> OF_THE_LAB = EnumSet.of(PLAIN_HTTP);

    /** @param expected all that is to be found, but for what every plain mirror of the lab has */
    private record Case(String name, String source, Set<NetworkCause> expected) {}

    private final List<Case> cases = new ArrayList<>();

    private void add(String name, String source, NetworkCause... expected) {
        cases.add(new Case(name, source, new TreeSet<>(List.of(expected))));
    }

    public static void main(String[] arguments) throws Exception {
        NetworkLab lab = new NetworkLab();
        try (LabWorld world = new LabWorld(Path.of(arguments[0]))) {
            lab.run(world);
        }
        System.exit(0);
    }

    private void run(LabWorld world) throws Exception {
        String authority = world.certificates().authority();
        certificates(world.certificates());
        world.startDnsmasq("127.0.0.1", "--local=/lab/", "--host-record=web.lab,10.9.0.1", "--host-record=tls.lab,10.9.0.1",
                "--host-record=gone.lab,10.9.0.77", "--host-record=far.lab,172.31.0.1", "--host-record=portal.lab,10.9.0.1",
                "--host-record=forbidden.lab,10.9.0.1", "--host-record=blocked.lab,0.0.0.0", "--txt-record=texts.lab,nothing",
                "--host-record=proxy.lab,10.9.0.1");
        world.startDnsmasq("127.0.0.2", "--local=/lab/", "--host-record=other.lab,10.9.0.1");
        LabSockets.failingNameServer("127.0.0.3");
        world.nameServers("127.0.0.1");
        world.hosts("10.9.0.1 two.lab\n10.8.0.1 two.lab\n10.9.0.1 stale.lab\n");

        healthyAndMirrors(world);
        tls(world);
        world.startNginx();
        world.startSquid();
        world.startMitmproxy();
        Network plain = Network.direct(Profile.INTRANET);
        Network trusting = new Network(Profile.INTRANET, ProxySettings.none(), authority, Map.of());
        check(trusting);

        notYetValid();
        check(trusting);
        wrongClock();
        check(trusting);
        proxies(trusting, world);
        names(world, plain);
    }

    private static void certificates(LabCertificates certificates) throws Exception {
        certificates.server("good", "between", "dns:tls.lab,dns:web.lab", 2, "-validity", "20");
        certificates.server("soon", "ca", "dns:tls.lab", 1, "-validity", "5");
        certificates.server("expired", "ca", "dns:tls.lab", 1, "-startdate", "-10d", "-validity", "5");
        certificates.server("early", "ca", "dns:tls.lab", 1, "-startdate", "+5d", "-validity", "20");
        certificates.server("elsewhere", "ca", "dns:else.lab", 1, "-validity", "20");
        certificates.server("self", null, "dns:tls.lab", 1, "-validity", "20");
        certificates.server("leafonly", "between", "dns:tls.lab", 1, "-validity", "20");
        certificates.server("weak", "ca", "dns:tls.lab", 1, "-validity", "20", "-keyalg", "RSA", "-keysize", "768");
        // an authority that nobody here was told of, with its own certificate in the chain
        certificates.server("company", null, "dns:ca.lab", 1, "-validity", "20", "-ext", "bc:c");
        certificates.server("private", "company", "dns:tls.lab", 2, "-validity", "20");
    }

    private void healthyAndMirrors(LabWorld world) throws Exception {
        add("a mirror in good health", world.mirror("good", ""));
        add("GOPROXY=off", "goproxy:off", GOPROXY_OFF);
        add("a folder that is not there", "file:/nowhere/at/all", FOLDER_MISSING);
        add("a file in place of a folder", "file:/etc/passwd", FOLDER_IS_FILE);
        add("a folder without archives", "file:/proc/tty", FOLDER_EMPTY);

        add("nobody listens", "http://web.lab:9/good/", REFUSED);
        add("a firewall that drops", "http://gone.lab/good/", DROPPED);
        add("no route", "http://far.lab/good/", NO_ROUTE);
        add("the first of two addresses is dead", "http://two.lab:8081/good/", ADDRESS_DEAD);
        add("redirected to a host that drops", world.mirror("moved", "return 302 http://gone.lab/good/;"), DROPPED, REDIRECTED);

        add("401 without a login", world.mirror("secret", "add_header WWW-Authenticate Basic always; return 401;"), LOGIN_NEEDED);
        add("403", world.mirror("forbidden", "return 403;"), FORBIDDEN);
        add("429", world.mirror("busy", "add_header Retry-After 60 always; return 429;"), TOO_MANY_REQUESTS);
        add("500", world.mirror("broken", "return 500;"), SERVER_FAULT);
        add("503", world.mirror("maintained", "return 503;"), SERVER_FAULT);
        add("502: the server behind it is gone", world.mirror("gateway", "proxy_pass http://127.0.0.1:9;"), GATEWAY_FAULT);
        add("418", world.mirror("teapot", "return 418;"), OTHER_STATUS);
        add("hangs up instead of answering", world.mirror("cut", "return 444;"), ANSWER_CUT);
        LabSockets.silent(7001);
        add("accepts and does not answer", "http://web.lab:7001/good/", ANSWER_SILENT);
        LabSockets.says(7002, "SSH-2.0-OpenSSH_9.2p1\r\n");
        add("another protocol at that port", "http://web.lab:7002/good/", NOT_HTTP);
        world.location("location = /login { default_type text/html; return 200 '<html><title>Guest network</title><form><input"
                + " type=\"password\"></form></html>'; }");
        add("a captive portal", world.mirror("captive", "return 302 http://portal.lab/login;"), LOGIN_PAGE);
        add("a page instead of the index", world.mirror("page", "default_type text/html; return 200 '<html><title>Welcome</title></html>';"), PAGE_INSTEAD);
        add("a circle of redirects", world.mirror("circle", "return 302 /circle/;"), REDIRECT_LOOP);
        add("a redirect to what is not of the web", world.mirror("ftp", "return 302 ftp://web.lab/good/;"), REDIRECT_BAD);
        add("packed on its way", world.mirror("packed", "add_header Content-Encoding br; return 200 'xxxx';"), PACKED);

        add("a damaged index", world.mirror("damaged", "[{\"version\":\"go1.24.1\",", null, ""), INDEX_DAMAGED);
        add("an index without the version", world.mirror("old", LabWorld.index(1).replace("1.24.1", "1.20.1"), null, ""), VERSION_MISSING);
        add("no index, but the archive", world.mirror("bare", null, LabWorld.archive(), ""), NO_INDEX);
        add("a wrong path, or a version that is not there", "http://web.lab/nothing/", VERSION_MISSING, NOT_FOUND);
        add("listed, and not there", world.mirror("half", LabWorld.index(1), null, ""), ARCHIVE_MISSING);
        add("the index, but no archives", world.mirror("filter", ""), ARCHIVE_FORBIDDEN);
        world.location("location ~ ^/filter/.*gz$ { return 403; }");
        add("no archive in the archive's place", world.mirror("text", LabWorld.index(5), "hello".getBytes(), ""), WRONG_BYTES);
        add("a login page in the archive's place", world.mirror("late", ""), LOGIN_PAGE);
        world.location("location ~ ^/late/.*gz$ { default_type text/html; return 200 '<html><title>Sign in</title></html>'; }");
        add("another range than the one asked for", world.mirror("mixed", ""), WRONG_RANGE);
        world.location("location ~ ^/mixed/.*gz$ { add_header Content-Range 'bytes 100-103/300000' always; return 206 'abcd'; }");
        add("no ranges", world.mirror("whole", "max_ranges 0;"), NO_RANGE);
        add("neither ETag nor date", world.mirror("nameless", "etag off; add_header Last-Modified ''; max_ranges 1;"), NO_VALIDATOR);
        add("50 kB/s", world.mirror("slow", ""), BYTES_SLOW);
        world.location("location ~ ^/slow/.*gz$ { limit_rate 50k; }");
        String archive = new String(LabWorld.archive(), java.nio.charset.StandardCharsets.ISO_8859_1);
        String head = "HTTP/1.1 206 Partial\r\nETag: \"a\"\r\nContent-Range: bytes 0-299999/300000\r\nContent-Length: 300000\r\n\r\n";
        String index = "HTTP/1.1 200 OK\r\nContent-Length: " + LabWorld.index(300000).length() + "\r\n\r\n" + LabWorld.index(300000);
        LabSockets.answers(7003, true, index, head + archive.substring(0, 180_000));
        add("cut at 60 %", "http://web.lab:7003/good/", BYTES_CUT);
        LabSockets.answers(7004, false, index, head + archive.substring(0, 180_000));
        add("stalls at 60 %", "http://web.lab:7004/good/", BYTES_STALL);
    }

    private void tls(LabWorld world) throws Exception {
        add("TLS in good health", world.tls("tls.lab", 8401, "good", ""));
        add("a certificate that expires soon", world.tls("tls.lab", 8402, "soon", ""), CERTIFICATE_ENDS_SOON);
        add("an expired certificate", world.tls("tls.lab", 8403, "expired", ""), CERTIFICATE_EXPIRED);
        add("a certificate that is not valid yet, the clock is right", world.tls("tls.lab", 8404, "early", ""), CERTIFICATE_NOT_YET_VALID);
        add("a certificate for another name", world.tls("tls.lab", 8405, "elsewhere", ""), CERTIFICATE_OTHER_NAME);
        add("a self-signed certificate", world.tls("tls.lab", 8406, "self", ""), CERTIFICATE_SELF_SIGNED);
        add("a private authority", world.tls("tls.lab", 8407, "private", ""), CERTIFICATE_AUTHORITY_UNKNOWN);
        add("an incomplete chain", world.tls("tls.lab", 8408, "leafonly", ""), CERTIFICATE_AUTHORITY_UNKNOWN, CHAIN_INCOMPLETE);
        add("a weak key", world.tls("tls.lab", 8409, "weak", "ssl_ciphers DEFAULT@SECLEVEL=0; ssl_protocols TLSv1.2;"), CERTIFICATE_WEAK);
        add("old TLS only", world.tls("tls.lab", 8410, "good", "ssl_protocols TLSv1; ssl_ciphers DEFAULT@SECLEVEL=0;"), TLS_VERSION);
        add("ciphers that Java does not have", world.tls("tls.lab", 8411, "good", "ssl_protocols TLSv1.2; ssl_ciphers ECDHE-ECDSA-CAMELLIA128-SHA256;"), TLS_HANDSHAKE);
        add("a certificate of the client is wanted", world.tls("tls.lab", 8412, "good",
                "ssl_client_certificate " + world.certificateFile("good") + "; ssl_verify_client on;"), CLIENT_CERTIFICATE);
        add("no TLS at that port", "https://web.lab:80/good/", NOT_TLS);
        LabSockets.hangsUp(7101);
        add("hangs up in the handshake", "https://tls.lab:7101/good/", TLS_CUT);
        LabSockets.silent(7102);
        add("silent in the handshake", "https://tls.lab:7102/good/", TLS_SILENT);
        add("401 with a login", world.tls("tls.lab", 8414, "good", "add_header WWW-Authenticate Basic always; return 401;")
                .replace("https://", "https://builder:wrong@"), LOGIN_WRONG);
        add("redirected from https to http", world.tls("tls.lab", 8413, "good", "return 302 http://web.lab/good/;"), REDIRECT_DOWNGRADE);
    }

    private void notYetValid() {
        add("a certificate that is not valid yet, and nothing tells the time", "https://tls.lab:8404/good/", CERTIFICATE_NOT_YET_VALID, CLOCK_WRONG);
    }

    private void wrongClock() throws Exception {
        String index = LabWorld.index(1).replace("1.24.1", "1.20.1");
        LabSockets.answers(7005, true, "HTTP/1.1 200 OK\r\nDate: Sat, 01 Jan 2050 00:00:00 GMT\r\nContent-Length: " + index.length() + "\r\n\r\n" + index, "");
        add("a server says that the clock is far behind", "http://web.lab:7005/good/", VERSION_MISSING);
        add("a certificate that is not valid yet, and the clock is wrong", "https://tls.lab:8404/good/", CLOCK_WRONG);
    }

    private void proxies(Network network, LabWorld world) throws Exception {
        add("through a proxy in good health", "https://tls.lab:8401/good/");
        add("the proxy forbids the host", "https://forbidden.lab/good/", PROXY_FORBIDS);
        add("the proxy forbids the host, plain", "http://forbidden.lab/good/", PROXY_FORBIDS);
        add("the proxy cannot reach the host", "https://tls.lab:9/good/", PROXY_CANNOT_REACH);
        add("the proxy cannot reach the host, plain", "http://web.lab:9/good/", PROXY_CANNOT_REACH);
        check(through(network, "http://10.9.0.1:3128"));
        add("the proxy wants a login", "https://tls.lab:8401/good/", PROXY_LOGIN_NEEDED);
        add("the proxy wants a login, plain", "http://web.lab/good/", PROXY_LOGIN_NEEDED);
        check(through(network, "http://10.9.0.1:3129"));
        add("the proxy does not take the login", "https://tls.lab:8401/good/", PROXY_LOGIN_WRONG);
        check(through(network, "http://builder:wrong@10.9.0.1:3129"));
        add("the proxy takes the login", "https://tls.lab:8401/good/");
        check(through(network, "http://builder:open@10.9.0.1:3129"));
        add("a proxy whose name is unknown", "https://tls.lab:8401/good/", PROXY_NAME_UNKNOWN);
        check(through(network, "http://no-proxy.lab:3128"));
        add("a proxy that is not running", "https://tls.lab:8401/good/", PROXY_REFUSED);
        check(through(network, "http://proxy.lab:9"));
        add("a proxy behind a firewall that drops", "https://tls.lab:8401/good/", PROXY_DROPPED);
        check(through(network, "http://10.9.0.77:3128"));
        add("a proxy that there is no way to", "https://tls.lab:8401/good/", PROXY_UNREACHABLE);
        check(through(network, "http://172.31.0.1:3128"));
        add("a web server in the proxy's place", "https://tls.lab:8401/good/", NOT_A_PROXY);
        check(through(network, "http://10.9.0.1:80"));
        add("another protocol in the proxy's place", "https://tls.lab:8401/good/", NOT_A_PROXY);
        check(through(network, "http://10.9.0.1:7002"));
        add("a proxy that hangs up", "https://tls.lab:8401/good/", PROXY_CUTS);
        check(through(network, "http://10.9.0.1:7101"));
        add("a proxy that says nothing", "https://tls.lab:8401/good/", PROXY_SILENT);
        check(through(network, "http://10.9.0.1:7001"));
        add("an intercepting proxy", "https://tls.lab:8401/good/", INTERCEPTED);
        check(through(network, "http://10.9.0.1:8180"));
        add("an intercepting proxy that is trusted", "https://tls.lab:8401/good/", INTERCEPTED_TRUSTED);
        check(through(new Network(Profile.INTRANET, ProxySettings.none(), world.mitmAuthority(), Map.of()), "http://10.9.0.1:8180"));
    }

    private static Network through(Network network, String proxy) throws Exception {
        HttpProxy parsed = HttpProxy.parse("HTTPS_PROXY", proxy);
        return new Network(network.profile(), new ProxySettings(parsed, parsed, ""), network.extraCaPem(), network.credentials());
    }

    private void names(LabWorld world, Network network) throws Exception {
        add("a name that there is not", "http://nobody.lab/good/", NAME_UNKNOWN);
        add("a name without an address", "http://texts.lab/good/", NAME_WITHOUT_ADDRESS);
        add("a name that is blocked", "http://blocked.lab:9/good/", NAME_BLOCKED);
        add("a name server that refuses", "http://example.com/good/", NAME_SERVERS_REFUSE);
        add("a stale line in the hosts file", "http://stale.lab:9/good/", REFUSED, HOSTS_FILE);
        check(network);
        world.nameServers("10.9.0.77");
        add("name servers that are silent", "http://a1.lab/good/", NAME_SERVERS_SILENT);
        check(network);
        world.nameServers("127.0.0.9");
        add("nobody at the name server's port", "http://a2.lab/good/", NAME_SERVERS_CLOSED);
        check(network);
        world.nameServers("127.0.0.3");
        add("a name server that fails", "http://a3.lab/good/", NAME_SERVERS_FAIL);
        check(network);
        world.nameServers("127.0.0.1", "127.0.0.2");
        add("only the second name server knows it", "http://other.lab/good/", NAME_SERVERS_DISAGREE);
        check(network);
        world.nameServers("10.9.0.77", "127.0.0.1");
        add("the first name server is dead", "http://portal.lab/good/", NAME_SERVER_DEAD);
        check(network);
        world.nameServers();
        add("no name server at all", "http://a4.example/good/", NO_NAME_SERVER);
        check(network);
    }

    /** Runs all that was added, side by side, and prints what came of each. */
    private void check(Network network) throws Exception {
        List<SourceSpec> sources = new ArrayList<>();
        for (Case one : cases) {
            sources.add(SourceSpec.parse(one.source()));
        }
        NetworkReport report = NetworkCheck.run(new NetworkRequest(sources, network, Platform.parse("linux/amd64"),
                GoVersion.parse("1.24.1"), 200_000, null), "lab");
        NetworkText text = new NetworkText(new NetworkWords(java.util.Locale.ENGLISH));
        for (int i = 0; i < cases.size(); i++) {
            Set<NetworkCause> got = new LinkedHashSet<>();
            report.sources().get(i).targets().get(0).findings().forEach(finding -> got.add(finding.cause()));
            if (!cases.get(i).expected().contains(PLAIN_HTTP)) {
                got.removeAll(OF_THE_LAB);
            }
            System.out.println("case\t" + cases.get(i).name() + "\t" + cases.get(i).expected() + "\t" + new TreeSet<>(got));
            if (!new TreeSet<>(got).equals(cases.get(i).expected())) {
                text.lines(new NetworkReport("lab", 0, 0, "", "", List.of(report.sources().get(i)))).forEach(line -> System.out.println("# " + line));
            }
        }
        System.out.println("took\t" + cases.size() + "\t" + report.tookMillis());
        cases.clear();
    }
}
