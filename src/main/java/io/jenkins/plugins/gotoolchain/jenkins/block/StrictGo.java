package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/** A block's go command, to be asked at the block's end. */
public final class StrictGo implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String home;
    private final String version;
    private final LinkedHashMap<String, String> variables;

    StrictGo(String home, GoVersion version, Map<String, String> variables) {
        this.home = home;
        this.version = version.text();
        this.variables = new LinkedHashMap<>(variables);
        this.variables.remove("PATH+GO"); // it adds to a path that is not known any more, and the go command is named in full
    }

    /** Says what go mod tidy would change in the module, where there is one and this Go can say it. */
    public void showChanges(FilePath folder, Launcher launcher, TaskListener log) throws IOException, InterruptedException {
        EnvVars environment = new EnvVars();
        environment.overrideAll(variables);
        BlockFolder place = BlockFolder.of(folder, environment);
        BlockModule.ifReadable(place, log).showChanges(new GoLaunch(
                launcher, folder, environment, new BlockProof.Proven(home, new GoVersion(version), false)));
    }
}
