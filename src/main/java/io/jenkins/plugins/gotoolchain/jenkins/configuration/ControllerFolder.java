package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import java.nio.file.Path;
import jenkins.model.Jenkins;

/** Where the controller keeps what it learned: what its sources answered, and which builds used what. */
public final class ControllerFolder {

    private ControllerFolder() {}

    /** {@code go-toolchain} of Jenkins' home; it may not be there yet. */
    public static Path path() {
        return Jenkins.get().getRootDir().toPath().toAbsolutePath().resolve("go-toolchain");
    }
}
