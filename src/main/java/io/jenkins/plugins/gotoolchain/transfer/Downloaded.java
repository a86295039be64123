package io.jenkins.plugins.gotoolchain.transfer;

import java.net.URI;
import java.nio.file.Path;

/**
 * A file that is here in whole.
 *
 * @param file the partial's data; deleted by {@link Downloader#discard}
 * @param sha256 of all its bytes, computed here
 * @param fetched bytes of it that crossed the wire now, those that had to be thrown away included
 * @param resumedFrom the bytes that were here before the first request
 * @param attempts requests made; 0 if everything was here
 * @param from the address that the last bytes came from
 * @param mixed whether the bytes may not be those of one file: some were here before this run, or were continued from
 *     another address or without a validator, and no digest was known that proves them. If a proof fails then,
 *     discard the partial and download once more
 */
public record Downloaded(
        Path file, long size, String sha256, long fetched, long resumedFrom, int attempts, URI from, boolean mixed) {}
