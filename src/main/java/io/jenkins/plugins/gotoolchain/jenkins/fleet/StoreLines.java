package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stores of all nodes as a file: a line for each node with its name and the time, then a line for each toolchain that
 * begins with a tab; fields are separated by tabs and encoded as in forms. What cannot be read is left out: nodes say it
 * again.
 */
final class StoreLines {

    private final Path folder;
    private final Path file;

    /** @param folder made when something is kept */
    StoreLines(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("inventory");
    }

    Map<String, NodeStore> read() throws IOException {
        Map<String, NodeStore> stores = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String node = null;
            long at = 0;
            List<HeldToolchain> held = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t", -1);
                try {
                    if (fields.length == 2) {
                        keep(stores, node, at, held);
                        node = decode(fields[0]);
                        at = Long.parseLong(fields[1]);
                        held = new ArrayList<>();
                    } else if (fields.length == 9 && fields[0].isEmpty()) {
                        held.add(new HeldToolchain(decode(fields[1]), decode(fields[2]), Long.parseLong(fields[3]),
                                Long.parseLong(fields[4]), Long.parseLong(fields[5]), Boolean.parseBoolean(fields[6]),
                                decode(fields[7]), decode(fields[8])));
                    }
                } catch (IllegalArgumentException e) {
                    // a damaged line: the node says it again
                }
            }
            keep(stores, node, at, held);
        } catch (NoSuchFileException e) {
            return stores;
        }
        return stores;
    }

    private static void keep(Map<String, NodeStore> stores, String node, long at, List<HeldToolchain> held) {
        if (node != null) {
            stores.put(node, NodeStore.said(at, held));
        }
    }

    void write(Map<String, NodeStore> stores) throws IOException {
        Files.createDirectories(folder);
        Path fresh = folder.resolve("inventory.new");
        try (BufferedWriter lines = Files.newBufferedWriter(fresh)) {
            for (Map.Entry<String, NodeStore> store : stores.entrySet()) {
                lines.write(encode(store.getKey()) + "\t" + store.getValue().at() + "\n");
                for (HeldToolchain one : store.getValue().held()) {
                    lines.write(String.join("\t", "", encode(one.version()), encode(one.platform()),
                            Long.toString(one.bytes()), Long.toString(one.read()), Long.toString(one.used()),
                            Boolean.toString(one.inUse()), encode(one.source()), encode(one.problem())) + "\n");
                }
            }
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
