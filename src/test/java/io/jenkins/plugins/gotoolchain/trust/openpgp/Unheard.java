package io.jenkins.plugins.gotoolchain.trust.openpgp;

import org.bouncycastle.bcpg.SignatureSubpacket;

/** A subpacket of a type that nobody here makes sense of. */
final class Unheard extends SignatureSubpacket {

    Unheard(boolean critical, int type) {
        super(type, critical, false, new byte[] {1, 2, 3});
    }
}
