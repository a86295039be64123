package io.jenkins.plugins.gotoolchain.archive;

import java.io.Serializable;
import java.util.Objects;

/**
 * The toolchain that an archive must hold.
 *
 * @param goName what the first line of {@code VERSION} must be, such as {@code go1.24.1}
 * @param os Go's name of the operating system, such as {@code linux}
 * @param arch Go's name of the architecture, such as {@code amd64}
 */
public record ToolchainShape(String goName, String os, String arch) implements Serializable {

    public ToolchainShape {
        Objects.requireNonNull(goName);
        Objects.requireNonNull(os);
        Objects.requireNonNull(arch);
    }

    /** Where the go command is: {@code bin/go} or {@code bin/go.exe}. */
    public String goCommand() {
        return os.equals("windows") ? "bin/go.exe" : "bin/go";
    }

    /** The folder in a module zip that all entries are under, with the slash at its end. */
    String modulePrefix() {
        return "golang.org/toolchain@v0.0.1-" + goName + '.' + os + '-' + arch + '/';
    }

    @Override
    public String toString() {
        return goName + " for " + os + '/' + arch;
    }
}
