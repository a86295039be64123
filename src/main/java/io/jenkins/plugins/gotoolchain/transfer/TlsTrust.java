package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/** Whom to trust: what the JVM trusts, and the certificates of a PEM text besides. */
public final class TlsTrust {

    private TlsTrust() {}

    /**
     * For what speaks TLS by itself.
     *
     * @param extraCaPem one or more certificates; null for none
     * @throws ConfigurationException if there is none in it
     */
    public static SSLContext context(String extraCaPem) throws ConfigurationException, IOException {
        return context(extraCaPem, null);
    }

    /** The same for a socket. @param witness looks on while a chain is judged; null for nobody */
    static SSLSocketFactory sockets(String extraCaPem, ChainWitness witness) throws ConfigurationException, IOException {
        return context(extraCaPem, witness).getSocketFactory();
    }

    private static SSLContext context(String extraCaPem, ChainWitness witness) throws ConfigurationException, IOException {
        boolean none = extraCaPem == null || extraCaPem.isBlank();
        try {
            if (none && witness == null) {
                return SSLContext.getDefault();
            }
            TrustManager[] judges = none ? managers(null) : trustManagers(certificates(extraCaPem));
            for (int i = 0; i < judges.length; i++) {
                if (witness != null && judges[i] instanceof X509ExtendedTrustManager judge) {
                    judges[i] = new WitnessedTrust(judge, witness);
                }
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, judges, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be set up in this JVM: " + e.getMessage(), e);
        }
    }

    /** Whether it is one of the bundle's and not one of Java's own. */
    static boolean isExtra(X509Certificate authority, String extraCaPem) {
        try {
            return extraCaPem != null && !extraCaPem.isBlank() && certificates(extraCaPem).contains(authority)
                    && !issuers(managers(null)).contains(authority);
        } catch (GeneralSecurityException | ConfigurationException e) {
            return false;
        }
    }

    private static Collection<? extends Certificate> certificates(String pem) throws ConfigurationException {
        try {
            Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            if (!found.isEmpty()) {
                return found;
            }
        } catch (GeneralSecurityException e) {
            // said below
        }
        throw new ConfigurationException(
                "The additional CA bundle holds no certificate that can be read.",
                "give certificates in PEM form, each between BEGIN CERTIFICATE and END CERTIFICATE");
    }

    private static TrustManager[] trustManagers(Collection<? extends Certificate> extra)
            throws GeneralSecurityException, IOException {
        KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
        all.load(null, null);
        int count = 0;
        for (Certificate certificate : extra) {
            all.setCertificateEntry("extra-" + count++, certificate);
        }
        for (X509Certificate certificate : issuers(managers(null))) {
            all.setCertificateEntry("standard-" + count++, certificate);
        }
        return managers(all);
    }

    /** Those of a store, or the JVM's own. */
    private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static List<X509Certificate> issuers(TrustManager[] managers) {
        List<X509Certificate> found = new ArrayList<>();
        for (TrustManager manager : managers) {
            if (manager instanceof X509TrustManager) {
                found.addAll(List.of(((X509TrustManager) manager).getAcceptedIssuers()));
            }
        }
        return found;
    }

    /** The authorities that are trusted with this bundle. */
    static List<X509Certificate> issuers(String extraCaPem)
            throws GeneralSecurityException, IOException, ConfigurationException {
        return issuers(extraCaPem == null ? managers(null) : trustManagers(certificates(extraCaPem)));
    }
}
