package io.jenkins.plugins.gotoolchain.diagnose.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A world of its own in a network namespace: nginx with a mirror for every fault that a mirror can have, squid, mitmproxy
 * and dnsmasq; 10.9.0.1 is this machine, 10.9.0.77 drops what it gets, and there is no way to anywhere else.
 */
final class LabWorld implements AutoCloseable {

    static final int ARCHIVE = 300_000;
    private static final String GO = "go1.24.1.linux-amd64.tar.gz";

    private final Path folder;
    private final Path site;
    private final LabCertificates certificates;
    private final List<Process> processes = new ArrayList<>();
    private final StringBuilder locations = new StringBuilder();
    private final StringBuilder servers = new StringBuilder();

    LabWorld(Path folder) throws Exception {
        this.folder = folder;
        // squid gives up its rights, and writes there all the same
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
        this.site = Files.createDirectories(folder.resolve("site"));
        this.certificates = new LabCertificates(folder.resolve("certificates"));
        command("ip", "link", "set", "lo", "up");
        command("ip", "link", "add", "here", "type", "veth", "peer", "name", "nowhere");
        command("ip", "addr", "add", "10.9.0.1/24", "dev", "here");
        command("ip", "addr", "add", "10.8.0.1/24", "dev", "here");
        command("ip", "link", "set", "here", "up");
        command("ip", "link", "set", "nowhere", "up");
        command("ip", "neigh", "add", "10.9.0.77", "lladdr", "02:00:00:00:00:77", "dev", "here", "nud", "permanent");
        command("mount", "-t", "tmpfs", "tmpfs", "/dev/shm");
        command("mount", "--bind", Files.writeString(folder.resolve("resolv.conf"), "").toString(), "/etc/resolv.conf");
        command("mount", "--bind", Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n").toString(), "/etc/hosts");
    }

    LabCertificates certificates() {
        return certificates;
    }

    /** Rewrites the file that is mounted over {@code /etc/resolv.conf}. */
    void nameServers(String... addresses) throws IOException {
        StringBuilder text = new StringBuilder("options timeout:1 attempts:1\n");
        for (String address : addresses) {
            text.append("nameserver ").append(address).append('\n');
        }
        Files.writeString(folder.resolve("resolv.conf"), text);
    }

    void hosts(String lines) throws IOException {
        Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n" + lines);
    }

    /** A mirror at {@code http://web.lab/NAME/} with an index and an archive, and these rules for it. */
    String mirror(String name, String rules) throws IOException {
        return mirror(name, index(ARCHIVE), archive(), rules);
    }

    /** @param index null for none. @param archive null for none */
    String mirror(String name, String index, byte[] archive, String rules) throws IOException {
        Path mirror = Files.createDirectories(site.resolve(name));
        if (index != null) {
            Files.writeString(mirror.resolve("index.json"), index);
        }
        if (archive != null) {
            Files.write(mirror.resolve(GO), archive);
        }
        if (!rules.isEmpty()) {
            locations.append("location /").append(name).append("/ { ").append(rules).append(" }\n");
        }
        return "http://web.lab/" + name + "/";
    }

    void location(String text) {
        locations.append(text).append('\n');
    }

    /** A mirror over TLS at {@code https://HOST:PORT/good/}. */
    String tls(String host, int port, String certificate, String rules) {
        servers.append("server { listen ").append(port).append(" ssl; root ").append(site).append("; ssl_certificate ")
                .append(folder).append("/certificates/").append(certificate).append(".pem; ssl_certificate_key ").append(folder)
                .append("/certificates/").append(certificate).append(".key; ").append(rules).append(" }\n");
        return "https://" + host + ":" + port + "/good/";
    }

    Path certificateFile(String name) {
        return folder.resolve("certificates/" + name + ".pem");
    }

    static String index(long size) {
        return "[{\"version\":\"go1.24.1\",\"stable\":true,\"files\":[{\"filename\":\"" + GO + "\",\"os\":\"linux\",\"arch\":\"amd64\","
                + "\"version\":\"go1.24.1\",\"sha256\":\"" + "ab".repeat(32) + "\",\"size\":" + size + ",\"kind\":\"archive\"}]}]";
    }

    static byte[] archive() {
        byte[] bytes = new byte[ARCHIVE];
        new Random(1).nextBytes(bytes);
        bytes[0] = 0x1f;
        bytes[1] = (byte) 0x8b;
        return bytes;
    }

    void startNginx() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off; master_process off; user root; pid FOLDER/nginx.pid; error_log stderr error;
                events { worker_connections 256; }
                http {
                  types { application/json json; application/gzip gz; text/html html; }
                  access_log off; index index.json;
                  client_body_temp_path FOLDER/t1; proxy_temp_path FOLDER/t2; fastcgi_temp_path FOLDER/t3;
                  uwsgi_temp_path FOLDER/t4; scgi_temp_path FOLDER/t5;
                  server { listen 80; server_name web.lab; root SITE;
                LOCATIONS }
                  server { listen 10.8.0.1:8081; root SITE; }
                SERVERS }
                """.replace("FOLDER", folder.toString()).replace("SITE", site.toString()).replace("LOCATIONS", locations)
                .replace("SERVERS", servers));
        start("nginx", 80, "/usr/sbin/nginx", "-e", "stderr", "-p", folder.toString(), "-c", file.toString());
    }

    /** At 3128 without a login, at 3129 with {@code builder:open}. */
    void startSquid() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("passwords"), "builder:" + md5("open") + "\n");
        Path file = Files.writeString(folder.resolve("squid.conf"), """
                http_port 10.9.0.1:3128 name=open
                http_port 10.9.0.1:3129 name=closed
                visible_hostname squid.lab
                auth_param basic program /usr/lib/squid/basic_ncsa_auth FOLDER/passwords
                auth_param basic children 1 startup=1 idle=1
                auth_param basic realm builds
                acl closed myportname closed
                acl known proxy_auth REQUIRED
                acl forbidden dstdomain forbidden.lab
                http_access deny forbidden
                http_access allow closed known
                http_access deny closed
                http_access allow all
                connect_timeout 1 second
                forward_timeout 1 second
                cache deny all
                access_log none
                cache_log FOLDER/squid.log
                cache_store_log none
                pid_filename FOLDER/squid.pid
                coredump_dir FOLDER
                netdb_filename none
                dns_nameservers 127.0.0.1
                shutdown_lifetime 0 seconds
                """.replace("FOLDER", folder.toString()));
        start("squid", 3128, "/usr/sbin/squid", "-N", "-d", "0", "-f", file.toString());
    }

    private static String md5(String text) {
        try {
            return java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance("MD5").digest(text.getBytes()));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The intercepting proxy at 8180. */
    void startMitmproxy() throws IOException, InterruptedException {
        start("mitmproxy", 8180, "/usr/bin/mitmdump", "-q", "--listen-port", "8180", "--ssl-insecure", "--set",
                "confdir=" + folder.resolve("mitm"));
    }

    String mitmAuthority() throws IOException {
        return Files.readString(folder.resolve("mitm/mitmproxy-ca-cert.pem"));
    }

    /** @param records such as {@code --host-record=web.lab,10.9.0.1} */
    void startDnsmasq(String address, String... records) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/sbin/dnsmasq", "--keep-in-foreground", "--user=root", "--conf-file=/dev/null", "--no-resolv",
                "--no-hosts", "--bind-interfaces", "--listen-address=" + address, "--pid-file=" + folder.resolve("dnsmasq-" + address)));
        command.addAll(List.of(records));
        startAt("dnsmasq", address, 53, command);
    }

    private void start(String what, int port, String... command) throws IOException, InterruptedException {
        startAt(what, "10.9.0.1", port, List.of(command));
    }

    private void startAt(String what, String address, int port, List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolve(what + "-" + address + ".log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        processes.add(process);
        for (int i = 0; i < 1500; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, port), 1000);
                return;
            } catch (IOException e) {
                if (process.waitFor(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        throw new IOException(what + " does not start: " + Files.readString(log));
    }

    private static void command(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", words) + ": " + said);
        }
    }

    @Override
    public void close() {
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
