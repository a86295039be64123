package io.jenkins.plugins.gotoolchain.release;

/** How a toolchain is packed. */
public enum Packaging {
    /** The download of every platform but Windows; names start with {@code go/}. */
    TAR_GZ(".tar.gz"),
    /** The download for Windows; names start with {@code go/}. */
    ZIP(".zip"),
    /** A version of the module {@code golang.org/toolchain}; names start with module and version. */
    MODULE_ZIP(".zip");

    private final String extension;

    Packaging(String extension) {
        this.extension = extension;
    }

    /** With its dot. */
    public String extension() {
        return extension;
    }
}
