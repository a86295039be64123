package io.jenkins.plugins.gotoolchain.trust.sumdb;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A small checksum database of toolchains, as the files that a module proxy would serve of it. */
public final class ToolchainDatabase {

    private static final String NAME = "sum.test.example";

    private final TestKey key = new TestKey(NAME);
    private final Map<String, String> hashes = new LinkedHashMap<>();

    /** @param version of the module, {@code v0.0.1-go1.24.1.linux-amd64}; @param hash {@code h1:…} */
    public void add(String version, String hash) {
        hashes.put(version, hash);
    }

    /** What GOSUMDB has to say for it. */
    public String gosumdb() {
        return key.text();
    }

    /** By path below the proxy's address; for less than 256 toolchains. */
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        NaiveTree tree = new NaiveTree();
        hashes.forEach((version, hash) -> tree.add(record(version, hash)));
        String note = key.note(tree.size(), tree.root());
        String base = "sumdb/" + NAME + "/";
        files.put(base + "supported", new byte[0]);
        int number = 0;
        for (Map.Entry<String, String> one : hashes.entrySet()) {
            String answer = OwnDatabase.answer(number++, record(one.getKey(), one.getValue()), note);
            files.put(base + "lookup/" + OwnDatabase.MODULE + "@" + one.getKey(), answer.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        for (int width = 1; width <= tree.size(); width++) {
            files.put(base + "tile/8/0/000.p/" + width, tree.tile(0, 0, width));
        }
        return files;
    }

    private static String record(String version, String hash) {
        return OwnDatabase.MODULE + " " + version + " " + hash + "\n"
                + OwnDatabase.MODULE + " " + version + "/go.mod " + hash + "\n";
    }
}
