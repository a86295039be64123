package io.jenkins.plugins.gotoolchain.jenkins.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * The catalogue's number as it is kept.
 *
 * @param of whose: made once
 * @param number only grows
 * @param digest of all that decided under this number
 */
record CatalogueState(String of, long number, String digest) {

    private static final String FILE = "catalogue";

    /** @return null where there is none that can be read */
    static CatalogueState read(Path folder) {
        try {
            Properties fields = new Properties();
            fields.load(new StringReader(Files.readString(folder.resolve(FILE), StandardCharsets.UTF_8)));
            String of = fields.getProperty("of", "");
            return of.matches("[a-z0-9]{8,64}")
                    ? new CatalogueState(of, Long.parseLong(fields.getProperty("number", "")), fields.getProperty("digest", ""))
                    : null;
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    void write(Path folder) throws IOException {
        Properties fields = new Properties();
        fields.setProperty("of", of);
        fields.setProperty("number", Long.toString(number));
        fields.setProperty("digest", digest);
        StringWriter text = new StringWriter();
        fields.store(text, null);
        Files.createDirectories(folder);
        Path fresh = folder.resolve(FILE + ".new");
        Files.writeString(fresh, text.toString(), StandardCharsets.UTF_8);
        Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
