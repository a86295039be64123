package io.jenkins.plugins.gotoolchain.jenkins.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The catalogue's number as it is kept.
 *
 * @param of whose: made once
 * @param number only grows
 * @param digests of each thing that decided under this number, by its name
 */
record CatalogueState(String of, long number, Map<String, String> digests) {

    private static final String FILE = "catalogue";
    private static final String DIGEST = "digest of ";

    /** @return null where there is none that can be read */
    static CatalogueState read(Path folder) {
        try {
            Properties fields = new Properties();
            fields.load(new StringReader(Files.readString(folder.resolve(FILE), StandardCharsets.UTF_8)));
            String of = fields.getProperty("of", "");
            Map<String, String> digests = new TreeMap<>();
            for (String name : fields.stringPropertyNames()) {
                if (name.startsWith(DIGEST)) {
                    digests.put(name.substring(DIGEST.length()), fields.getProperty(name));
                }
            }
            return of.matches("[a-z0-9]{8,64}")
                    ? new CatalogueState(of, Long.parseLong(fields.getProperty("number", "")), digests)
                    : null;
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    /** The names of what is not as it was. */
    List<String> changed(Map<String, String> now) {
        Set<String> names = new TreeSet<>(now.keySet());
        names.addAll(digests.keySet());
        names.removeIf(name -> Objects.equals(digests.get(name), now.get(name)));
        return List.copyOf(names);
    }

    void write(Path folder) throws IOException {
        Properties fields = new Properties();
        fields.setProperty("of", of);
        fields.setProperty("number", Long.toString(number));
        digests.forEach((name, digest) -> fields.setProperty(DIGEST + name, digest));
        StringWriter text = new StringWriter();
        fields.store(text, null);
        Files.createDirectories(folder);
        Path fresh = folder.resolve(FILE + ".new");
        Files.writeString(fresh, text.toString(), StandardCharsets.UTF_8);
        Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
