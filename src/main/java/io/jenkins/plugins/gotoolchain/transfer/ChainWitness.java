package io.jenkins.plugins.gotoolchain.transfer;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;

/** Looks on while a chain is judged, so that one that is refused can be shown too. Changes no judgement. */
final class ChainWitness {

    private List<X509Certificate> chain = List.of();
    private List<X509Certificate> authorities = List.of();
    private ObservedTls.Refusal refusal;

    void sees(X509Certificate[] sent, X509Certificate[] trusted) {
        chain = List.of(sent);
        authorities = List.of(trusted);
    }

    void sees(CertificateException refused) {
        refusal = why(refused);
    }

    List<X509Certificate> chain() {
        return chain;
    }

    /** Null where the chain was not refused. */
    ObservedTls.Refusal refusal() {
        return refusal;
    }

    /** The authority that signed the chain, or is in it; null where none did. */
    X509Certificate anchor() {
        for (int i = chain.size() - 1; i >= 0; i--) {
            X509Certificate one = chain.get(i);
            for (X509Certificate authority : authorities) {
                if (authority.equals(one) || authority.getSubjectX500Principal().equals(one.getIssuerX500Principal()) && signed(one, authority)) {
                    return authority;
                }
            }
        }
        return null;
    }

    private static boolean signed(X509Certificate one, X509Certificate by) {
        try {
            one.verify(by.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private ObservedTls.Refusal why(CertificateException refused) {
        boolean weak = false;
        for (Throwable t = refused; t != null; t = t.getCause()) {
            if (t instanceof CertificateExpiredException) {
                return ObservedTls.Refusal.EXPIRED;
            }
            if (t instanceof CertificateNotYetValidException) {
                return ObservedTls.Refusal.NOT_YET_VALID;
            }
            weak |= t instanceof CertPathValidatorException path
                    && path.getReason() == CertPathValidatorException.BasicReason.ALGORITHM_CONSTRAINED;
            weak |= String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT).contains("algorithm constraints");
        }
        if (weak) {
            return ObservedTls.Refusal.WEAK;
        }
        if (anchor() == null) {
            return ObservedTls.Refusal.UNKNOWN_AUTHORITY;
        }
        String text = String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
        return text.contains("no subject alternative") || text.contains("no name matching") || text.contains("subject alternative dns name")
                ? ObservedTls.Refusal.OTHER_NAME : ObservedTls.Refusal.OTHER;
    }
}
