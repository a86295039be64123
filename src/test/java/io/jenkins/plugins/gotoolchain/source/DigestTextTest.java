package io.jenkins.plugins.gotoolchain.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class DigestTextTest {

    private static final String HEX = "cb2396bae64183cdccf81a9a6df0aea3bce9511fc21469fb89a0c00470088073";
    private static final String OTHER = "0".repeat(64);
    private static final String NAME = "go1.24.1.linux-amd64.tar.gz";

    @Test
    public void bareHexIsADigest() {
        assertThat(DigestText.beside(HEX + "\n", NAME)).isEqualTo(HEX);
        assertThat(DigestText.beside(HEX.toUpperCase(), NAME)).isEqualTo(HEX);
    }

    @Test
    public void aLineOfSha256sumIsADigest() {
        assertThat(DigestText.beside(HEX + "  " + NAME + "\n", NAME)).isEqualTo(HEX);
        assertThat(DigestText.beside(HEX + " *" + NAME + "\r\n", NAME)).isEqualTo(HEX);
        assertThat(DigestText.beside(HEX + "  ./" + NAME, NAME)).isEqualTo(HEX);
    }

    @Test
    public void aLineForAnotherFileIsNone() {
        assertThat(DigestText.beside(HEX + "  go1.24.2.linux-amd64.tar.gz\n", NAME)).isNull();
    }

    @Test
    public void aPageIsNone() {
        assertThat(DigestText.beside("<!DOCTYPE html>\n<html><body>" + HEX + "</body></html>", NAME)).isNull();
        assertThat(DigestText.beside("", NAME)).isNull();
    }

    @Test
    public void aListIsReadByName() {
        assertThat(DigestText.inList(OTHER + "  a.tar.gz\n" + HEX + "  " + NAME + "\n", NAME)).isEqualTo(HEX);
    }

    @Test
    public void aListThatContradictsItselfProvesNothing() {
        assertThat(DigestText.inList(OTHER + "  " + NAME + "\n" + HEX + "  " + NAME + "\n", NAME)).isNull();
    }

    @Test
    public void aShortenedDigestIsNone() {
        assertThat(DigestText.beside(HEX.substring(1) + "  " + NAME, NAME)).isNull();
        assertThat(DigestText.beside(HEX.substring(1), NAME)).isNull();
    }
}
