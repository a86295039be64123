package io.jenkins.plugins.gotoolchain.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A toolchain for linux/amd64 of a few files, whose {@code go} answers {@code version} and {@code env NAME}. */
public final class ToolchainTree {

    private static final long TIME = 1_741_000_000_000L;

    private final String version;
    private final Map<String, byte[]> files = new TreeMap<>();

    /** @param version {@code 1.24.1} */
    public ToolchainTree(String version) {
        this.version = version;
        file("VERSION", "go" + version + "\ntime 2025-03-03T16:14:57Z\n");
        file("LICENSE", "For tests only.\n");
        file("go.env", "GOTOOLCHAIN=auto\n");
        file("src/go.mod", "module std\n\ngo 1.24\n");
        file("src/fmt/print.go", "package fmt\n");
        file("pkg/include/textflag.h", "// empty\n");
        script("case \"$1\" in\n"
                + "version) echo \"go version go" + version + " linux/amd64\" ;;\n"
                + "env) shift; for name; do eval echo \"\\$$name\"; done ;;\n"
                + "*) echo \"go \" \"$@\" ;;\n"
                + "esac");
        files.put("bin/gofmt", TinyProgram.running("echo gofmt"));
        files.put("pkg/tool/linux_amd64/compile", TinyProgram.running("echo compile"));
    }

    public String version() {
        return version;
    }

    public ToolchainTree file(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** A file of text that an archive makes a quarter smaller at most, for a transfer of some length. */
    public ToolchainTree noise(String path, int bytes) {
        byte[] text = new byte[bytes];
        new Random(bytes).nextBytes(text);
        for (int i = 0; i < bytes; i++) {
            text[i] = (byte) ('!' + (text[i] & 63));
        }
        files.put(path, text);
        return this;
    }

    /** What {@code go} does in place of what it does usually; {@code $1} is its first argument. */
    public ToolchainTree script(String shell) {
        files.put("bin/go", TinyProgram.running(shell));
        return this;
    }

    /** What {@code gofmt} does in place of saying its name. */
    public ToolchainTree gofmt(String shell) {
        files.put("bin/gofmt", TinyProgram.running(shell));
        return this;
    }

    /** Its files by path, as they are when it is installed. */
    public Map<String, byte[]> files() {
        return files;
    }

    static boolean isExecutable(String path) {
        return path.startsWith("bin/") || path.startsWith("pkg/tool/");
    }

    /** As a download site has it. */
    public byte[] tarGz() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry("go/" + file.getKey());
                entry.setSize(file.getValue().length);
                entry.setModTime(TIME);
                entry.setMode(isExecutable(file.getKey()) ? 0100755 : 0100644);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException("in memory", e);
        }
        return bytes.toByteArray();
    }

    /** The names and bytes that the module's zip has. */
    Map<String, byte[]> stored(String moduleVersion) {
        Map<String, byte[]> stored = new TreeMap<>();
        files.forEach((path, bytes) -> {
            boolean module = path.equals("go.mod") || path.endsWith("/go.mod");
            String name = module ? path.substring(0, path.length() - 6) + "_go.mod" : path;
            stored.put("golang.org/toolchain@" + moduleVersion + "/" + name, bytes);
        });
        return stored;
    }

    /** As a module proxy has it. */
    public byte[] moduleZip(String moduleVersion) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : stored(moduleVersion).entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException("in memory", e);
        }
        return bytes.toByteArray();
    }
}
