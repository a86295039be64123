package io.jenkins.plugins.gotoolchain.transfer;

import java.io.Serializable;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One certificate of a chain, as it was sent.
 *
 * @param notBefore milliseconds since 1970
 * @param notAfter milliseconds since 1970
 * @param names the hosts and addresses that it is for; empty for an authority's
 * @param selfSigned whether it is its own issuer, by signature
 * @param key such as {@code RSA 2048}
 * @param signature the algorithm, such as {@code SHA256withRSA}
 */
public record ObservedCertificate(
        String subject, String issuer, long notBefore, long notAfter, List<String> names, boolean selfSigned, String key,
        String signature) implements Serializable {

    private static final int MOST_NAMES = 8;

    public ObservedCertificate {
        names = List.copyOf(names);
    }

    static ObservedCertificate of(X509Certificate certificate) {
        return new ObservedCertificate(
                Words.printable(certificate.getSubjectX500Principal().getName()),
                Words.printable(certificate.getIssuerX500Principal().getName()),
                certificate.getNotBefore().getTime(),
                certificate.getNotAfter().getTime(),
                names(certificate),
                isSelfSigned(certificate),
                key(certificate),
                certificate.getSigAlgName());
    }

    /** The common name, or what stands first where there is none. */
    public static String commonName(String name) {
        for (String part : name.split("(?<!\\\\),")) {
            if (part.startsWith("CN=")) {
                return part.substring(3);
            }
        }
        return name;
    }

    private static List<String> names(X509Certificate certificate) {
        List<String> found = new ArrayList<>();
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            for (List<?> name : all == null ? List.<List<?>>of() : all) {
                if (name.get(1) instanceof String text && found.size() < MOST_NAMES) {
                    found.add(Words.printable(text));
                }
            }
        } catch (CertificateParsingException e) {
            // then none can be read
        }
        return found;
    }

    private static boolean isSelfSigned(X509Certificate certificate) {
        if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String key(X509Certificate certificate) {
        String algorithm = certificate.getPublicKey().getAlgorithm();
        if (certificate.getPublicKey() instanceof RSAKey rsa) {
            return algorithm + " " + rsa.getModulus().bitLength();
        }
        if (certificate.getPublicKey() instanceof ECKey ec) {
            return algorithm + " " + ec.getParams().getOrder().bitLength();
        }
        return algorithm;
    }
}
