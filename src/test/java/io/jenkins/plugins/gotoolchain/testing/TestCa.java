package io.jenkins.plugins.gotoolchain.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;

/** A certificate authority of this test alone, made with the JDK's keytool. Use it as a class rule. */
public final class TestCa extends ExternalResource {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final TemporaryFolder temp = new TemporaryFolder();
    private Path store;

    @Override
    protected void before() throws Throwable {
        temp.create();
        store = temp.getRoot().toPath().resolve("keys.p12");
        keytool("-alias", "ca", "-dname", "CN=Test CA", "-ext", "bc:c", "-validity", "30");
    }

    @Override
    protected void after() {
        temp.delete();
    }

    /** The certificate of the authority in PEM form. */
    public String pem() throws Exception {
        return pem("CERTIFICATE", load().getCertificate("ca").getEncoded());
    }

    /** For a server with these names: {@code dns:localhost,ip:127.0.0.1}. */
    public SSLContext server(String names) throws Exception {
        return server(names, "-validity", "10");
    }

    public SSLContext expired(String names) throws Exception {
        return server(names, "-startdate", "-10d", "-validity", "5");
    }

    /** The same for a server that wants it as PEM: its key, its certificate, and this authority's. */
    public String serverPem(String names) throws Exception {
        String alias = made(names, "-validity", "10");
        StringBuilder pem = new StringBuilder(pem("PRIVATE KEY", load().getKey(alias, PASSWORD).getEncoded()));
        for (Certificate one : load().getCertificateChain(alias)) {
            pem.append(pem("CERTIFICATE", one.getEncoded()));
        }
        return pem.toString();
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + what + "-----\n";
    }

    private String made(String names, String... options) throws Exception {
        String alias = "server" + load().size();
        List<String> all = new ArrayList<>(
                List.of("-alias", alias, "-dname", "CN=server", "-signer", "ca", "-ext", "san=" + names));
        all.addAll(List.of(options));
        keytool(all.toArray(new String[0]));
        return alias;
    }

    private SSLContext server(String names, String... options) throws Exception {
        String alias = made(names, options);
        KeyStore keys = load();
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setKeyEntry(alias, keys.getKey(alias, PASSWORD), PASSWORD, keys.getCertificateChain(alias));
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(one, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private KeyStore load() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (java.io.InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private void keytool(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg", "EC",
                "-groupname", "secp256r1", "-keystore", store.toString(), "-storetype", "PKCS12",
                "-storepass", new String(PASSWORD)));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }
}
