package io.jenkins.plugins.gotoolchain.source;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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

    private static final int MOST_OF_FILE = 1 << 20;

    /** @param where for people: which setting it is */
    record Found(String list, String where) {}

    /** Asks a go command, as the last resort. */
    interface GoCommand {
        /** @return what {@code go env GOPROXY} prints; null where it fails, or takes too long */
        String goproxy(Path go) throws InterruptedException;
    }

    private final Map<String, String> environment;
    private final String os;
    private final GoCommand command;

    /** @param os as Go names it: {@code linux}, {@code darwin}, {@code windows} */
    UserGoProxy(Map<String, String> environment, String os, GoCommand command) {
        this.environment = environment;
        this.os = os;
        this.command = command;
    }

    Optional<Found> find() throws InterruptedException {
        String set = get("GOPROXY");
        if (!set.isBlank()) {
            return Optional.of(new Found(set, "GOPROXY in the environment"));
        }
        Path user = userFile();
        String fromUser = user == null ? null : value(user, "GOPROXY");
        if (fromUser != null) {
            return Optional.of(new Found(fromUser, user.toString()));
        }
        Path go = onPath();
        if (go == null) {
            return Optional.empty();
        }
        for (Path root : roots(go, user)) {
            Path defaults = root.resolve("go.env");
            String fromRoot = value(defaults, "GOPROXY");
            if (fromRoot != null) {
                return Optional.of(new Found(fromRoot, defaults.toString()));
            }
        }
        String said = command.goproxy(go);
        return said == null || said.isBlank() ? Optional.empty() : Optional.of(new Found(said.strip(), go + " env GOPROXY"));
    }

    /** Null where there is none, or {@code GOENV=off}. */
    private Path userFile() {
        String named = get("GOENV");
        if (named.equals("off")) {
            return null;
        }
        if (!named.isEmpty()) {
            return path(named);
        }
        String home = get("HOME");
        String folder = switch (os) {
            case "windows" -> get("AppData");
            case "darwin", "ios" -> home.isEmpty() ? "" : home + "/Library/Application Support";
            case "plan9" -> get("home").isEmpty() ? "" : get("home") + "/lib";
            default -> !get("XDG_CONFIG_HOME").isEmpty() ? get("XDG_CONFIG_HOME") : home.isEmpty() ? "" : home + "/.config";
        };
        Path absolute = folder.isEmpty() ? null : path(folder);
        return absolute == null || !absolute.isAbsolute() ? null : absolute.resolve("go").resolve("env");
    }

    /** The last line {@code NAME=value} of a file of Go's; null where there is none, or an empty one. */
    private static String value(Path file, String name) {
        String found = null;
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(MOST_OF_FILE), StandardCharsets.UTF_8);
            for (String line : text.split("\n")) {
                if (line.startsWith(name + "=")) {
                    found = line.substring(name.length() + 1).strip();
                }
            }
        } catch (IOException e) {
            return null;
        }
        return found == null || found.isEmpty() ? null : found;
    }

    /** Only in folders named in full: an empty or a relative one depends on where somebody stands. */
    private Path onPath() {
        String program = os.equals("windows") ? "go.exe" : "go";
        for (String element : get(os.equals("windows") ? "Path" : "PATH").split(File.pathSeparator)) {
            Path folder = element.isEmpty() ? null : path(element);
            if (folder != null && folder.isAbsolute()) {
                Path go = folder.resolve(program);
                if (Files.isRegularFile(go) && Files.isExecutable(go)) {
                    return go;
                }
            }
        }
        return null;
    }

    private List<Path> roots(Path go, Path user) {
        String named = get("GOROOT");
        if (named.isEmpty() && user != null) {
            String written = value(user, "GOROOT");
            named = written == null ? "" : written;
        }
        Path root = named.isEmpty() ? null : path(named);
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

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private String get(String name) {
        String value = environment.get(name);
        if (value == null && os.equals("windows")) {
            for (Map.Entry<String, String> entry : environment.entrySet()) {
                if (entry.getKey().equalsIgnoreCase(name)) {
                    return entry.getValue();
                }
            }
        }
        return value == null ? "" : value;
    }
}
