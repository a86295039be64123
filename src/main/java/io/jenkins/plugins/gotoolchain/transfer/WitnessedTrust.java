package io.jenkins.plugins.gotoolchain.transfer;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Java's own judgement of a chain, with a witness. */
final class WitnessedTrust extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager judge;
    private final ChainWitness witness;

    WitnessedTrust(X509ExtendedTrustManager judge, ChainWitness witness) {
        this.judge = judge;
        this.witness = witness;
    }

    private interface Judgement {
        void pass() throws CertificateException;
    }

    private void witnessed(X509Certificate[] chain, Judgement judgement) throws CertificateException {
        witness.sees(chain, judge.getAcceptedIssuers());
        try {
            judgement.pass();
        } catch (CertificateException e) {
            witness.sees(e);
            throw e;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        witnessed(chain, () -> judge.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        witnessed(chain, () -> judge.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        witnessed(chain, () -> judge.checkServerTrusted(chain, type));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        judge.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        judge.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        judge.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }
}
