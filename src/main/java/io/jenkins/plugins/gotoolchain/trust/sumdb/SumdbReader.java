package io.jenkins.plugins.gotoolchain.trust.sumdb;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import java.util.Optional;

/** Brings documents of a checksum database. What it brings is believed only after it was authenticated. */
public interface SumdbReader {

    /**
     * @param path {@code lookup/…} or {@code tile/…}, without a slash in front
     * @param mostBytes a longer answer is refused
     * @return empty where there is no such document (404, 410)
     * @throws UnreachableException where there was no answer, or none that is a document of this size
     */
    Optional<byte[]> read(String path, int mostBytes) throws UnreachableException, InterruptedException;

    /** Where documents come from, printable; may need to ask the network once. */
    String from() throws UnreachableException, InterruptedException;
}
