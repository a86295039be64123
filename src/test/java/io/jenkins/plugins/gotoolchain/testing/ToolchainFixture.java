package io.jenkins.plugins.gotoolchain.testing;

import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.trust.ModuleFile;
import io.jenkins.plugins.gotoolchain.trust.ModuleHash;
import io.jenkins.plugins.gotoolchain.trust.sumdb.ToolchainDatabase;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.AssumptionViolatedException;
import org.junit.rules.ExternalResource;

/**
 * Small toolchains for linux/amd64 on loopback: as the download site {@link #site()}, and as the module proxy
 * {@link #proxy()} with a checksum database of its own, {@link #gosumdb()}. Use it as a rule, of a test or of a class.
 */
public final class ToolchainFixture extends ExternalResource {

    private static final String PLATFORM = "linux-amd64";

    private final List<ToolchainTree> trees = new ArrayList<>();
    private final Map<String, String> archives = new TreeMap<>();
    private final Map<String, String> hashes = new TreeMap<>();
    private final ToolchainDatabase database = new ToolchainDatabase();
    private FaultyServer server;

    /** @param versions {@code 1.24.1} and the like */
    public ToolchainFixture(String... versions) {
        for (String version : versions) {
            trees.add(new ToolchainTree(version));
        }
    }

    public ToolchainFixture with(ToolchainTree tree) {
        trees.add(tree);
        return this;
    }

    @Override
    protected void before() throws IOException {
        if (!"Linux".equals(System.getProperty("os.name")) || !"amd64".equals(System.getProperty("os.arch"))) {
            throw new AssumptionViolatedException("did not run: its toolchains are programs for linux/amd64");
        }
        server = FaultyServer.start();
        StringBuilder index = new StringBuilder("[");
        StringBuilder list = new StringBuilder();
        for (ToolchainTree tree : trees) {
            serveSite(tree, index);
            serveProxy(tree, list);
        }
        file("/dl/", "application/json", index.append("]").toString());
        file("/mod/golang.org/toolchain/@v/list", "text/plain", list.toString());
        database.files().forEach((path, bytes) -> file("/mod/" + path, "text/plain", bytes));
    }

    private void serveSite(ToolchainTree tree, StringBuilder index) {
        byte[] archive = tree.tarGz();
        String name = archiveName(tree.version());
        archives.put(tree.version(), sha256(archive));
        file(sitePath(tree.version()), "application/gzip", archive);
        file(sitePath(tree.version()) + ".sha256", "text/plain", sha256(tree.version()));
        index.append(index.length() > 1 ? "," : "").append("{\"version\":\"go").append(tree.version())
                .append("\",\"stable\":true,\"files\":[{\"filename\":\"").append(name)
                .append("\",\"os\":\"linux\",\"arch\":\"amd64\",\"version\":\"go").append(tree.version())
                .append("\",\"sha256\":\"").append(sha256(tree.version())).append("\",\"size\":").append(archive.length)
                .append(",\"kind\":\"archive\"}]}");
    }

    private void serveProxy(ToolchainTree tree, StringBuilder list) {
        String version = moduleVersion(tree.version());
        String base = "/mod/golang.org/toolchain/@v/" + version;
        list.append(version).append('\n');
        file(base + ".info", "application/json", "{\"Version\":\"" + version + "\",\"Time\":\"2025-03-03T16:14:57Z\"}");
        file(base + ".mod", "text/plain", "module golang.org/toolchain\n");
        file(base + ".zip", "application/zip", tree.moduleZip(version));
        List<ModuleFile> files = new ArrayList<>();
        tree.stored(version).forEach((name, bytes) -> files.add(new ModuleFile(name, sha256(bytes))));
        try {
            hashes.put(tree.version(), ModuleHash.of(files));
            database.add(version, hashes.get(tree.version()));
        } catch (VerificationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void after() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            // it goes with the JVM
        }
    }

    private void file(String path, String type, String text) {
        server.file(path, Content.text(type, text));
    }

    private void file(String path, String type, byte[] bytes) {
        server.file(path, new Content(bytes, type, "\"" + sha256(bytes).substring(0, 16) + "\"", null));
    }

    /** For faults, and for what was asked. */
    public FaultyServer server() {
        return server;
    }

    /** The download site's address. */
    public String site() {
        return server.uri("/dl/").toString();
    }

    /** The module proxy's address. */
    public String proxy() {
        return server.uri("/mod").toString();
    }

    /** The checksum database of what {@link #proxy()} has. */
    public String gosumdb() {
        return database.gosumdb();
    }

    /** Of the download site's archive. */
    public String sha256(String version) {
        return archives.get(version);
    }

    /** {@code h1:} of the module that the proxy has. */
    public String moduleHash(String version) {
        return hashes.get(version);
    }

    /** On {@link #server()}. */
    public String sitePath(String version) {
        return "/dl/" + archiveName(version);
    }

    /** On {@link #server()}. */
    public String zipPath(String version) {
        return "/mod/golang.org/toolchain/@v/" + moduleVersion(version) + ".zip";
    }

    /** How often a path was asked for so far. */
    public int asked(String path) {
        return (int) server.requests().stream().filter(seen -> seen.target().equals(path)).count();
    }

    private static String archiveName(String version) {
        return "go" + version + "." + PLATFORM + ".tar.gz";
    }

    private static String moduleVersion(String version) {
        return "v0.0.1-go" + version + "." + PLATFORM;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
