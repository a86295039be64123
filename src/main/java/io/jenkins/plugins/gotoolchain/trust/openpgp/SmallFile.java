package io.jenkins.plugins.gotoolchain.trust.openpgp;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.transfer.Answer;
import io.jenkins.plugins.gotoolchain.transfer.HttpGet;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Brings signatures and keys: over HTTP, or from a folder. */
final class SmallFile {

    private final HttpGet http;

    SmallFile(HttpGet http) {
        this.http = http;
    }

    /**
     * @throws MalformedException where it is not there, or too large
     * @throws UnreachableException where there is no answer
     */
    byte[] read(URI uri, int mostBytes) throws MalformedException, UnreachableException, InterruptedException {
        if ("file".equals(uri.getScheme())) {
            return read(Path.of(uri), mostBytes);
        }
        Answer answer = http.get(uri, null, mostBytes);
        if (!answer.isOk()) {
            throw new MalformedException(
                    answer.isMissing() ? "is not there (" + answer.status() + ")" : "is refused (" + answer.status() + ")");
        }
        return answer.body();
    }

    private static byte[] read(Path file, int mostBytes) throws MalformedException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw new MalformedException("is larger than " + mostBytes + " bytes");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new MalformedException("is not there");
        } catch (IOException e) {
            throw new MalformedException("cannot be read: " + e.getMessage());
        }
    }
}
