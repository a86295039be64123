package io.jenkins.plugins.gotoolchain.trust.sumdb;

import java.net.URI;

/**
 * A module proxy that may carry the checksum database: an entry of GOPROXY before its {@code direct} or {@code off},
 * both of which mean that the database itself is asked.
 *
 * @param base the proxy's address, without user; https, http or file
 * @param nextOnAnyError whether any error makes the next proxy be asked ({@code |} after it in GOPROXY), and not only
 *     that it does not carry the database ({@code ,})
 */
public record SumdbProxy(URI base, boolean nextOnAnyError) {}
