package io.jenkins.plugins.gotoolchain.diagnose.network;

import io.jenkins.plugins.gotoolchain.diagnose.network.NameServerAnswer.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/**
 * The name servers of this machine, asked one by one, which the system's look-up does not allow: its answer does not say
 * who gave it, nor who kept silent. Where the system has no {@code resolv.conf} none is known.
 */
final class NameServers {

    private static final Path RESOLV_CONF = Path.of("/etc/resolv.conf");
    private static final Path HOSTS = Path.of("/etc/hosts");
    /** As the system's own look-up takes. */
    private static final int MOST_SERVERS = 3;
    private static final int DNS = 53;

    private final List<String> servers;
    private final Path hosts;
    private final String literal;
    private final Duration patience;
    private final ExecutorService threads;

    /**
     * @param literal {@code address:port} to try where no server knows a name; null for the servers themselves
     * @param patience for one server
     */
    NameServers(String literal, Duration patience, ExecutorService threads) {
        this(listed(RESOLV_CONF), HOSTS, literal, patience, threads);
    }

    NameServers(List<String> servers, Path hosts, String literal, Duration patience, ExecutorService threads) {
        this.servers = servers;
        this.hosts = hosts;
        this.literal = literal;
        this.patience = patience;
        this.threads = threads;
    }

    static List<String> listed(Path file) {
        List<String> found = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.strip().split("\\s+");
                if (words.length > 1 && words[0].equals("nameserver") && found.size() < MOST_SERVERS) {
                    found.add(words[1]);
                }
            }
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
        return found;
    }

    NameEvidence ask(String host) throws InterruptedException {
        List<Future<NameServerAnswer>> asked = new ArrayList<>();
        for (String server : servers) {
            asked.add(threads.submit(() -> ask(server, host)));
        }
        List<NameServerAnswer> answers = new ArrayList<>();
        for (Future<NameServerAnswer> one : asked) {
            try {
                answers.add(one.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        List<String> fromFile = inHosts(host);
        boolean known = !fromFile.isEmpty() || answers.stream().anyMatch(answer -> answer.kind() == Kind.ADDRESSES);
        return new NameEvidence(host, answers, fromFile, known ? null : literal());
    }

    private List<String> inHosts(String host) {
        List<String> found = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(hosts)) {
                String[] words = line.split("#", 2)[0].strip().split("\\s+");
                for (int i = 1; i < words.length; i++) {
                    if (words[i].equalsIgnoreCase(host)) {
                        found.add(words[0]);
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
        return found;
    }

    private NameServerAnswer ask(String server, String host) {
        long begun = System.nanoTime();
        List<String> addresses = new ArrayList<>();
        Kind kind = Kind.NO_ADDRESS;
        try {
            addresses.addAll(records(server, host, "A"));
            if (addresses.isEmpty()) {
                addresses.addAll(records(server, host, "AAAA"));
            }
            kind = addresses.isEmpty() ? Kind.NO_ADDRESS : Kind.ADDRESSES;
        } catch (NamingException e) {
            kind = kind(e);
        }
        return new NameServerAnswer(server, kind, addresses, (System.nanoTime() - begun) / 1_000_000);
    }

    private List<String> records(String server, String host, String type) throws NamingException {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        boolean six = server.chars().filter(c -> c == ':').count() > 1 && !server.startsWith("[");
        settings.put(Context.PROVIDER_URL, "dns://" + (six ? "[" + server + "]" : server));
        settings.put("com.sun.jndi.dns.timeout.initial", Long.toString(patience.toMillis()));
        settings.put("com.sun.jndi.dns.timeout.retries", "1");
        InitialDirContext context = new InitialDirContext(settings);
        try {
            Attribute found = context.getAttributes(host + ".", new String[] {type}).get(type);
            List<String> records = new ArrayList<>();
            for (int i = 0; found != null && i < found.size(); i++) {
                records.add(String.valueOf(found.get(i)));
            }
            return records;
        } finally {
            context.close();
        }
    }

    private static Kind kind(NamingException e) {
        if (e instanceof NameNotFoundException) {
            return Kind.NO_SUCH_NAME;
        }
        StringBuilder all = new StringBuilder();
        for (Throwable t = e; t != null; t = t.getCause()) {
            all.append(t.getClass().getSimpleName()).append(' ').append(t.getMessage()).append('\n');
        }
        String text = all.toString().toLowerCase(Locale.ROOT);
        if (text.contains("portunreachable") || text.contains("connection refused") || text.contains("unreachable")) {
            return Kind.CLOSED;
        }
        if (text.contains("timeout") || text.contains("timed out")) {
            return Kind.SILENT;
        }
        return text.contains("refused") || text.contains("not authorized") ? Kind.REFUSES : Kind.FAILS;
    }

    private NameEvidence.LiteralTry literal() {
        if (literal == null && servers.isEmpty()) {
            return null;
        }
        String host = literal == null ? servers.get(0) : literal.substring(0, literal.lastIndexOf(':'));
        int port = literal == null ? DNS : Integer.parseInt(literal.substring(literal.lastIndexOf(':') + 1));
        if (literal == null && host.matches("[\\d.]+:\\d+")) {
            port = Integer.parseInt(host.substring(host.indexOf(':') + 1));
            host = host.substring(0, host.indexOf(':'));
        }
        long begun = System.nanoTime();
        boolean reached = true;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(patience.toMillis()));
        } catch (ConnectException e) {
            reached = String.valueOf(e.getMessage()).contains("refused");
        } catch (IOException e) {
            reached = false;
        }
        return new NameEvidence.LiteralTry(host + ":" + port, literal == null ? "the first name server" : "the address named for this",
                reached, (System.nanoTime() - begun) / 1_000_000);
    }
}
