package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The files of one partial.
 *
 * @param data the bytes, {@code key.part}
 * @param state what they are of, {@code key.part.json}
 * @param lock held by whoever writes them, {@code key.lock}
 */
record PartialPaths(Path data, Path state, Path lock) {

    static PartialPaths of(DownloadRequest request) {
        Path folder = request.partialFolder();
        return new PartialPaths(folder.resolve(request.key() + ".part"), folder.resolve(request.key() + ".part.json"),
                folder.resolve(request.key() + ".lock"));
    }

    /** @return null if there is none that can be read */
    PartialState readState() {
        try (InputStream in = Files.newInputStream(state)) {
            return PartialStateJson.read(in);
        } catch (IOException e) {
            return null;
        }
    }

    /** Replaces it whole or not at all. */
    void writeState(PartialState next) throws IOException {
        try (OutputStream out = Files.newOutputStream(fresh())) {
            PartialStateJson.write(next, out);
        }
        Files.move(fresh(), state, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path fresh() {
        return state.resolveSibling(state.getFileName() + ".new");
    }

    /** State first: bytes without one are worth nothing. The lock stays. */
    void delete() throws StoreException {
        try {
            Files.deleteIfExists(fresh());
            Files.deleteIfExists(state);
            Files.deleteIfExists(data);
        } catch (IOException e) {
            throw new StoreException(
                    data + " could not be deleted: " + e.getMessage(), List.of(), "delete it by hand", e);
        }
    }
}
