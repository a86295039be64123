package io.jenkins.plugins.gotoolchain.source;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code GOPROXY} that the user's own go command would take (cmd/go/internal/cfg): the environment, the file that
 * {@code go env -w} writes, {@code go.env} of a Go on the {@code PATH}; where a Go is there and none of these says it,
 * that Go is asked.
 */
final class UserGoProxy {

    /** @param where for people: which setting it is */
    record Found(String list, String where) {}

    /** Asks a go command, as the last resort. */
    interface GoCommand {
        /** @return what {@code go env GOPROXY} prints; null where it fails, or takes too long */
        String goproxy(Path go) throws InterruptedException;
    }

    private final GoEnvFile user;
    private final String os;
    private final GoCommand command;

    /** @param os as Go names it: {@code linux}, {@code darwin}, {@code windows} */
    UserGoProxy(Map<String, String> environment, String os, GoCommand command) {
        this.user = new GoEnvFile(environment, os);
        this.os = os;
        this.command = command;
    }

    Optional<Found> find() throws InterruptedException {
        String set = user.get("GOPROXY");
        if (!set.isBlank()) {
            return Optional.of(new Found(set, "GOPROXY in the environment"));
        }
        String written = user.written("GOPROXY");
        if (!written.isEmpty()) {
            return Optional.of(new Found(written, user.file().toString()));
        }
        Path go = onPath();
        if (go == null) {
            return Optional.empty();
        }
        for (Path root : roots(go)) {
            Path defaults = root.resolve("go.env");
            String fromRoot = GoEnvFile.value(defaults, "GOPROXY");
            if (!fromRoot.isEmpty()) {
                return Optional.of(new Found(fromRoot, defaults.toString()));
            }
        }
        String said = command.goproxy(go);
        return said == null || said.isBlank() ? Optional.empty() : Optional.of(new Found(said.strip(), go + " env GOPROXY"));
    }

    /** Only in folders named in full: an empty or a relative one depends on where somebody stands. */
    private Path onPath() {
        String program = os.equals("windows") ? "go.exe" : "go";
        for (String element : user.get(os.equals("windows") ? "Path" : "PATH").split(File.pathSeparator)) {
            Path folder = GoEnvFile.path(element);
            if (folder != null && folder.isAbsolute()) {
                Path go = folder.resolve(program);
                if (Files.isRegularFile(go) && Files.isExecutable(go)) {
                    return go;
                }
            }
        }
        return null;
    }

    private List<Path> roots(Path go) {
        Path root = GoEnvFile.path(user.setting("GOROOT"));
        if (root != null) {
            return List.of(root);
        }
        try {
            Path bin = go.toRealPath().getParent();
            return bin == null || bin.getParent() == null ? List.of() : List.of(bin.getParent());
        } catch (IOException e) {
            return List.of();
        }
    }
}
