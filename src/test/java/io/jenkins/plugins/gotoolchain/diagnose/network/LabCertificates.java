package io.jenkins.plugins.gotoolchain.diagnose.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Certificates of the lab, made with the JDK's keytool, as nginx wants them. */
final class LabCertificates {

    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final Path store;

    LabCertificates(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.store = folder.resolve("keys.p12");
        make("ca", null, "CN=Lab CA", "-ext", "bc:c", "-validity", "30");
        make("between", "ca", "CN=Lab Between", "-ext", "bc:c", "-validity", "30");
    }

    /** Writes {@code name.pem}, the first {@code certificates} of its chain, and {@code name.key}. */
    void server(String name, String signer, String names, int certificates, String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("-ext", "san=" + names));
        make(name, signer, "CN=" + name, all.toArray(new String[0]));
        KeyStore keys = load();
        StringBuilder chain = new StringBuilder();
        Certificate[] whole = keys.getCertificateChain(name);
        for (int i = 0; i < Math.min(certificates, whole.length); i++) {
            chain.append(pem("CERTIFICATE", whole[i].getEncoded()));
        }
        Files.writeString(folder.resolve(name + ".pem"), chain);
        Files.writeString(folder.resolve(name + ".key"), pem("PRIVATE KEY", keys.getKey(name, PASSWORD.toCharArray()).getEncoded()));
    }

    String authority() throws Exception {
        return pem("CERTIFICATE", load().getCertificate("ca").getEncoded());
    }

    private KeyStore load() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END "
                + kind + "-----\n";
    }

    private void make(String alias, String signer, String subject, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", alias, "-dname", subject, "-keystore", store.toString(), "-storetype", "PKCS12",
                "-storepass", PASSWORD));
        if (!List.of(options).contains("-keyalg")) {
            command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
        }
        if (signer != null) {
            command.addAll(List.of("-signer", signer));
        }
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }
}
