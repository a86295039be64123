package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.environment.GoSettings;
import io.jenkins.plugins.gotoolchain.environment.InheritedSettings;
import io.jenkins.plugins.gotoolchain.environment.SettingOrigins;
import io.jenkins.plugins.gotoolchain.source.GoEnvFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the go command finds by itself, nearest first: the environment, the user's file, the toolchain's own file. */
record UserSettings(List<InheritedSettings> levels) {

    /** @param home of the toolchain */
    static UserSettings of(Map<String, String> environment, Path home) {
        Path user = GoEnvFile.of(environment).file();
        List<InheritedSettings> levels = new ArrayList<>();
        levels.add(InheritedSettings.of("the environment", environment::get));
        if (user != null) {
            levels.add(written(user));
        }
        levels.add(written(home.resolve("go.env")));
        return new UserSettings(levels);
    }

    private static InheritedSettings written(Path file) {
        return InheritedSettings.of(file.toString(), GoEnvFile.values(file)::get);
    }

    SettingOrigins origins() {
        SettingOrigins all = SettingOrigins.none();
        for (InheritedSettings level : levels) {
            all = all.over(level.origins());
        }
        return all;
    }

    /** What Go cannot use and nothing nearer replaces. */
    List<String> unusable(GoSettings nearer) {
        List<String> found = new ArrayList<>();
        GoSettings above = nearer;
        for (InheritedSettings level : levels) {
            found.addAll(level.unusable(above));
            above = above.over(level.origins().settings());
        }
        return found;
    }
}
