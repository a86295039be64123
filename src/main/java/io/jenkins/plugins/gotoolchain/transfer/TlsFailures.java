package io.jenkins.plugins.gotoolchain.transfer;

import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertPathBuilderException;
import javax.net.ssl.SSLException;

/** Says in words why a TLS handshake failed. A certificate that is refused now is refused next time as well. */
final class TlsFailures {

    private TlsFailures() {}

    static Failed explain(SSLException e, String name) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof CertificateExpiredException) {
                return Failed.forGood("the certificate of " + name + " has expired",
                        "check the clock of this machine; else its owner must renew it", e);
            }
            if (t instanceof CertificateNotYetValidException) {
                return Failed.forGood("the certificate of " + name + " is not valid yet",
                        "check the clock of this machine", e);
            }
            if (t instanceof CertPathBuilderException) {
                return Failed.forGood("the certificate of " + name + " comes from an authority that is not trusted here",
                        "if a company's own CA or an inspecting proxy is in between, have its CA trusted: --ca-file, GO_TOOLCHAIN_CA_FILE,"
                                + " or the trust store of this Java", e);
            }
        }
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof CertificateException) {
                return Failed.forGood("the certificate of " + name + " was refused (" + t.getMessage() + ")",
                        "check the address; an inspecting proxy may be in between", e);
            }
        }
        return Failed.forNow("the TLS handshake with " + name + " failed (" + e.getMessage() + ")",
                "check that it speaks TLS at this port, and that no proxy on the way breaks it", e);
    }
}
