package io.jenkins.plugins.gotoolchain.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the command line keeps toolchains unless told otherwise: where the system wants a user's data. */
final class DefaultRoot {

    private DefaultRoot() {}

    static Path of(Path named, Map<String, String> environment) {
        return of(named, environment, System.getProperty("os.name", ""), System.getProperty("user.home", ""));
    }

    static Path of(Path named, Map<String, String> environment, String osName, String home) {
        if (named != null) {
            return named;
        }
        String set = environment.getOrDefault("GO_TOOLCHAIN_ROOT", "");
        if (!set.isEmpty()) {
            return Path.of(set);
        }
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return local.isEmpty() ? Path.of(home, "AppData", "Local", "go-toolchain") : Path.of(local, "go-toolchain");
        }
        if (os.startsWith("mac")) {
            return Path.of(home, "Library", "Application Support", "go-toolchain");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        // By the XDG base directory specification a relative path there does not count.
        return data.startsWith("/") ? Path.of(data, "go-toolchain") : Path.of(home, ".local", "share", "go-toolchain");
    }
}
