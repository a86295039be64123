package io.jenkins.plugins.gotoolchain.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The user's own settings for Go: the environment, else the file that {@code go env -w} writes. */
public final class GoEnvFile {

    private static final int MOST_OF_FILE = 1 << 20;

    private final Map<String, String> environment;
    private final String os;

    /** @param os as Go names it: {@code linux}, {@code darwin}, {@code windows} */
    GoEnvFile(Map<String, String> environment, String os) {
        this.environment = environment;
        this.os = os;
    }

    /** Of the user of this process. */
    public static GoEnvFile of(Map<String, String> environment) {
        return new GoEnvFile(environment, DefaultSources.os());
    }

    /** What the go command would take, before its own defaults; empty where neither says it. */
    public String setting(String name) {
        String set = get(name);
        return set.isBlank() ? written(name) : set;
    }

    /** What the file says; empty where there is none, or it does not. */
    String written(String name) {
        Path file = file();
        return file == null ? "" : value(file, name);
    }

    /** Null where there is none, or {@code GOENV=off}. */
    public Path file() {
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

    /** The last line {@code NAME=value} of a file of Go's; empty where there is none. */
    static String value(Path file, String name) {
        return values(file).getOrDefault(name, "");
    }

    /** All lines {@code NAME=value} of a file of Go's, of each name the last; empty where it cannot be read. */
    public static Map<String, String> values(Path file) {
        Map<String, String> found = new HashMap<>();
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(MOST_OF_FILE), StandardCharsets.UTF_8);
            for (String line : text.split("\n")) {
                int equals = line.indexOf('=');
                if (equals >= 0) {
                    found.put(line.substring(0, equals), line.substring(equals + 1).strip());
                }
            }
        } catch (IOException e) {
            return Map.of();
        }
        return found;
    }

    /** Null where the text is empty or no path. */
    static Path path(String text) {
        try {
            return text.isEmpty() ? null : Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Of the environment; empty where it is not set. */
    String get(String name) {
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
