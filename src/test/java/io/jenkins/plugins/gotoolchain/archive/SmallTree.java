package io.jenkins.plugins.gotoolchain.archive;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The least that is a toolchain, and what is said of it. */
final class SmallTree {

    static final ToolchainShape SHAPE = new ToolchainShape("go1.24.1", "linux", "amd64");
    static final ToolchainShape WINDOWS = new ToolchainShape("go1.24.1", "windows", "amd64");
    static final String MODULE = "golang.org/toolchain@v0.0.1-go1.24.1.linux-amd64/";
    static final byte[] VERSION = utf8("go1.24.1\ntime 2025-02-27T17:57:18Z\n");
    static final byte[] ELF = utf8("\u007fELF and so on");
    static final byte[] EXE = utf8("MZ and so on");

    private SmallTree() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("VERSION", VERSION);
        files.put("bin/go", ELF);
        files.put("src/fmt/print.go", utf8("package fmt\n"));
        return files;
    }
}
