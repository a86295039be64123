package io.jenkins.plugins.gotoolchain.version;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Names in the order that Go's own {@code go/version} gave them; see {@code order.go} beside the files. */
final class Fixture {

    private Fixture() {}

    /** Oldest first; names that Go holds for equal are together. */
    static List<List<String>> ordered(String name) throws IOException {
        return lines(name, false);
    }

    /** Names that Go finds malformed. */
    static List<String> malformed(String name) throws IOException {
        return lines(name, true).get(0);
    }

    private static List<List<String>> lines(String name, boolean malformed) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Fixture.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            for (String line; (line = reader.readLine()) != null; ) {
                if (line.startsWith("!\t") == malformed) {
                    lines.add(List.of((malformed ? line.substring(2) : line).split("\t")));
                }
            }
        }
        return lines;
    }
}
