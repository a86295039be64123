/**
 * One HTTP download. A request goes in: an address, what is known of the file, and where its partial lives. Out comes
 * a file whose SHA-256 was computed while its bytes arrived, or an error that says what was tried and what to do.
 *
 * <p>Promises: bytes that are here are not fetched again, across attempts, processes and sources; bytes of two
 * different files are never mixed unseen; nothing waits for ever, whatever the other side does; an interrupt ends a
 * transfer at once and leaves a partial that can be resumed; no secret is in a message or in a file.
 *
 * <p>HTTP is spoken here over a plain socket rather than by
 * {@code HttpURLConnection}: that one cannot be ended from another thread while it reads, repeats requests unasked,
 * and refuses Basic credentials for tunnels through a proxy unless the JVM was started for it.
 */
package io.jenkins.plugins.gotoolchain.transfer;
